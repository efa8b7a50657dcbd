/**
 * 主办与协办: assistants sign, decline or sign off their own part by their own clocks; the lead goes on without one only
 * on the record. And the hand-over inside a unit (内部交办) to somebody by name.
 */
import { desk, type Move, quiet } from "./row.ts";

/** While the lead has to handle it. */
const handling = ["dispatched", "accepted"] as const;

const assisting = { ...quiet, from: handling, to: "same", by: ["assistant"] } as const;

export const assistingMoves = [
  // 增派协办
  {
    ...quiet,
    action: "callAssist",
    from: [...handling],
    to: "same",
    by: [...desk],
    needs: ["assistUnits"],
    may: ["note"],
    starts: ["assistSign", "assist"],
    tells: ["assistants", "lead"],
  },
  // 协办签收
  {
    ...assisting,
    action: "signAssist",
    when: ["assistCalled"],
    needs: [],
    may: ["note"],
    stops: ["assistSign"],
  },
  // 协办异议: once, and within the window
  {
    ...assisting,
    action: "declineAssist",
    when: ["assistCalled", "firstDecline", "inAssistWindow"],
    needs: ["returnReason", "basisItem", "note"],
    may: [],
    voids: ["assistSign", "assist"],
    tells: ["lead", "desk"],
  },
  // 协办办结: signs off its own part
  {
    ...assisting,
    action: "finishAssist",
    when: ["assistSigned"],
    needs: ["result"],
    may: ["photosAfter"],
    stops: ["assist"],
    tells: ["lead"],
  },
  // 不再等待协办: the lead says why not
  {
    ...quiet,
    action: "releaseAssist",
    from: [...handling],
    to: "same",
    by: ["leadUnit"],
    when: ["assistantsLive"],
    needs: ["assistUnit", "releaseReason", "note"],
    may: [],
    voids: ["assistSign", "assist"],
    tells: ["assistants", "desk"],
  },
  // 内部交办
  {
    ...quiet,
    action: "handOver",
    from: [...handling, "waiting", "suspended"],
    to: "same",
    by: ["leadUnit", "assistant"],
    needs: ["handler"],
    may: ["note"],
    tells: ["handler"],
  },
] as const satisfies readonly Move[];
