/** `commit`: the only writer of case state. */
import type { Base } from "./db.ts";
import { planFor } from "./plan.ts";
import type { Store } from "./store.ts";
import type { Writer } from "./writer.ts";
import { caseIdOfReport } from "./reads.ts";

export function createCommit(base: Base, writer: Writer): Store["commit"] {
  const firstOf = caseIdOfReport(base);
  return async (decision) => {
    const plan = planFor(decision);
    const answer = await writer.run(plan.steps);
    if (answer === "done") return { kind: "committed", case: plan.case };
    if (answer === "stale") return { kind: "stale" };
    return { kind: "duplicate", caseId: await firstOf(decision.case.reportId) };
  };
}
