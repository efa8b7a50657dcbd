/**
 * An objection (异议) of a unit to its own figure: asked once per figure, answered once by the centre within its limit.
 * An accepted one takes the cases it names out of the indicator, for everybody to see, and can be undone.
 */
import { type Actor, type Refusal, refuse } from "../case.ts";
import type { Instant } from "../time.ts";
import type { Subject } from "./facts.ts";

export type ObjectionState = "open" | "accepted" | "declined" | "withdrawn" | "undone";

/** One row that should not have been counted. */
export interface ObjectedCase {
  readonly caseId: string;
  readonly subject: Subject;
  readonly unit: string;
}

export interface Objection {
  readonly id: string;
  readonly indicator: string;
  /** The figure: whose, and of which period. */
  readonly groupBy: "unit" | "township";
  readonly unit: string;
  readonly from: Instant;
  readonly to: Instant;
  /** What it said when it was objected to. */
  readonly over: number;
  readonly of: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly state: ObjectionState;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  readonly undoReason: string | null;
  readonly undoneBy: string | null;
  readonly undoneAt: Instant | null;
}

export type ObjectionAct =
  | { readonly act: "accept" | "decline"; readonly words: string }
  | { readonly act: "undo"; readonly words: string }
  | { readonly act: "withdraw" };

/** What each act leads to, from which state, and who may do it. */
const acts = {
  accept: { from: "open", to: "accepted", by: "centre" },
  decline: { from: "open", to: "declined", by: "centre" },
  withdraw: { from: "open", to: "withdrawn", by: "asker" },
  undo: { from: "accepted", to: "undone", by: "centre" },
} as const;

/** May this person object to this figure? null says yes: units speak for themselves. */
export function mayObject(actor: Actor, figure: Pick<Objection, "groupBy" | "unit">): Refusal | null {
  const isUnit = actor.role === "department" || actor.role === "township";
  if (!isUnit) return refuse("notAllowed", { given: "objection", expected: "department,township" });
  return actor.unit === figure.unit ? null : refuse("outOfScope");
}

/** Acts that stand open to this person, for the buttons. */
export function objectionActs(objection: Objection, actor: Actor): readonly ObjectionAct["act"][] {
  return (Object.keys(acts) as ObjectionAct["act"][]).filter(
    (act) => acts[act].from === objection.state && isBy(acts[act].by, objection, actor),
  );
}

export function decideObjection(
  objection: Objection,
  asked: ObjectionAct,
  actor: Actor,
  now: Instant,
): Objection | Refusal {
  const { from, to, by } = acts[asked.act];
  if (!isBy(by, objection, actor)) return refuse("notAllowed", { given: asked.act });
  if (objection.state !== from) return refuse("wrongState", { given: objection.state, expected: from });
  if (asked.act === "withdraw") return { ...objection, state: to };
  if (asked.words.trim() === "") return refuse("missing", { field: "note" });
  const words = asked.words.trim();
  if (asked.act === "undo")
    return { ...objection, state: to, undoReason: words, undoneBy: actor.id, undoneAt: now };
  return { ...objection, state: to, answer: words, answeredBy: actor.id, answeredAt: now };
}

function isBy(by: "centre" | "asker", objection: Objection, actor: Actor): boolean {
  if (by === "centre") return actor.role === "centre";
  return mayObject(actor, objection) === null;
}
