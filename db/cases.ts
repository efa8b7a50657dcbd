/** Everything that is asked about cases. */
import type { Base } from "./db.ts";
import { historyReads } from "./history.ts";
import { listCases } from "./list.ts";
import { archiveCounts, caseCounts, casePins, casePoints } from "./overview.ts";
import { erasurePlan } from "./plan.ts";
import { caseReads } from "./reads.ts";
import type { CaseQueries } from "./store.ts";
import type { Writer } from "./writer.ts";

export function createCases(base: Base, writer: Writer): CaseQueries {
  return {
    ...caseReads(base),
    ...historyReads(base),
    list: listCases(base),
    counts: caseCounts(base),
    archiveCounts: archiveCounts(base),
    pins: casePins(base),
    points: casePoints(base),
    async erase(caseId) {
      await writer.run(erasurePlan(caseId));
    },
  };
}
