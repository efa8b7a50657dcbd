/**
 * 机构接续: what a closed unit left open goes to the unit that goes on with its matters, in one batch; what comes back to
 * it later goes there at once, or to the desk (decision 0056).
 */
import { type Move, open, quiet } from "./row.ts";

/** What was merged into a lead case stands still, and would be given back to its unit. */
const left = [...open, "merged"] as const;

export const succeedingMoves = [
  // 移交接续单位: by the administrator's batch, or when its work is sent back
  { ...quiet, action: "succeed", from: [...left], to: "same", by: [], needs: [], may: ["note"] },
  // 撤销移交
  { ...quiet, action: "unsucceed", from: [...left], to: "same", by: [], needs: [], may: ["note"] },
  // 退回另派: sent back to a closed unit that has no heir; whoever handles it now has the whole limit
  {
    ...quiet,
    action: "relieve",
    from: ["accepted"],
    to: "filed",
    by: [],
    needs: [],
    may: ["note"],
    voids: ["handle", "rectify", "contact", "assistSign", "assist", "stage"],
    starts: ["dispatch"],
    hands: "desk",
    tells: ["holder"],
  },
] as const satisfies readonly Move[];
