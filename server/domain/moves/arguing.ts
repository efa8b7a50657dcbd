/** 退单之后: the second "not ours" becomes a ruling (裁定) of three levels; the unit that has it keeps handling. */
import { type Move, quiet } from "./row.ts";

export const arguingMoves = [
  // 先行联系
  {
    ...quiet,
    action: "contact",
    from: ["dispatched", "accepted"],
    to: "same",
    by: ["leadUnit"],
    when: ["contactable"],
    needs: ["reached"],
    may: ["note"],
    stops: ["contact"],
  },
  // 提出职责争议
  {
    ...quiet,
    action: "dispute",
    from: ["dispatched"],
    to: "same",
    by: ["leadUnit"],
    when: ["notRuled", "noDispute", "returnedBefore", "inReturnWindow"],
    needs: ["returnReason", "basisItem", "note", "suggestedUnit"],
    may: [],
    starts: ["ruling"],
  },
  // 裁定维持: it stays where it is
  {
    ...quiet,
    action: "uphold",
    from: ["dispatched", "accepted", "waiting", "suspended"],
    to: "same",
    by: ["ruler"],
    when: ["inDispute"],
    needs: ["basisItem", "note"],
    may: [],
    stops: ["ruling"],
    tells: ["holder"],
  },
  // 裁定改派: names the unit; nobody may return it any more
  {
    ...quiet,
    action: "rule",
    from: ["dispatched", "accepted", "waiting", "suspended"],
    to: "dispatched",
    by: ["ruler"],
    when: ["inDispute"],
    needs: ["unit", "basisItem", "note"],
    may: [],
    stops: ["ruling"],
    voids: ["accept", "handle", "contact", "approve", "suspend", "wait", "assistSign", "assist", "stage"],
    // Assistants go on by their own clocks, unless one of them leads now
    releases: true,
    starts: ["accept", "handle", "contact", "stage"],
    hands: "leadUnit",
    tells: ["holder", "assistants", "reporter"],
  },
  // 提级裁定: by the ruler, or by itself when the level's limit has run out
  {
    ...quiet,
    action: "raise",
    from: ["dispatched", "accepted", "waiting", "suspended"],
    to: "same",
    by: ["ruler"],
    when: ["inDispute", "belowTopLevel"],
    needs: [],
    may: ["note"],
    stops: ["ruling"],
    starts: ["ruling"],
  },
] as const satisfies readonly Move[];
