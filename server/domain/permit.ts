/**
 * Who may see and do what. Scope (管辖范围) is by area and unit; the same `Scope` value filters queries in the database
 * and judges single cases here, so lists and case files cannot disagree.
 */
import { assistantOf, isLive, partiesOf } from "./assignment.ts";
import { type Actor, type Case, type Refusal, refuse } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import type { Move, Mover } from "./workflow.ts";

export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  /** Own cells and what one reported oneself. */
  | { readonly kind: "cells"; readonly cells: readonly string[]; readonly account: string }
  /** Cases in the township, those it leads elsewhere, and what one reported oneself. */
  | { readonly kind: "township"; readonly township: string; readonly account: string }
  | { readonly kind: "unit"; readonly unit: string; readonly account: string }
  | { readonly kind: "case"; readonly caseId: string };

/** What an actor may see; administrators keep accounts and see no case (separation of administrators, 等保). */
export function scopeOf(actor: Actor): Scope {
  switch (actor.role) {
    case "centre":
    case "leader":
    case "system":
      return { kind: "all" };
    case "township":
      return actor.unit === null
        ? { kind: "none" }
        : { kind: "township", township: actor.unit, account: actor.id };
    case "department":
      return actor.unit === null ? { kind: "none" } : { kind: "unit", unit: actor.unit, account: actor.id };
    case "gridWorker":
      return { kind: "cells", cells: actor.cells, account: actor.id };
    case "resident":
      return actor.caseId === undefined ? { kind: "none" } : { kind: "case", caseId: actor.caseId };
    case "admin":
      return { kind: "none" };
  }
}

type Seen = Pick<Case, "id" | "cellCode" | "townshipCode" | "leadUnit" | "reportedBy" | "rules">;

/** All that scope asks of a case: codes, no words. */
export interface Standing extends Omit<Seen, "rules"> {
  /** Rulers and assistants beside the lead, and who looks at the place again. */
  readonly parties: readonly string[];
}

export function standingOf(seen: Seen): Standing {
  const { id, cellCode, townshipCode, leadUnit, reportedBy } = seen;
  const { recheck } = rulesOf(seen);
  const parties = [...partiesOf(seen), ...(recheck === null ? [] : [recheck.unit])];
  return { id, cellCode, townshipCode, leadUnit, reportedBy, parties };
}

export function inScope(scope: Scope, seen: Seen): boolean {
  return standsIn(scope, standingOf(seen));
}

export function standsIn(scope: Scope, standing: Standing): boolean {
  const { cellCode, townshipCode, leadUnit, reportedBy, parties } = standing;
  switch (scope.kind) {
    case "all":
      return true;
    case "none":
      return false;
    case "cells":
      return (
        reportedBy === scope.account ||
        (cellCode !== null && scope.cells.includes(cellCode)) ||
        parties.some((party) => scope.cells.includes(party))
      );
    case "township":
      return (
        townshipCode === scope.township ||
        leadUnit === scope.township ||
        reportedBy === scope.account ||
        parties.includes(scope.township)
      );
    case "unit":
      return leadUnit === scope.unit || reportedBy === scope.account || parties.includes(scope.unit);
    case "case":
      return standing.id === scope.caseId;
  }
}

/** May this actor make this move on this case? null says yes. */
export function forbids(actor: Actor, move: Move, found: Case): Refusal | null {
  return inScope(scopeOf(actor), found) ? forbidsInScope(actor, move, found) : refuse("outOfScope");
}

/** The same of a case that is in the actor's scope: whoever asks for many moves asks for the scope once. */
export function forbidsInScope(actor: Actor, move: Move, found: Case): Refusal | null {
  if (!move.by.some((mover) => isMover(actor, mover, found)))
    return refuse("notAllowed", { given: move.action, expected: move.by.join() });
  if (!move.from.includes(found.state))
    return refuse("wrongState", { given: found.state, expected: move.from.join() });
  return judgesOwnWork(actor, move, found) ? refuse("ownWork") : null;
}

function isMover(actor: Actor, mover: Mover, found: Case): boolean {
  if (mover === "leadUnit") return isStaff(actor) && actor.unit !== null && actor.unit === found.leadUnit;
  if (mover === "assistant") return isStaff(actor) && assists(actor, found);
  if (mover === "resident") return actor.role === "resident";
  if (mover === "reporter") return found.reportedBy !== null && found.reportedBy === actor.id;
  if (mover === "holder") return holds(actor, found);
  if (mover === "ruler") return rules(actor, found);
  if (mover === "rechecker") return looksAgain(actor, found);
  if (actor.role !== mover) return false;
  // A township desk rules over its own area only; leading a case elsewhere makes it a handler there.
  return mover !== "township" || actor.unit === found.townshipCode;
}

/** 协办单位 that has not ended its part. */
function assists({ unit }: Actor, found: Case): boolean {
  const assistant = unit === null ? null : assistantOf(found, unit);
  return assistant !== null && isLive(assistant);
}

/** Who has it in hand, or was told to answer for it. */
function holds(actor: Actor, found: Case): boolean {
  return [found.holder, rulesOf(found).supervision?.unit ?? null].some(
    (unit) =>
      unit !== null &&
      (actor.role === "gridWorker" ? actor.cells.includes(unit) : isStaff(actor) && actor.unit === unit),
  );
}

/** 一级 the centre, 二级 编办 and 司法局, 三级 the leader in charge. */
function rules(actor: Actor, found: Case): boolean {
  const { dispute } = rulesOf(found);
  if (dispute === null) return actor.role === "centre";
  if (dispute.level === 3) return actor.role === "leader";
  const named = isStaff(actor) && actor.unit !== null && dispute.rulers.includes(actor.unit);
  return named || (dispute.level === 1 && actor.role === "centre");
}

/** 复查: the grid worker of the neighbouring cell that was drawn. */
function looksAgain(actor: Actor, found: Case): boolean {
  return actor.role === "gridWorker" && actor.cells.includes(rulesOf(found).recheck?.unit ?? "");
}

function isStaff(actor: Actor): boolean {
  return actor.role === "department" || actor.role === "township" || actor.role === "centre";
}

/**
 * 核查人不得是处置人: neither the account nor a desk that handled it or helped may look at the result. A grid worker belongs to
 * the township but does not work at its desk.
 */
function judgesOwnWork(actor: Actor, move: Move, found: Case): boolean {
  if (move.action === "recheck" && actor.id === rulesOf(found).recheck?.first) return true;
  if (move.action !== "check" && move.action !== "rework" && move.action !== "recheck") return false;
  if (actor.id === found.handledBy) return true;
  if (!isStaff(actor) || actor.unit === null) return false;
  return actor.unit === found.leadUnit || assistantOf(found, actor.unit)?.state === "done";
}
