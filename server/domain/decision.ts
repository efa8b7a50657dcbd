import { changedAssignments } from "./assignment.ts";
import type { Decision } from "./case.ts";
import type { Found } from "./move.ts";
import type { Standing } from "./step.ts";
import { earliestLook } from "./clock.ts";

/** Everything that `commit` must store to bring a case from how it was found to how it stands. */
export function decisionOf(found: Found, standing: Standing): Decision {
  return {
    kind: "decision",
    case: standing.case,
    expects: found.case.version,
    before: found.case,
    events: standing.events,
    clocks: standing.clocks.filter((clock) => !found.clocks.includes(clock)),
    lookAt: earliestLook(standing.clocks),
    notices: standing.notices,
    assignments: changedAssignments(found.case, standing.case),
    reporter: null,
  };
}
