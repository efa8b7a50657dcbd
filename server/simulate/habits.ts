/** What people are likely to do next, and when. Weights, not rules: what is allowed is the server's to say. */
import type { Chance } from "../demo/chance.ts";
import type { Calendar } from "../domain/calendar.ts";
import { type Case, isOpen } from "../domain/case.ts";
import type { Clock, ClockKind } from "../domain/clock.ts";
import { dayNumber, DAY, HOUR, type Instant, MINUTE, startOfDay } from "../domain/time.ts";
import type { Action } from "../domain/workflow.ts";
import type { Person } from "./folk.ts";
import type { Known } from "./mirror.ts";

/** How much more likely than a comment (1). */
const weights: Partial<Record<Action, number>> = {
  place: 12,
  nameComponent: 1.5,
  dropComponent: 30,
  file: 160,
  decline: 9,
  askVerify: 9,
  verified: 150,
  transfer: 1.5,
  refute: 90,
  dispatch: 200,
  accept: 200,
  return: 14,
  dispute: 160,
  contact: 60,
  uphold: 90,
  rule: 90,
  raise: 30,
  callAssist: 6,
  signAssist: 250,
  declineAssist: 40,
  finishAssist: 250,
  releaseAssist: 10,
  handOver: 8,
  handle: 130,
  finishStage: 260,
  admit: 6,
  askExtension: 12,
  askSuspension: 10,
  askWait: 16,
  grantExtension: 200,
  grantSuspension: 200,
  grantWait: 200,
  refuseRequest: 30,
  resume: 40,
  answer: 120,
  check: 160,
  rework: 22,
  close: 200,
  closeUnsolved: 200,
  recheck: 260,
  followUp: 160,
  rate: 70,
  reopen: 16,
  rectify: 90,
  appeal: 25,
  askExclusion: 14,
  support: 130,
  confirm: 150,
  dismiss: 40,
  urge: 4,
  supervise: 3,
  instruct: 1.5,
  explain: 120,
  circulate: 20,
  comment: 3,
  merge: 2,
  unmerge: 3,
  keepApart: 1,
  split: 1.5,
  link: 1,
  unlink: 1,
};

export function weightOf(action: Action, person: Person | null, found: Case): number {
  const base = weights[action] ?? 1;
  if (action === "place") return found.cellCode === null ? 300 : 0.5;
  if (action === "return" && person?.sendsBack) return base * 5;
  // Grid workers look; a desk looks only where they cannot
  if ((action === "check" || action === "verified") && person?.account.role === "gridWorker") return base * 5;
  if (person?.account.role === "centre" && (action === "file" || action === "dispatch" || action === "close"))
    return base / 8;
  return base;
}

/** Clocks that hurry nobody to act. */
const idle: ReadonlySet<ClockKind> = new Set(["ladder", "suspend", "wait"]);

/** When somebody turns to the case again: a share of the limit that runs, or late; in office hours unless it burns. */
export function nextMoment(
  { case: found, clocks }: Known,
  { now, calendar, chance, slowness }: { now: Instant; calendar: Calendar; chance: Chance; slowness: number },
): Instant | null {
  const running = [...clocks.values()].filter(
    (clock) => clock.runningSince !== null && !idle.has(clock.kind),
  );
  const first = running.sort((a, b) => a.dueAt - b.dueAt)[0];
  if (first === undefined) return paused(found, now, chance);
  const wanted = chance.happens(0.05 * slowness) ? late(first, now, chance) : early(first, now, chance);
  return atWork(Math.max(wanted, now + 2 * MINUTE), calendar, isBurning(first), chance);
}

function early(clock: Clock, now: Instant, chance: Chance): Instant {
  return now + Math.max(0, clock.dueAt - now) * chance.between(0.03, 0.7);
}

function late(clock: Clock, now: Instant, chance: Chance): Instant {
  const days = chance.happens(0.15) ? 25 : 4;
  return Math.max(now, clock.dueAt) + chance.next() ** 2 * days * DAY;
}

/** Nothing presses: over, or lawfully paused. */
function paused(found: Case, now: Instant, chance: Chance): Instant | null {
  // Who was asked something answers it within days, not when they happen to pass by
  if (found.state === "waiting") return now + chance.between(0.1, 1.5) * DAY;
  if (isOpen(found.state)) return now + chance.between(0.5, 9) * DAY;
  return chance.happens(0.35) ? now + chance.between(0.1, 6) * DAY : null;
}

function isBurning({ policy: { budget } }: Clock): boolean {
  return budget.unit === "calendarMinute" || budget.unit === "calendarHour";
}

/** Moves an instant into office hours; what burns is done at night too. */
function atWork(at: Instant, calendar: Calendar, burns: boolean, chance: Chance): Instant {
  if (burns && chance.happens(0.8)) return at;
  const first = dayNumber(at);
  for (let number = first; number < first + 30; number++) {
    for (const { start, end } of calendar.day(number).segments) {
      if (at < start) return start + chance.next() * HOUR;
      if (at < end) return at;
    }
  }
  return at;
}

/** Most is seen between breakfast and supper. */
export function timeOfReport(day: number, chance: Chance): Instant {
  const [from, to] = chance.weighted(
    [
      [0, 7],
      [7, 12],
      [12, 14],
      [14, 18],
      [18, 24],
    ] as const,
    ([from]) => ({ 0: 3, 7: 44, 12: 10, 14: 31, 18: 12 })[from],
  );
  return Math.floor(startOfDay(day) + chance.between(from, to) * HOUR);
}
