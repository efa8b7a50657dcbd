/** The table of moves of a call: who may act when, and what it does to the department's part and clocks. */
import type { AnswerState, CallClockKind, CallState, DepartmentRating, TownshipRating } from "./call.ts";

/** `head` is the township's head (党政主要负责人), `department` one that was called, by its own part. */
export type CallMover = "township" | "head" | "department" | "centre";

export interface CallMove {
  readonly action: CallAction;
  readonly from: readonly CallState[];
  readonly by: readonly CallMover[];
  /** The department's own part must stand here, and stands there afterwards. */
  readonly part?: { readonly from: readonly AnswerState[]; readonly to: AnswerState };
  readonly stops: readonly CallClockKind[];
  readonly needs: readonly CallField[];
  readonly may?: readonly CallField[];
}

export type CallField =
  | "lead"
  | "basisItem"
  | "reason"
  | "result"
  | "note"
  | "unit"
  | "department"
  | "townshipRating";

export type CallAction =
  | "launch" // 发起呼叫
  | "approve" // 批准呼叫
  | "withdraw" // 不批准
  | "catch" // 中心指定牵头
  | "sign" // 签收
  | "contact" // 联系
  | "arrive" // 到场
  | "finish" // 办完
  | "decline" // 异议不接
  | "cosign" // 会签
  | "rateDepartment" // 乡镇评部门
  | "rateTownship"; // 部门评乡镇

export interface CallCommand {
  readonly action: CallAction;
  /** The version that the person saw. */
  readonly version: number;
  readonly commandId?: string;
  readonly lead?: string;
  readonly basisItem?: string;
  readonly reason?: string;
  readonly result?: string;
  readonly note?: string;
  /** Whom the township rates. */
  readonly unit?: string;
  readonly department?: DepartmentRating;
  readonly townshipRating?: TownshipRating;
}

const none = { stops: [], needs: [] } as const;
const own = { from: ["open"], by: ["department"] } as const;

export const callMoves: readonly CallMove[] = [
  { ...none, action: "approve", from: ["asked"], by: ["head"], stops: ["approve"] },
  { ...none, action: "withdraw", from: ["asked"], by: ["head"], stops: ["approve"], needs: ["reason"] },
  {
    action: "catch",
    from: ["uncaught"],
    by: ["centre"],
    stops: ["lead"],
    needs: ["lead", "basisItem"],
    may: ["note"],
  },
  { ...none, ...own, action: "sign", part: { from: ["called"], to: "signed" }, stops: ["sign"] },
  {
    ...own,
    action: "contact",
    part: { from: ["signed"], to: "contacted" },
    stops: ["contact"],
    needs: ["note"],
  },
  {
    ...own,
    action: "arrive",
    part: { from: ["signed", "contacted"], to: "arrived" },
    stops: ["contact", "onSite"],
    needs: [],
    may: ["note"],
  },
  {
    ...own,
    action: "finish",
    part: { from: ["arrived"], to: "done" },
    stops: ["done"],
    needs: ["result"],
  },
  // Only an assistant may decline: the lead answers, and argues by a ruling (裁定) if it must.
  {
    ...own,
    action: "decline",
    part: { from: ["called"], to: "declined" },
    stops: [],
    needs: ["basisItem", "reason"],
  },
  {
    ...none,
    action: "cosign",
    from: ["done"],
    by: ["department", "township"],
    stops: ["cosign"],
    may: ["note"],
  },
  {
    ...none,
    action: "rateDepartment",
    from: ["signedOff"],
    by: ["township"],
    needs: ["unit", "department"],
    may: ["note"],
  },
  {
    ...none,
    action: "rateTownship",
    from: ["signedOff"],
    by: ["department"],
    stops: ["rate"],
    needs: ["townshipRating"],
    may: ["note"],
  },
];
