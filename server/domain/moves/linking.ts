/**
 * 并案, 分办, 关联: acts on cases that belong together. Those without a mover are the other half of an act on another
 * case, decided and stored with it (linking/together.ts).
 */
import { checkers, desk, everywhere, type Move, open, over, quiet } from "./row.ts";

/** In somebody's hands without a result yet. */
const inHand = ["reported", "verifying", "filed", "dispatched", "accepted"] as const;

/** No result yet: another report may be one with it. */
export const underWay = [...inHand, "waiting", "suspended", "split"] as const;

/** A merged case is neither open nor over, but may be spoken of. */
export const everywhereAndMerged = [...everywhere, "merged"] as const;

export const linkingMoves = [
  // 并入主件: its clocks stand still and its reporter hears the lead's result
  {
    ...quiet,
    action: "merge",
    together: true,
    from: [...inHand],
    to: "merged",
    by: [...checkers],
    when: ["notLead", "noPart"],
    needs: ["into"],
    may: ["note"],
    parks: true,
    undoneBy: "unmerge",
    hands: "nobody",
    tells: ["holder", "reporter"],
  },
  // 收并重复件: the same, seen from the lead
  {
    ...quiet,
    action: "gather",
    from: [...underWay],
    to: "same",
    by: [],
    needs: [],
    may: [],
    tells: ["holder"],
  },
  // 撤销并案: state, hands and clocks as they were
  {
    ...quiet,
    action: "unmerge",
    together: true,
    from: ["merged"],
    to: "varies",
    by: [...desk],
    needs: ["note"],
    may: [],
    unparks: true,
    tells: ["holder", "reporter"],
  },
  // 移出重复件
  { ...quiet, action: "shed", from: [...open], to: "same", by: [], needs: [], may: [] },
  // 随主件办结
  {
    ...quiet,
    action: "conclude",
    from: ["merged"],
    to: "varies",
    by: [],
    needs: [],
    may: [],
    starts: ["followUp"],
    hands: "followUp",
    tells: ["reporter"],
  },
  // 随主件重办: an order to answer (通报) that came meanwhile stands still as the limits do at merging
  {
    ...quiet,
    action: "rejoin",
    from: [...over],
    to: "merged",
    by: [],
    needs: [],
    may: [],
    voids: ["followUp", "review"],
    parks: true,
    hands: "nobody",
    tells: ["reporter"],
  },
  // 不是重复: said of a pair, so that it is not proposed again
  {
    ...quiet,
    action: "keepApart",
    together: true,
    from: [...open],
    to: "same",
    by: [...checkers],
    needs: ["into"],
    may: ["note"],
  },
  // 拆分分办: several matters in one report become cases of their own; the desk answers for the whole
  {
    ...quiet,
    action: "split",
    together: true,
    from: ["reported", "filed"],
    to: "split",
    by: [...desk],
    when: ["noPart"],
    needs: ["parts"],
    may: ["note"],
    stops: ["file", "dispatch"],
    starts: ["handle"],
    hands: "desk",
    tells: ["reporter"],
  },
  // 分办完成: when the last part has ended
  {
    ...quiet,
    action: "assemble",
    from: ["split"],
    to: "checked",
    by: [],
    needs: [],
    may: [],
    stops: ["handle"],
    starts: ["close"],
    hands: "desk",
    tells: ["holder"],
  },
  // 分办重办: a part came back
  {
    ...quiet,
    action: "resplit",
    from: ["checked", ...over],
    to: "split",
    by: [],
    needs: [],
    may: [],
    voids: ["close", "followUp", "review"],
    resumes: ["handle"],
    hands: "desk",
    tells: ["holder"],
  },
  // 关联案卷
  {
    ...quiet,
    action: "link",
    together: true,
    from: [...everywhereAndMerged],
    to: "same",
    by: [...desk],
    needs: ["into", "linkKind"],
    may: ["note"],
    undoneBy: "unlink",
  },
  // 解除关联
  {
    ...quiet,
    action: "unlink",
    together: true,
    from: [...everywhereAndMerged],
    to: "same",
    by: [...desk],
    needs: ["into"],
    may: ["note"],
  },
] as const satisfies readonly Move[];
