/** 批量办理: which acts may be done on many cases of a list at once, and on which of them. Pure. */
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import type { Role } from "../../server/domain/case.ts";
import { isHeldByOthers } from "../../server/domain/holding.ts";
import { moveNamed } from "../../server/domain/workflow.ts";

/**
 * Only acts that judge nothing: taking work (签收) and reminding (催办). Filing, checking and closing are done one by one,
 * by somebody who looks at the case.
 */
export const batchActions = ["accept", "urge"] as const;

export type BatchAction = (typeof batchActions)[number];

/** Who would act: role and the code of their unit. */
export interface BatchActor {
  readonly role: Role;
  readonly unit: string | null;
}

type Row = Pick<CaseRow, "state" | "leadUnit" | "holder">;

/** Does the row of the table of moves let this person act on the case? The server has the last word. */
export function fits(
  action: BatchAction,
  { state, leadUnit, holder }: Row,
  { role, unit }: BatchActor,
): boolean {
  const move = moveNamed(action);
  if (!move?.from.includes(state)) return false;
  if (move.when?.includes("heldByOthers") && !isHeldByOthers(holder?.code ?? null, unit)) return false;
  const leads = unit !== null && leadUnit?.code === unit;
  return move.by.some((mover) => (mover === "leadUnit" ? leads : mover === role));
}

/** The acts that fit at least one of the rows. */
export function offered(rows: readonly Row[], actor: BatchActor): readonly BatchAction[] {
  return batchActions.filter((action) => rows.some((row) => fits(action, row, actor)));
}
