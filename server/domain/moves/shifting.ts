/** 系统偏移: a source whose points were all wrong in one way, corrected case by case in one batch (decision 0028). */
import { everywhereAndMerged } from "./linking.ts";
import { type Move, quiet } from "./row.ts";

export const shiftingMoves = [
  // 改正偏移: by the batch alone, whatever has become of the case
  { ...quiet, action: "shift", from: [...everywhereAndMerged], to: "same", by: [], needs: [], may: ["note"] },
  // 撤销偏移改正
  {
    ...quiet,
    action: "unshift",
    from: [...everywhereAndMerged],
    to: "same",
    by: [],
    needs: [],
    may: ["note"],
  },
] as const satisfies readonly Move[];
