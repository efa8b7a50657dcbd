/**
 * Clocks (计时): one row per limit that somebody must keep. The policy is frozen on the clock when it starts, so a
 * changed limit never rewrites yesterday; time spent is kept over a stop, so rework does not reset the total.
 */
import type { Calendar } from "./calendar.ts";
import { calendarCode } from "./calendars.ts";
import { DAY, type Instant } from "./time.ts";
import type { Policy } from "./policy.ts";
import type { BudgetUnit } from "./taxonomy.ts";
import {
  type Amount,
  amountOf,
  deadlineOf,
  extended,
  isProvisional,
  officeHoursAs,
  runOut,
  timeSpent,
} from "./worktime.ts";

export type ClockKind =
  | "file" // 受理立案
  | "dispatch" // 派遣
  | "accept" // 签收响应
  | "handle" // 处置办结
  | "check" // 核查
  | "close" // 结案
  | "followUp" // 回访
  | "verify" // 立案前核实
  | "contact" // 先行联系
  | "assistSign" // 协办签收
  | "assist" // 协办办结
  | "stage" // 本阶段: 围护, 修复, 恢复
  | "ruling" // 裁定
  | "approve" // 批复申请
  | "suspend" // 挂账: runs to its date and ends by itself
  | "wait" // 等待诉求人
  | "supervise" // 督办回复
  | "rectify" // 差评整改
  | "recheck" // 随机复查
  | "review" // 申诉复核
  | "ladder"; // 催办、督办、通报 the next step

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
  /** Rests on a year whose holidays are not announced yet: it may move. */
  readonly provisional: boolean;
}

/** How a due instant was counted, so that a list counts down like the clock itself. */
export interface DueBy {
  readonly unit: BudgetUnit;
  /** Name of the calendar; null for the county's own. */
  readonly calendar: string | null;
  /** Rests on a year whose holidays are not announced. */
  readonly provisional: boolean;
}

export function dueByOf({ policy, provisional }: Clock): DueBy {
  return { unit: policy.budget.unit, calendar: calendarCode(policy.calendar), provisional };
}

export interface ClockStart {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ClockKind;
  readonly unit: string | null;
  readonly policy: Policy;
}

/** @param calendar the one its unit works by: its version is frozen on the clock, beside the policy. */
export function startClock(start: ClockStart, now: Instant, calendar: Calendar): Clock {
  const { id, caseId, kind, unit, policy } = start;
  const { budget, severeFactor } = policy;
  const total = amountOf(budget);
  const at = (amount: Amount) => deadlineOf(now, amount, budget.unit, calendar);
  const dueAt = at(total);
  const lead = warnLead(policy, now, calendar);
  const warnAt = budget.unit === "calendarDay" ? dueAt - lead : at(total - lead);
  return {
    id,
    caseId,
    kind,
    unit,
    policy: calendar.id === "" ? policy : { ...policy, calendar: calendar.id },
    startedAt: now,
    spent: 0,
    runningSince: now,
    warnAt,
    dueAt,
    severeAt: at(total * severeFactor),
    stage: "running",
    lookAt: warnAt,
    stoppedAt: null,
    outcome: null,
    provisional: isProvisional(dueAt, budget.unit, calendar),
  };
}

/** A clock of whom has it since the instant it began: counted from there by another calendar, with the limit that it has. */
export function countedBy(clock: Clock, calendar: Calendar): Clock {
  const { calendar: _, ...policy } = clock.policy;
  return startClock({ ...clock, policy }, clock.startedAt, calendar);
}

/** A clock that runs to a given instant: a pause to a date. `at` lies after `now`. */
export function startClockUntil(start: ClockStart, at: Instant, now: Instant): Clock {
  const days = Math.ceil((at - now) / DAY);
  const policy = { ...start.policy, budget: { value: days, unit: "calendarDay" as const } };
  const severeAt = at + (at - now);
  const instants = { startedAt: now, spent: 0, runningSince: now, warnAt: at, dueAt: at, severeAt };
  const rest = { stage: "running" as const, lookAt: at, stoppedAt: null, outcome: null, provisional: false };
  return { ...start, policy, ...instants, ...rest };
}

/** Nobody is warned of the end of a pause or of the next step of the ladder: it comes by itself. */
export function silently(clock: Clock): Clock {
  return { ...clock, warnAt: clock.dueAt, lookAt: clock.dueAt };
}

/** Ends a clock that judges nobody, whatever the hour. */
export function endSilently(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return { ...halted(clock, now, calendar), outcome: "void" };
}

/** Ends the present run: kept or missed is decided by the due instant alone, not by when the sweep looked. */
export function stopClock(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return { ...halted(clock, now, calendar), outcome: now >= clock.dueAt ? "missed" : "met" };
}

/** Ends it without judging anybody (退单). A limit that had already run out stays missed. */
export function voidClock(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return { ...halted(clock, now, calendar), outcome: now >= clock.dueAt ? "missed" : "void" };
}

/** Held by a lawful pause (中止): neither kept nor missed yet. */
export function holdClock(clock: Clock, now: Instant, calendar: Calendar): Clock {
  return halted(clock, now, calendar);
}

export function isHeld(clock: Clock): boolean {
  return clock.runningSince === null && clock.outcome === null;
}

/** One original limit more (延期), from the present end. Called before the limit has run out. */
export function extendClock(clock: Clock, calendar: Calendar): Clock {
  const { budget } = clock.policy;
  const later = (instant: Instant) => extended(instant, budget, calendar);
  const dueAt = later(clock.dueAt);
  const longer = {
    ...clock,
    stage: "running" as const,
    warnAt: later(clock.warnAt),
    dueAt,
    severeAt: later(clock.severeAt),
    provisional: isProvisional(dueAt, budget.unit, calendar),
  };
  return { ...longer, lookAt: lookAtOf(longer) };
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
    provisional: isProvisional(dueAt, unit, calendar),
  };
  return { ...running, lookAt: lookAtOf(running) };
}

/** A stage that a clock has reached, at the computed instant. */
export interface Ring {
  readonly stage: "warned" | "overdue" | "severe";
  readonly at: Instant;
}

/** The next stage of a clock whose `lookAt` has come. */
export function ringOnce(clock: Clock): { readonly clock: Clock; readonly ring: Ring } {
  const stage = nextStage(clock.stage);
  if (stage === null || clock.lookAt === null) throw new Error(`Clock ${clock.id} has nothing to ring`);
  const ticked = { ...clock, stage };
  return { clock: { ...ticked, lookAt: lookAtOf(ticked) }, ring: { stage, at: clock.lookAt } };
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

/** When there is something to decide about the first of them. */
export function earliestLook(clocks: readonly Clock[]): Instant | null {
  let earliest: Instant | null = null;
  for (const { lookAt } of clocks)
    if (lookAt !== null && (earliest === null || lookAt < earliest)) earliest = lookAt;
  return earliest;
}
