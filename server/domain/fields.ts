/**
 * The fields that moves ask for. One list drives the API body, the forms on the screen and the checks of the core.
 * `words` fields are free text written by people: they are sealed in the event, everything else is a public fact.
 */

export type FieldKind =
  | { readonly input: "words"; readonly max: number }
  | { readonly input: "reason"; readonly list: ReasonList }
  | { readonly input: "unit" }
  /** Several units, at most `max`. */
  | { readonly input: "units"; readonly max: number }
  /** A unit that assists and has not ended its part. */
  | { readonly input: "assistant" }
  /** Somebody of one's own unit. */
  | { readonly input: "account" }
  | { readonly input: "item" }
  | { readonly input: "condition" }
  | { readonly input: "point" }
  /** A thing of the register (部件), by its code. */
  | { readonly input: "component" }
  | { readonly input: "photos"; readonly stage: "before" | "after" | "check" }
  | { readonly input: "score" }
  | { readonly input: "yesNo" }
  /** A Chinese calendar day, `YYYY-MM-DD`. */
  | { readonly input: "date" }
  /** The number of another case (案卷号). */
  | { readonly input: "case" }
  /** Matters that one report tells of, each a case of its own. */
  | { readonly input: "parts" }
  /** Kinds of evidence that are at hand (办结凭据), codes of the taxonomy. */
  | { readonly input: "evidence" };

/** Lists of lawful reasons (fixtures/reasons.json); `emergency` names the lines 110, 119, 120. */
export type ReasonList =
  | "decline"
  | "return"
  | "rework"
  | "unsolved"
  | "emergency"
  | "release"
  | "unreached"
  | "link";

export const fields = {
  itemCode: { input: "item" },
  conditionCode: { input: "condition" },
  unit: { input: "unit" },
  suggestedUnit: { input: "unit" },
  /** 协办单位: one to five, as 12345 orders have them. */
  assistUnits: { input: "units", max: 5 },
  assistUnit: { input: "assistant" },
  /** Why an assistant is not waited for. */
  releaseReason: { input: "reason", list: "release" },
  /** 经办人 */
  handler: { input: "account" },
  declineReason: { input: "reason", list: "decline" },
  returnReason: { input: "reason", list: "return" },
  reworkReason: { input: "reason", list: "rework" },
  unsolvedReason: { input: "reason", list: "unsolved" },
  /** 110, 119 … to whom danger is handed. */
  service: { input: "reason", list: "emergency" },
  /** The line of the duty list (职责清单条目) that a return, a dispute or a ruling rests on. */
  basisItem: { input: "item" },
  /** 挂账至 */
  until: { input: "date" },
  /** 回复期限, set by whoever orders an answer. */
  answerBy: { input: "date" },
  /** 现场属实 */
  genuine: { input: "yesNo" },
  /** Explanation that goes with a reason or an order. */
  note: { input: "words", max: 1000 },
  /** What was done (处置结果); may be told to the reporter. */
  result: { input: "words", max: 2000 },
  point: { input: "point" },
  /** 补充照片: shown with the first ones. */
  photosMore: { input: "photos", stage: "before" },
  componentCode: { input: "component" },
  photosAfter: { input: "photos", stage: "after" },
  photosCheck: { input: "photos", stage: "check" },
  reached: { input: "yesNo" },
  solved: { input: "yesNo" },
  /** 未接通, 空号 …: why the reporter was not reached. */
  unreached: { input: "reason", list: "unreached" },
  /** 办理真实度: was it done as the answer says? */
  truthful: { input: "yesNo" },
  score: { input: "score" },
  /** The lead case, or the other of a pair. */
  into: { input: "case" },
  parts: { input: "parts" },
  evidence: { input: "evidence" },
  linkKind: { input: "reason", list: "link" },
} as const satisfies Record<string, FieldKind>;

export type FieldName = keyof typeof fields;

interface ValueByInput {
  words: string;
  reason: string;
  unit: string;
  units: readonly string[];
  assistant: string;
  account: string;
  item: string;
  condition: string;
  point: PointValue;
  component: string;
  photos: readonly string[];
  score: number;
  yesNo: boolean;
  date: string;
  case: string;
  parts: readonly PartValue[];
  evidence: readonly string[];
}

/** What one part of a split case is told as, and its item where it is known. */
export interface PartValue {
  readonly text: string;
  readonly itemCode?: string;
}

/** A place given by hand or by satellite, WGS-84 unless `datum` says otherwise. */
export interface PointValue {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy?: number;
  readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  readonly source?: "satellite" | "hand" | "words" | "import" | "register";
}

export type FieldValue<Name extends FieldName> = ValueByInput[(typeof fields)[Name]["input"]];
