/** 机构接续: what a closed unit left open goes to the unit that goes on with its matters, in one batch (decision 0056). */
import { type Move, open, quiet } from "./row.ts";

/** What was merged into a lead case stands still, and would be given back to its unit. */
const left = [...open, "merged"] as const;

export const succeedingMoves = [
  // 移交接续单位: by the administrator's batch alone
  { ...quiet, action: "succeed", from: [...left], to: "same", by: [], needs: [], may: ["note"] },
  // 撤销移交
  { ...quiet, action: "unsucceed", from: [...left], to: "same", by: [], needs: [], may: ["note"] },
] as const satisfies readonly Move[];
