/**
 * 撤销 of an own act: the act that the table of moves names for it, with what it needs, where the server offers it to this
 * person right after. It is an act like any other: it stands in the record, and comes too late where somebody went on. Pure.
 */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { FieldName } from "../../server/domain/fields.ts";
import { moveNamed } from "../../server/domain/workflow.ts";
import { caseWords } from "../caseWords.ts";

export interface Undo {
  readonly action: string;
  readonly values: Readonly<Partial<Record<FieldName, unknown>>>;
}

interface Done {
  readonly action: string;
  readonly values: Undo["values"];
}

/** @returns null where there is no way back, or none that leads back exactly. */
export function undoOf(before: CaseAnswer, { action, values }: Done, after: CaseAnswer): Undo | null {
  const wanted = moveNamed(action)?.undoneBy;
  const offer = after.moves.find((move) => move.action === wanted);
  if (wanted === undefined || offer === undefined) return null;
  const known = {
    ...values,
    point: pointOf(before),
    componentCode: before.component?.code,
    note: caseWords.undone,
  };
  const needed = offer.needs.map((name) => [name, known[name]] as const);
  return needed.every(([, value]) => value !== undefined)
    ? { action: wanted, values: Object.fromEntries(needed) }
    : null;
}

/** A place that was worked out from words is no point that somebody has shown. */
function pointOf({ point, placement }: CaseAnswer): Undo["values"]["point"] {
  return point === null || placement?.kind === "spoken" ? undefined : { ...point, source: "hand" };
}
