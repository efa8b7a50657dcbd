/** `commit`: the only writer of case state. */
import type { Base } from "./db.ts";
import { planFor } from "./plan.ts";
import type { Store } from "./store.ts";
import type { Writer } from "./writer.ts";
import { caseIdOfReport } from "./reads.ts";

export function createCommit(base: Base, writer: Writer): Store["commit"] {
  const firstOf = caseIdOfReport(base);
  return async (decision) => {
    const committed = await writer.commit(decision);
    if (committed.answer === "done")
      return { kind: "committed", case: { ...decision.case, headHash: committed.headHash } };
    if (committed.answer === "stale") return { kind: "stale" };
    return { kind: "duplicate", caseId: await firstOf(decision.case.reportId) };
  };
}

/** @throws when a decision about a new case meets a report that is known already: its id was drawn a moment before. */
export function createCommitAll(writer: Writer): Store["commitAll"] {
  return async (decisions) => {
    const answer = await writer.runTogether(decisions.flatMap((decision) => planFor(decision).steps));
    if (answer === "duplicate") throw new Error("A part of these decisions was known already.");
    return answer === "done" ? "committed" : "stale";
  };
}
