/** Rulings of the county in memory, without their words: those are erased in the database alone. */
import type { Store } from "../../db/store.ts";
import type { Precedent } from "../domain/precedent.ts";
import { holding } from "./holding.ts";

const LOOKED_THROUGH = 500;

/** @returns the latest rulings, oldest first. A ruling is never taken back, so that their number tells of a new one. */
export function createHeldRulings({
  precedents,
}: Pick<Store, "precedents">): () => Promise<readonly Precedent[]> {
  return holding(
    async () => await precedents.count(),
    async () => (await precedents.latest(LOOKED_THROUGH)).toReversed().map(bare),
  );
}

function bare({ caseId, at, itemCode, townshipCode, cellCode, unit, against, basisItem, level }: Precedent) {
  return { caseId, at, itemCode, townshipCode, cellCode, unit, against, basisItem, level };
}
