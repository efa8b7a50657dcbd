/**
 * Clocks (计时): one row per limit that somebody must keep. The policy is frozen on the clock when it starts, so a
 * changed limit never rewrites yesterday; time spent is kept over a stop, so rework does not reset the total.
 */
import type { Calendar } from "./calendar.ts";
import { dayNumber, type Instant } from "./time.ts";
import type { Policy } from "./policy.ts";
import { type Amount, amountOf, deadlineOf, officeHoursAs, runOut, timeSpent } from "./worktime.ts";

export type ClockKind =
  | "file" // 受理立案
  | "dispatch" // 派遣
  | "accept" // 签收响应
  | "handle" // 处置办结
  | "check" // 核查
  | "close" // 结案
  | "followUp"; // 回访

export type ClockStage = "running" | "warned" | "overdue" | "severe";

export interface Clock {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ClockKind;
  /** Whose time it is: township, department or cell code. */
  readonly unit: string | null;
  readonly policy: Policy;
  readonly startedAt: Instant;
  /** Used up before the present run, in the measure of the policy's unit. */
  readonly spent: Amount;
  /** Start of the present run; null when stopped. */
  readonly runningSince: Instant | null;
  readonly warnAt: Instant;
  readonly dueAt: Instant;
  /** Severely overdue (严重超期): several times the budget. */
  readonly severeAt: Instant;
  readonly stage: ClockStage;
  /** When there is something to decide next; null when there is not. The only instant the sweep asks for. */
  readonly lookAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly outcome: "met" | "missed" | "void" | null;
  /** Due in a year whose holidays are not announced yet: it may move. */
  readonly provisional: boolean;
}

export interface ClockStart {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ClockKind;
  readonly unit: string | null;
  readonly policy: Policy;
}

export function startClock(start: ClockStart, now: Instant, calendar: Calendar): Clock {
  const { budget, severeFactor } = start.policy;
  const total = amountOf(budget);
  const at = (amount: Amount) => deadlineOf(now, amount, budget.unit, calendar);
  const dueAt = at(total);
  const lead = warnLead(start.policy, now, calendar);
  const running = {
    ...start,
    startedAt: now,
    spent: 0,
    runningSince: now,
    warnAt: budget.unit === "calendarDay" ? dueAt - lead : at(total - lead),
    dueAt,
    severeAt: at(total * severeFactor),
    stage: "running" as const,
    stoppedAt: null,
    outcome: null,
    provisional: !calendar.day(dayNumber(dueAt)).announced,
  };
  return { ...running, lookAt: lookAtOf(running) };
}

/** Ends the present run: kept or missed is decided by the due instant alone, not by when the sweep looked. */
export function stopClock(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return { ...halted(clock, now, calendar), outcome: now >= clock.dueAt ? "missed" : "met" };
}

/** Ends it without judging anybody (退单). A limit that had already run out stays missed. */
export function voidClock(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return { ...halted(clock, now, calendar), outcome: now >= clock.dueAt ? "missed" : "void" };
}

/**
 * Goes on (返工): every instant still ahead when it stopped moves on by the working time that was held, no more and no
 * less, so what the checkers needed is not charged to the unit. A limit that had run out stays where it was.
 */
export function resumeClock(clock: Clock, now: Instant, calendar: Calendar): Clock {
  const { unit } = clock.policy.budget;
  const stopped = clock.stoppedAt ?? now;
  const moved = (instant: Instant) =>
    instant <= stopped ? instant : runOut(now, timeSpent(stopped, instant, unit, calendar), unit, calendar);
  const dueAt = moved(clock.dueAt);
  const running = {
    ...clock,
    runningSince: now,
    warnAt: moved(clock.warnAt),
    dueAt,
    severeAt: moved(clock.severeAt),
    stoppedAt: null,
    outcome: null,
    provisional: !calendar.day(dayNumber(dueAt)).announced,
  };
  return { ...running, lookAt: lookAtOf(running) };
}

/** A stage that a clock has reached, at the computed instant. */
export interface Ring {
  readonly stage: "warned" | "overdue" | "severe";
  readonly at: Instant;
}

/** Moves a running clock through every stage that lies at or before `now`. */
export function tickClock(
  clock: Clock,
  now: Instant,
): { readonly clock: Clock; readonly rings: readonly Ring[] } {
  const rings: Ring[] = [];
  let ticked = clock;
  while (ticked.lookAt !== null && ticked.lookAt <= now) {
    const stage = nextStage(ticked.stage);
    if (stage === null) break;
    rings.push({ stage, at: ticked.lookAt });
    ticked = { ...ticked, stage };
    ticked = { ...ticked, lookAt: lookAtOf(ticked) };
  }
  return { clock: ticked, rings };
}

export function isRunning(clock: Clock): boolean {
  return clock.runningSince !== null;
}

/** Used up until `now`, the present run included. */
export function spentUntil(clock: Clock, now: Instant, calendar: Calendar): Amount {
  if (clock.runningSince === null) return clock.spent;
  return clock.spent + timeSpent(clock.runningSince, now, clock.policy.budget.unit, calendar);
}

export type Lamp = "green" | "amber" | "red" | "severe";

/** The lamp of a row is the worst running clock. */
export function lampOf(
  row: { warnAt: Instant | null; dueAt: Instant | null; severeAt: Instant | null },
  now: Instant,
): Lamp | null {
  if (row.dueAt === null) return null;
  if (row.severeAt !== null && now >= row.severeAt) return "severe";
  if (now >= row.dueAt) return "red";
  return row.warnAt !== null && now >= row.warnAt ? "amber" : "green";
}

/** How much before the end the warning comes: a share of the budget, or some office hours but never over half. */
function warnLead(policy: Policy, now: Instant, calendar: Calendar): Amount {
  const total = amountOf(policy.budget);
  const byShare = total * policy.warn.share;
  if (policy.warn.workHours === undefined) return byShare;
  const hours = officeHoursAs(policy.budget.unit, policy.warn.workHours, calendar.ordinaryDay(now));
  return hours === null ? byShare : Math.max(byShare, Math.min(hours, total / 2));
}

function halted(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return {
    ...clock,
    spent: spentUntil(clock, now, calendar),
    runningSince: null,
    lookAt: null,
    stoppedAt: now,
  };
}

function nextStage(stage: ClockStage): "warned" | "overdue" | "severe" | null {
  if (stage === "running") return "warned";
  if (stage === "warned") return "overdue";
  return stage === "overdue" ? "severe" : null;
}

function lookAtOf(clock: Pick<Clock, "stage" | "warnAt" | "dueAt" | "severeAt">): Instant | null {
  if (clock.stage === "running") return clock.warnAt;
  if (clock.stage === "warned") return clock.dueAt;
  return clock.stage === "overdue" ? clock.severeAt : null;
}
