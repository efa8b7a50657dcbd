/** What the writing connection makes of a decision: the statements of its plan with their values, and the new head of its case. */
import type { Decision } from "../server/domain/case.ts";
import type { Call } from "./batch.ts";
import { createCompiler } from "./compile.ts";
import type { Base } from "./db.ts";
import { planFor } from "./plan.ts";

export interface Planned {
  readonly calls: readonly Call[];
  readonly headHash: string;
}

/** @throws RangeError for a decision whose events are not in order. */
export type Planner = (decision: Decision) => Planned;

export function createPlanner(base: Base): Planner {
  const callOf = createCompiler(base);
  return (decision) => {
    const { steps, headHash } = planFor(decision);
    return { calls: steps.map(callOf), headHash };
  };
}
