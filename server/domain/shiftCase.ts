/** 改正偏移 and its way back on one case: acts of a batch, each an event with the batch, the cells and the reason. */
import type { Placer } from "../../geo/locate.ts";
import { type ShiftCause, withoutShift } from "../../geo/shift.ts";
import { type Actor, type Case, type CaseEvent, type CaseState, type Decision, isOver } from "./case.ts";
import { withRules } from "./caseRules.ts";
import { holderAfter } from "./holder.ts";
import { kinStep } from "./linking/kinStep.ts";
import type { Found } from "./move.ts";
import type { Holder } from "./moves/row.ts";
import { placeFacts, placeNow, placesOf, relocated } from "./relocate.ts";
import { isWithin, type ShiftWindow } from "./shift/window.ts";
import type { World } from "./world.ts";

export interface ShiftAct {
  readonly batch: string;
  readonly reason: string;
  readonly actor: Actor;
  readonly world: World;
  /** By the grid of the case's own day: a correction does not carry it over to a newer one. */
  readonly locate: Placer;
}

/** What is taken away, and from what was sent when. */
export interface Correction {
  readonly cause: ShiftCause;
  readonly window: ShiftWindow;
}

/** @returns null where nothing is to be moved: no point, sent at another time, moved before, or no place that could be. */
export function shiftCase(found: Found, { cause, window }: Correction, act: ShiftAct): Decision | null {
  const { point, reportedAt } = found.case;
  if (point === null || !isWithin(window, reportedAt) || placesOf(found.case).length > 0) return null;
  const facts = { shiftFrom: window.from, shiftUntil: window.until };
  return moved(found, { action: "shift", point: withoutShift(point, cause), facts }, act);
}

/** @returns null for a case that this batch did not move, or that somebody has moved since. */
export function unshiftCase(found: Found, act: ShiftAct): Decision | null {
  const was = placesOf(found.case).at(-1);
  if (was === undefined || was.point === null || was.batch !== act.batch) return null;
  return moved(found, { action: "unshift", point: was.point, facts: {} }, act);
}

interface Moving {
  readonly action: "shift" | "unshift";
  readonly point: NonNullable<Case["point"]>;
  readonly facts: CaseEvent["facts"];
}

function moved(
  found: Found,
  { action, point, facts: own }: Moving,
  { batch, reason, actor, world, locate }: ShiftAct,
): Decision | null {
  const placement = locate(point);
  if (placement.kind === "refusal") return null;
  const { case: before } = found;
  const relocation = relocated(before, { point, placement, at: world.now, batch });
  // Taken back, the place before is the place now: it may be corrected again, and rightly
  const places = placesOf(before).slice(0, -1);
  const change = action === "shift" ? relocation : { ...relocation, ...withRules(before, { places }) };
  const after: Case = { ...before, ...change };
  const hands = handsBy[before.state] ?? "same";
  const holder = isOver(before.state) ? before.holder : holderAfter(hands, after, world.reference.deskUnit);
  const facts = { batch, ...own, ...placeFacts(after, placeNow(before, world.now)) };
  return kinStep(found, action, { actor, world, facts, change: { ...change, holder }, note: reason });
}

/** Whose hands follow the place: a desk is that of the township, a check that of the cell. What a unit has, it keeps. */
const handsBy: Partial<Record<CaseState, Holder>> = {
  reported: "desk",
  filed: "desk",
  checked: "desk",
  verifying: "checker",
  handled: "checker",
};
