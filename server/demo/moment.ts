/** When somebody of the demo acts: a share of the limit that runs, on working time, and rather by day than at night. */
import type { Calendar } from "../domain/calendar.ts";
import { type Clock, type ClockKind, isRunning } from "../domain/clock.ts";
import { dayNumber, HOUR, type Instant, MINUTE, startOfDay } from "../domain/time.ts";
import { amountOf, runOut } from "../domain/worktime.ts";
import type { Chance } from "./chance.ts";
import type { Turn } from "./story.ts";

const clockOfAction: Partial<Record<Turn["action"], ClockKind>> = {
  place: "file",
  file: "file",
  decline: "file",
  dispatch: "dispatch",
  accept: "accept",
  return: "accept",
  handle: "handle",
  check: "check",
  rework: "check",
  close: "close",
  followUp: "followUp",
};

/** @param last instant of the act before: what happens next happens later. */
export function momentOf(
  turn: Turn,
  around: { readonly clocks: readonly Clock[]; readonly last: Instant },
  { chance, calendar }: { readonly chance: Chance; readonly calendar: Calendar },
): Instant {
  if (turn.at !== undefined) return Math.max(turn.at, around.last + MINUTE);
  const kind = kindOf(turn, around.clocks);
  const clock = around.clocks.findLast((row) => row.kind === kind && isRunning(row));
  const seconds = Math.floor(chance.between(0, 60)) * 1000;
  const wanted = clock ? paced(turn.pace, clock, calendar) : around.last + turn.pace * 6 * HOUR;
  const soonest = Math.max(wanted, around.last + 3 * MINUTE);
  return byDay(soonest, clock?.dueAt ?? Infinity) + seconds;
}

/** Before the work is handed in: assistants sign, and work in stages goes by the limit of the stage. */
function kindOf({ action }: Turn, clocks: readonly Clock[]): ClockKind | undefined {
  const runs = (kind: ClockKind) => clocks.some((clock) => clock.kind === kind && isRunning(clock));
  const first = (["assistSign", "stage"] as const).find(runs);
  return action === "handle" ? (first ?? "handle") : clockOfAction[action];
}

/** Kept: so much of the budget. Late: so much of it again, as working time after it fell due. */
function paced(pace: number, clock: Clock, calendar: Calendar): Instant {
  const { budget } = clock.policy;
  const since = clock.runningSince ?? clock.startedAt;
  if (pace <= 1) {
    const left = Math.max(0, amountOf(budget) - clock.spent);
    return Math.min(runOut(since, left * pace, budget.unit, calendar), clock.dueAt - MINUTE);
  }
  return runOut(clock.dueAt, (pace - 1) * 6 * HOUR, "workHour", calendar);
}

/** Between 22:00 and 7:00 only what would otherwise be late is done. */
function byDay(at: Instant, dueAt: Instant): Instant {
  const hour = Math.floor((at - startOfDay(dayNumber(at))) / HOUR);
  if (hour >= 7 && hour < 22) return at;
  const morning = startOfDay(dayNumber(at) + (hour >= 22 ? 1 : 0)) + 7.5 * HOUR + (at % HOUR);
  return morning < dueAt ? morning : at;
}
