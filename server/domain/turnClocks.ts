/** What a move does to the clocks: stops, voids, holds, releases, prolongs, resumes and starts those its row names. */
import { assistantOf, movedAssistants } from "./assignment.ts";
import type { Case } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import {
  type Clock,
  type ClockKind,
  dueByOf,
  endSilently,
  extendClock,
  holdClock,
  isHeld,
  isRunning,
  resumeClock,
  silently,
  startClock,
  startClockUntil,
  stopClock,
  voidClock,
} from "./clock.ts";
import { policyNow } from "./limits.ts";
import { isRecheckOwed } from "./closing/recheck.ts";
import { isFollowedUp } from "./holder.ts";
import { bondsOf } from "./linking/bonds.ts";
import type { Move } from "./moves/row.ts";
import { currentStage } from "./staging.ts";
import { DAY, type Instant, parseDay, startOfDay } from "./time.ts";
import type { World } from "./world.ts";

export interface Turn {
  readonly move: Move;
  readonly before: Case;
  /** After the move, its holder settled. */
  readonly held: Case;
}

export function turnClocks(clocks: readonly Clock[], turn: Turn, world: World): readonly Clock[] {
  const { move, held, before } = turn;
  const assisting = movedAssistants(before, held);
  const others = { ...move, stops: [], voids: [] };
  const concerned = (clock: Clock) =>
    isAssist(clock.kind) && !assisting.has(clock.unit ?? "") ? others : move;
  const parked = bondsOf(before).merged?.parked ?? [];
  const turned = clocks.map((clock) =>
    move.unparks && isHeld(clock) && parked.includes(clock.id)
      ? resumeClock(clock, world.now, world.calendars.frozen(clock.policy.calendar))
      : turned1(clock, concerned(clock), world),
  );
  const resumed = resumeLatest(turned, turn, world);
  const started = move.starts
    .filter((kind) => applies(kind, held) && !isAsked(kind, clocks))
    .flatMap((kind) =>
      isAssist(kind)
        ? calledIn(assisting, held).map((unit) => begin(kind, unit, held, world))
        : [begin(kind, unitOf(kind, held, world), held, world)],
    );
  const moved = held.holder === before.holder ? resumed : handOver(resumed, turn);
  return leaveLadders([...moved, ...started], held, world);
}

/** Earliest instants among the running clocks, kept on the case so that lists know the lamp without joining. */
export function rewind(clocks: readonly Clock[]): Pick<Case, "warnAt" | "dueAt" | "severeAt" | "dueBy"> {
  let [warnAt, severeAt, first]: [number, number, Clock | null] = [Infinity, Infinity, null];
  for (const clock of clocks) {
    if (!isRunning(clock) || clock.kind === "ladder") continue;
    warnAt = Math.min(warnAt, clock.warnAt);
    severeAt = Math.min(severeAt, clock.severeAt);
    if (first === null || clock.dueAt < first.dueAt) first = clock;
  }
  if (first === null) return { warnAt: null, dueAt: null, severeAt: null, dueBy: null };
  return { warnAt, dueAt: first.dueAt, severeAt, dueBy: dueByOf(first) };
}

/** Whether a unit that is late can be climbed after: pauses end by themselves and the ladder is the climbing. */
export function isKept(kind: ClockKind): boolean {
  return kind !== "suspend" && kind !== "wait" && kind !== "ladder";
}

/**
 * Nobody can be asked when no number was left, nor by the handling unit when the reporter is hidden from it; an order
 * that need not be answered starts no clock.
 */
function applies(kind: ClockKind, held: Case): boolean {
  if (kind === "followUp") return isFollowedUp(held);
  if (kind === "stage") return currentStage(held) !== null;
  if (kind === "recheck") return isRecheckOwed(held);
  if (kind === "supervise") return rulesOf(held).supervision !== null;
  return kind !== "contact" || (held.contactable && !held.confidential);
}

/** An order to answer that stands already is not given a second clock. */
function isAsked(kind: ClockKind, clocks: readonly Clock[]): boolean {
  return kind === "supervise" && clocks.some((clock) => clock.kind === kind && isRunning(clock));
}

function turned1(clock: Clock, move: Move, { now, calendars }: World): Clock {
  const calendar = calendars.frozen(clock.policy.calendar);
  if (isRunning(clock)) {
    if (move.stops.includes(clock.kind)) return stopClock(clock, now, calendar);
    if (move.voids.includes(clock.kind)) return voidClock(clock, now, calendar);
    if (move.parks || move.holds?.includes(clock.kind)) return holdClock(clock, now, calendar);
    return move.extends?.includes(clock.kind) ? extendClock(clock, calendar) : clock;
  }
  if (!isHeld(clock)) return clock;
  if (move.voids.includes(clock.kind)) return { ...clock, outcome: "void" };
  return move.releases ? resumeClock(clock, now, calendar) : clock;
}

