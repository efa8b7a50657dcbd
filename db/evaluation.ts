/** Everything that is asked for evaluation (综合评价). */
import type { Base } from "./db.ts";
import { createFigures } from "./figures.ts";
import { createHeldRows } from "./heldRows.ts";
import { createHeldTimes } from "./heldTimes.ts";
import { createObjections } from "./objections.ts";
import { createSumKeeping } from "./recountSums.ts";
import type { EvaluationQueries } from "./store.ts";
import { createTally } from "./tally.ts";
import type { Writer } from "./writer.ts";

export function createEvaluation(base: Base, writer: Writer): EvaluationQueries {
  return {
    catchUp: createTally(base, writer),
    ...createSumKeeping(base, writer),
    ...createFigures(base),
    ...createHeldTimes(base),
    ...createHeldRows(base),
    ...createObjections(base, writer),
  };
}
