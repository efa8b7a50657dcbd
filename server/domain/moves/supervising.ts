/** 效能监督: 催办 → 督办 → 通报, and the leader's note (批示), which is supervised like an order of the centre. */
import { everywhere, type Move, open, over, quiet } from "./row.ts";

export const supervisingMoves = [
  // 督办: must be answered
  {
    ...quiet,
    action: "supervise",
    from: [...open],
    alsoByItselfFrom: [...over],
    to: "same",
    by: ["centre"],
    when: ["notSupervised", "superviseLeft"],
    needs: ["note"],
    may: ["answerBy"],
    starts: ["supervise"],
    tells: ["holder"],
  },
  // 批示: an order of the centre that stands already becomes the leader's
  {
    ...quiet,
    action: "instruct",
    from: [...open],
    to: "same",
    by: ["leader"],
    when: ["notInstructed"],
    needs: ["note"],
    may: ["answerBy"],
    starts: ["supervise"],
    tells: ["holder"],
  },
  // 督办回复
  {
    ...quiet,
    action: "explain",
    from: [...everywhere],
    to: "same",
    by: ["leadUnit", "holder"],
    when: ["supervised"],
    needs: ["note"],
    may: [],
    stops: ["supervise"],
  },
  // 通报: the last step of the ladder, once per unit
  {
    ...quiet,
    action: "circulate",
    from: [...open, ...over],
    to: "same",
    by: ["centre"],
    when: ["climbed"],
    needs: ["note"],
    may: [],
    starts: ["supervise"],
    tells: ["holder"],
  },
] as const satisfies readonly Move[];