/** An assistant's clocks are turned by what happens to its own part, not by the acts of the others. */
function isAssist(kind: ClockKind): boolean {
  return kind === "assistSign" || kind === "assist";
}

function calledIn(units: ReadonlySet<string>, held: Case): readonly string[] {
  return [...units].filter((unit) => assistantOf(held, unit)?.state === "called");
}

function begin(kind: ClockKind, unit: string | null, held: Case, world: World): Clock {
  const start = {
    id: world.newId(),
    caseId: held.id,
    kind,
    unit,
    policy: policyNow(kind, held, world),
  };
  if (kind === "suspend") return startClockUntil(start, suspendedUntil(held, world.now), world.now);
  const clock = startClock(start, world.now, world.calendars.of(unit));
  return isKept(kind) ? clock : silently(clock);
}

/** Most clocks run against whoever has the case; the centre's own duties run against the centre. */
function unitOf(kind: ClockKind, held: Case, { reference }: World): string | null {
  if (kind === "approve" || kind === "review") return reference.superviseUnit;
  if (kind === "recheck") return rulesOf(held).recheck?.unit ?? held.holder;
  if (kind === "contact") return held.leadUnit;
  if (kind === "supervise") return rulesOf(held).supervision?.unit ?? held.holder;
  if (kind === "ruling") return rulesOf(held).dispute?.rulers[0] ?? reference.superviseUnit;
  return held.holder;
}

/** The instant at which the day that was granted begins. */
function suspendedUntil(held: Case, now: Instant): Instant {
  const day = parseDay(rulesOf(held).suspendedUntil ?? "");
  return day === null ? now + DAY : startOfDay(day);
}

/**
 * Only the last clock goes on: an earlier one belongs to a unit that gave the case back. It is the time of whoever leads
 * now, which is another unit where its own was closed meanwhile (机构接续).
 */
function resumeLatest(clocks: readonly Clock[], { move, held }: Turn, world: World): readonly Clock[] {
  const candidates = clocks.filter((clock) => move.resumes.includes(clock.kind) && !isRunning(clock));
  const last = candidates.reduce<Clock | null>(
    (latest, clock) =>
      latest === null || (clock.stoppedAt ?? 0) >= (latest.stoppedAt ?? 0) ? clock : latest,
    null,
  );
  const { now, calendars } = world;
  return clocks.map((clock) =>
    clock === last
      ? {
          ...resumeClock(clock, now, calendars.frozen(clock.policy.calendar)),
          unit: held.leadUnit ?? clock.unit,
        }
      : clock,
  );
}

/** A corrected place moves the running time to another desk; an order to answer (督办) goes with the case. */
function handOver(clocks: readonly Clock[], { move, before, held }: Turn): readonly Clock[] {
  return clocks.map((clock) => {
    const goes = move.action === "place" || (clock.kind === "supervise" && clock.unit === before.holder);
    return goes && isRunning(clock) ? { ...clock, unit: held.holder ?? clock.unit } : clock;
  });
}

/** Units against which a limit has run out and still runs. */
export function lateUnits(clocks: readonly Clock[], now: Instant): ReadonlySet<string> {
  const units = new Set<string>();
  for (const clock of clocks) {
    const late = clock.dueAt <= now && isRunning(clock) && isKept(clock.kind);
    if (late && clock.unit !== null) units.add(clock.unit);
  }
  return units;
}

/** When nothing of a unit is overdue any more, or the last step is taken, no next step is waited for. */
function leaveLadders(clocks: readonly Clock[], held: Case, { now, calendars }: World): readonly Clock[] {
  if (!clocks.some((clock) => clock.kind === "ladder" && isRunning(clock))) return clocks;
  const late = lateUnits(clocks, now);
  const done = rulesOf(held).ladders.filter(({ step }) => step === "circulate");
  const climbs = (unit: string) => late.has(unit) && !done.some((ladder) => ladder.unit === unit);
  return clocks.map((clock) =>
    clock.kind === "ladder" && isRunning(clock) && !climbs(clock.unit ?? "")
      ? endSilently(clock, now, calendars.frozen(clock.policy.calendar))
      : clock,
  );
}
