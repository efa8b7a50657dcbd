/**
 * 主办 and 协办: which units have an assignment in a case, how far each is with it, and who inside the unit was named to do
 * it. The lead's follows from the state of the case; assistants (国办函〔2025〕66 号: 协商定主办与协办) have their own.
 */
import type { Case } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import type { Instant } from "./time.ts";

/**
 * `called` has to sign, `signed` works on it, `done` has signed off; `declined` said that it is not theirs, `released`
 * is not waited for any more (不再等待) or gave the case back.
 */
export type AssignmentState = "called" | "signed" | "done" | "declined" | "released";

/** 协办单位 */
export interface Assistant {
  readonly unit: string;
  readonly state: AssignmentState;
  /** Until when it may say "not ours" (协办异议窗口), frozen when it was called. */
  readonly until: Instant;
  /** 协办异议 so far: called again after one, it may not decline a second time. */
  readonly declines: number;
}

/** 经办人: whom a unit named for the case. */
export interface Handler {
  readonly unit: string;
  /** Account of somebody in the unit. */
  readonly account: string;
}

export interface Assignment {
  readonly unit: string;
  readonly part: "lead" | "assist";
  readonly state: AssignmentState;
  readonly handler: string | null;
}

type Told = Pick<Case, "rules">;

export function assistantsOf(found: Told): readonly Assistant[] {
  return rulesOf(found).assistants ?? [];
}

export function assistantOf(found: Told, unit: string | null): Assistant | null {
  return assistantsOf(found).find((row) => row.unit === unit) ?? null;
}

/** Has it still to sign or to sign off? */
export function isLive({ state }: Pick<Assistant, "state">): boolean {
  return state === "called" || state === "signed";
}

export function handlerOf(found: Told, unit: string): string | null {
  return rulesOf(found).handlers?.find((row) => row.unit === unit)?.account ?? null;
}

/** Units beside the lead that may see the case: rulers, and assistants unless they declined. */
export function partiesOf(found: Told): readonly string[] {
  const assisting = assistantsOf(found).filter(({ state }) => state !== "declined");
  const { parties } = rulesOf(found);
  return assisting.length === 0 ? parties : [...parties, ...assisting.map(({ unit }) => unit)];
}

type Shared = Pick<Case, "state" | "leadUnit" | "rules">;

/** Every assignment of a case, the lead's first. */
export function assignmentsOf(found: Shared): readonly Assignment[] {
  const { leadUnit } = found;
  const assisting = assistantsOf(found).map(({ unit, state }) => row(unit, "assist", state, found));
  return leadUnit === null ? assisting : [row(leadUnit, "lead", leadState(found), found), ...assisting];
}

/** Assignments that an act changed, whole. A unit that is no part of the case any more is `released`. */
export function changedAssignments(before: Shared | null, after: Shared): readonly Assignment[] {
  const now = assignmentsOf(after);
  if (before === null) return now;
  const known = new Map(assignmentsOf(before).map((old) => [old.unit, old]));
  const changed = now.filter((assignment) => !isSame(known.get(assignment.unit), assignment));
  const gone = [...known.values()].filter((old) => now.every(({ unit }) => unit !== old.unit));
  return [...changed, ...gone.map((old): Assignment => ({ ...old, state: "released", handler: null }))];
}

/** Assistants whose state differs, or that are none any more: those that an act was about. */
export function movedAssistants(before: Told, after: Told): ReadonlySet<string> {
  if (before.rules?.assistants === after.rules?.assistants) return nobody;
  const stateBefore = new Map(assistantsOf(before).map(({ unit, state }) => [unit, state]));
  const moved = new Set<string>();
  for (const { unit, state } of assistantsOf(after)) {
    if (stateBefore.get(unit) !== state) moved.add(unit);
    stateBefore.delete(unit);
  }
  for (const unit of stateBefore.keys()) moved.add(unit);
  return moved;
}

const nobody: ReadonlySet<string> = new Set();

function row(unit: string, part: Assignment["part"], state: AssignmentState, found: Told): Assignment {
  return { unit, part, state, handler: handlerOf(found, unit) };
}

function leadState({ state }: Pick<Case, "state">): AssignmentState {
  if (state === "dispatched") return "called";
  return state === "accepted" || state === "waiting" || state === "suspended" ? "signed" : "done";
}

function isSame(old: Assignment | undefined, now: Assignment): boolean {
  return old?.state === now.state && old.part === now.part && old.handler === now.handler;
}
