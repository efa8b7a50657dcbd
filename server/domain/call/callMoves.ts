/** The table of moves of a call: who may act when, and what it does to the department's part and clocks. */
import type { AnswerState, CallClockKind, CallState } from "./call.ts";

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
}

export type CallField = "lead" | "basisItem" | "reason" | "result" | "unit" | "department" | "townshipRating";

export type CallAction =
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

const none = { stops: [], needs: [] } as const;

export const callMoves: readonly CallMove[] = [
  { ...none, action: "approve", from: ["asked"], by: ["head"] },
  { ...none, action: "withdraw", from: ["asked"], by: ["head"], needs: ["reason"] },
  { ...none, action: "catch", from: ["uncaught"], by: ["centre"], needs: ["lead", "basisItem"] },
  {
    action: "sign",
    from: ["open"],
    by: ["department"],
    part: { from: ["called"], to: "signed" },
    stops: ["sign"],
    needs: [],
  },
  {
    action: "contact",
    from: ["open"],
    by: ["department"],
    part: { from: ["signed"], to: "contacted" },
    stops: ["contact"],
    needs: [],
  },
  {
    action: "arrive",
    from: ["open"],
    by: ["department"],
    part: { from: ["signed", "contacted"], to: "arrived" },
    stops: ["contact", "onSite"],
    needs: [],
  },
  {
    action: "finish",
    from: ["open"],
    by: ["department"],
    part: { from: ["arrived"], to: "done" },
    stops: ["done"],
    needs: ["result"],
  },
  // Only an assistant may decline: the lead answers, and argues by a ruling (裁定) if it must.
  {
    action: "decline",
    from: ["open"],
    by: ["department"],
    part: { from: ["called"], to: "declined" },
    stops: [],
    needs: ["basisItem", "reason"],
  },
  { ...none, action: "cosign", from: ["done"], by: ["department", "township"] },
  { ...none, action: "rateDepartment", from: ["signedOff"], by: ["township"], needs: ["unit", "department"] },
  { ...none, action: "rateTownship", from: ["signedOff"], by: ["department"], needs: ["townshipRating"] },
];
