/** The limits of a call: which begin when, what stops them. Lengths are data (fixtures/calls.json). */
import type { DueBy } from "../clock.ts";
import type { CallLevel, Reference } from "../reference.ts";
import type { Budget } from "../taxonomy.ts";
import type { Instant } from "../time.ts";
import type { World } from "../world.ts";
import { deadline, extended, isProvisional } from "../worktime.ts";
import type { Call, CallClock, CallClockKind } from "./call.ts";

/** Limits of a department from the moment it is called. */
const departmentKinds = ["sign", "contact", "onSite", "done"] as const;

/** Limits that go up by themselves when nobody answers. */
const climbing: readonly CallClockKind[] = ["approve", "lead", "sign"];

/** @throws for a level that the county's data lacks: reference data is checked for this at load time. */
export function levelOf(code: CallLevel["code"], { calls }: Pick<Reference, "calls">): CallLevel {
  const level = calls.find((row) => row.code === code);
  if (!level) throw new Error(`No call level ${code}`);
  return level;
}

/** 办结: by the matter's own limit where the level names none, and the county's general one outside the list. */
export function budgetOf(
  kind: CallClockKind,
  call: Pick<Call, "level" | "itemCode">,
  reference: Reference,
): Budget {
  const level = levelOf(call.level, reference);
  if (kind !== "done" || level.done !== null) return level[kind] ?? level.doneOutside;
  const item = call.itemCode === null ? null : reference.taxonomy.lookUp(call.itemCode);
  return item?.limits.handle ?? level.doneOutside;
}

export function startClock(kind: CallClockKind, unit: string, call: Call, world: World): CallClock {
  const { now, reference, calendars } = world;
  const calendar = calendars.of(unit);
  const budget = budgetOf(kind, call, reference);
  const dueAt = deadline(now, budget, calendar);
  return {
    unit,
    kind,
    round: call.reopens,
    budget,
    dueBy: dueByOf(unit, dueAt, budget, world),
    startedAt: now,
    dueAt,
    climbAt: climbing.includes(kind) ? extended(dueAt, budget, calendar) : null,
    stage: "running",
    stoppedAt: null,
    outcome: null,
  };
}

/** How a deadline was counted, for whoever reads it. */
export function dueByOf(
  unit: string,
  dueAt: Instant,
  budget: Budget,
  { reference, calendars }: Pick<World, "reference" | "calendars">,
): DueBy {
  const calendar = reference.unitsByCode.get(unit)?.calendar ?? null;
  const provisional = isProvisional(dueAt, budget.unit, calendars.of(unit));
  return { unit: budget.unit, calendar, provisional };
}

export function departmentClocks(unit: string, call: Call, world: World): readonly CallClock[] {
  return departmentKinds.map((kind) => startClock(kind, unit, call, world));
}

/** Stops running limits that fit; a limit that had run out stays missed. */
export function stopClocks(call: Call, fits: (clock: CallClock) => boolean, at: Instant): Call {
  return { ...call, clocks: call.clocks.map((clock) => (fits(clock) ? stopped(clock, at, "met") : clock)) };
}

/** Ends limits without judging anybody (异议成立, 重办): those that had run out stay missed. */
export function voidClocks(call: Call, fits: (clock: CallClock) => boolean, at: Instant): Call {
  return { ...call, clocks: call.clocks.map((clock) => (fits(clock) ? stopped(clock, at, "void") : clock)) };
}

function stopped(clock: CallClock, at: Instant, inTime: "met" | "void"): CallClock {
  if (clock.stoppedAt !== null) return clock;
  return { ...clock, stoppedAt: at, outcome: at < clock.dueAt ? inTime : "missed" };
}
