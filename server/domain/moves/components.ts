/** 部件: which thing of the register a case is about, named or corrected by whoever knows it. */
import { checkers, type Move, open, quiet } from "./row.ts";

export const componentMoves = [
  // 指明部件: the fault history of the thing, and who is proposed for it, follow (部件先属主后属地)
  {
    ...quiet,
    action: "nameComponent",
    from: [...open],
    to: "same",
    by: [...checkers, "leadUnit"],
    needs: ["componentCode"],
    may: ["note"],
    undoneBy: "nameComponent",
  },
  // 移除部件: it was another thing, or none
  {
    ...quiet,
    action: "dropComponent",
    from: [...open],
    to: "same",
    by: [...checkers, "leadUnit"],
    when: ["componentNamed"],
    needs: [],
    may: ["note"],
  },
] as const satisfies readonly Move[];
