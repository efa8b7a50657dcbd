/**
 * The one table of moves: every act that may change a case, in the order of the regulation.
 * Permission, API body, buttons, forms, clocks, audit and docs/workflow.md are read from it; nothing restates it.
 * Source of the rows: the seven stages of digital city management (信息收集 … 综合评价) and the 12345 order flow.
 */
import type { FieldValue } from "./fields.ts";
import { componentMoves } from "./moves/components.ts";
import { assistingMoves } from "./moves/assisting.ts";
import { arguingMoves } from "./moves/arguing.ts";
import { honestMoves } from "./moves/honest.ts";
import { everywhereAndMerged, linkingMoves } from "./moves/linking.ts";
import { intakeMoves } from "./moves/intake.ts";
import { pausingMoves } from "./moves/pausing.ts";
import { checkers, desk, type Move, open, over, quiet } from "./moves/row.ts";
import { shiftingMoves } from "./moves/shifting.ts";
import { stagingMoves } from "./moves/staging.ts";
import { succeedingMoves } from "./moves/succeeding.ts";
import { supervisingMoves } from "./moves/supervising.ts";
import { withdrawingMoves } from "./moves/withdrawing.ts";

export type { Holder, Move, Mover } from "./moves/row.ts";

export const moves = [
  // 上报: the first act of every case; posted as a report, not as a move
  {
    ...quiet,
    action: "report",
    from: [],
    to: "reported",
    by: [],
    needs: [],
    may: [],
    starts: ["file"],
    hands: "desk",
    tells: ["holder"],
  },
  // 更正位置
  {
    ...quiet,
    action: "place",
    from: ["reported", "filed"],
    to: "same",
    by: [...checkers],
    needs: ["point"],
    may: ["note"],
    undoneBy: "place",
    hands: "desk",
  },
  // 立案
  {
    ...quiet,
    action: "file",
    from: ["reported"],
    to: "filed",
    by: [...desk],
    needs: ["itemCode"],
    // 紧急事项: the line that was called is recorded with the filing
    may: ["conditionCode", "service", "note"],
    stops: ["file"],
    starts: ["dispatch"],
    hands: "desk",
  },
  // 不予立案
  {
    ...quiet,
    action: "decline",
    from: ["reported"],
    to: "declined",
    by: [...desk],
    needs: ["declineReason", "note"],
    may: [],
    stops: ["file"],
    voids: ["supervise"],
    hands: "nobody",
    tells: ["reporter"],
  },
  // 派遣: acceptance and handling are both timed from here, so that not signing stops no clock
  {
    ...quiet,
    action: "dispatch",
    from: ["filed"],
    to: "dispatched",
    by: [...desk],
    when: ["notFrozen"],
    needs: ["unit"],
    may: ["assistUnits", "note"],
    stops: ["dispatch"],
    starts: ["accept", "handle", "contact", "assistSign", "assist", "stage"],
    hands: "leadUnit",
    tells: ["holder", "assistants", "reporter"],
  },
  // 签收
  {
    ...quiet,
    action: "accept",
    from: ["dispatched"],
    to: "accepted",
    by: ["leadUnit"],
    needs: [],
    may: ["note"],
    stops: ["accept"],
    hands: "leadUnit",
  },
  // 退单: not ours; back to the desk, nobody is judged for the time it was there
  {
    ...quiet,
    action: "return",
    from: ["dispatched"],
    to: "filed",
    by: ["leadUnit"],
    when: ["notRuled", "noDispute", "firstReturn", "inReturnWindow"],
    needs: ["returnReason", "note"],
    may: ["basisItem", "suggestedUnit"],
    stops: ["accept"],
    voids: ["handle", "contact", "assistSign", "assist", "stage"],
    starts: ["dispatch"],
    hands: "desk",
    tells: ["holder", "assistants"],
  },
  // 处置
  {
    ...quiet,
    action: "handle",
    from: ["accepted"],
    to: "handled",
    by: ["leadUnit"],
    when: ["assistantsSettled", "stagesFinished"],
    needs: ["result"],
    may: ["photosAfter", "evidence"],
    stops: ["handle", "rectify"],
    voids: ["contact", "approve", "ruling"],
    starts: ["check"],
    hands: "checker",
    tells: ["holder"],
  },
  // 核查通过: by somebody who did not do the work
  {
    ...quiet,
    action: "check",
    from: ["handled"],
    to: "checked",
    by: [...checkers],
    needs: [],
    may: ["note", "photosCheck"],
    stops: ["check"],
    starts: ["close", "recheck"],
    hands: "desk",
    tells: ["holder"],
  },
  // 返工
  {
    ...quiet,
    action: "rework",
    from: ["handled"],
    to: "accepted",
    by: [...checkers],
    when: ["hasLead"],
    needs: ["reworkReason"],
    may: ["note", "photosCheck"],
    stops: ["check"],
    starts: ["stage"],
    resumes: ["handle", "rectify"],
    hands: "leadUnit",
    tells: ["holder"],
  },
  // 结案
  {
    ...quiet,
    action: "close",
    from: ["checked"],
    to: "closed",
    by: [...desk],
    when: ["notAdmitted"],
    needs: [],
    may: ["note"],
    stops: ["close"],
    voids: ["supervise"],
    starts: ["followUp"],
    hands: "followUp",
    tells: ["reporter"],
  },
  // 回访
  {
    ...quiet,
    action: "followUp",
    from: ["closed", "unsolved"],
    to: "followedUp",
    by: [...desk],
    needs: ["reached"],
    may: ["unreached", "solved", "truthful", "score", "note"],
    stops: ["followUp"],
    hands: "nobody",
  },
  // 评价: by the reporter, once
  {
    ...quiet,
    action: "rate",
    from: [...over],
    to: "same",
    by: ["resident"],
    needs: ["score"],
    may: ["solved", "note"],
    tells: [],
  },
  // 催办: a nudge that is counted; changes nothing else
  {
    ...quiet,
    action: "urge",
    from: [...open],
    alsoByItselfFrom: [...over],
    to: "same",
    by: ["township", "centre", "leader"],
    when: ["heldByOthers"],
    needs: [],
    may: ["note"],
    starts: ["supervise"],
    tells: ["holder"],
  },
  // 备注, and what a resident adds (补充情况)
  {
    ...quiet,
    action: "comment",
    from: [...everywhereAndMerged],
    to: "same",
    by: ["gridWorker", "township", "centre", "leader", "leadUnit", "assistant", "resident"],
    needs: ["note"],
    may: ["photosMore"],
    tells: [],
  },
  ...intakeMoves,
  ...componentMoves,
  ...shiftingMoves,
  ...assistingMoves,
  ...stagingMoves,
  ...arguingMoves,
  ...pausingMoves,
  ...honestMoves,
  ...supervisingMoves,
  ...linkingMoves,
  ...withdrawingMoves,
  ...succeedingMoves,
] as const satisfies readonly Move[];

type Row = (typeof moves)[number];

export type Action = Row["action"];

/** What a caller must and may send for one act, typed from its row. */
export type Command<A extends Action = Action> = {
  [R in Row as R["action"]]: {
    readonly action: R["action"];
    /** The version of the case that the person saw. */
    readonly version: number;
    /** Made by the sender, so that sending twice acts once. */
    readonly commandId?: string;
  } & { readonly [N in R["needs"][number]]: FieldValue<N> } & {
    readonly [N in R["may"][number]]?: FieldValue<N>;
  };
}[A];

const moveByAction: ReadonlyMap<string, Move> = new Map(moves.map((move) => [move.action, move]));

/** The row of an act; null for a word that is no act. */
export function moveNamed(action: string): Move | null {
  return moveByAction.get(action) ?? null;
}
