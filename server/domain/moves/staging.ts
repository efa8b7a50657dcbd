/** 分段办理: each stage ends by an act on the record, which starts the clock of the next. */
import { type Move, quiet } from "./row.ts";

export const stagingMoves = [
  // 完成本阶段
  {
    ...quiet,
    action: "finishStage",
    from: ["accepted"],
    to: "same",
    by: ["leadUnit"],
    when: ["stageOpen"],
    needs: ["result"],
    may: ["photosAfter"],
    stops: ["stage"],
    starts: ["stage"],
  },
] as const satisfies readonly Move[];
