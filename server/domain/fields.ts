/**
 * The fields that moves ask for. One list drives the API body, the forms on the screen and the checks of the core.
 * `words` fields are free text written by people: they are sealed in the event, everything else is a public fact.
 */

export type FieldKind =
  | { readonly input: "words"; readonly max: number }
  | { readonly input: "reason"; readonly list: "decline" | "return" | "rework" }
  | { readonly input: "unit" }
  | { readonly input: "item" }
  | { readonly input: "condition" }
  | { readonly input: "point" }
  | { readonly input: "photos"; readonly stage: "after" | "check" }
  | { readonly input: "score" }
  | { readonly input: "yesNo" };

export const fields = {
  itemCode: { input: "item" },
  conditionCode: { input: "condition" },
  unit: { input: "unit" },
  suggestedUnit: { input: "unit" },
  declineReason: { input: "reason", list: "decline" },
  returnReason: { input: "reason", list: "return" },
  reworkReason: { input: "reason", list: "rework" },
  /** Explanation that goes with a reason or an order. */
  note: { input: "words", max: 1000 },
  /** What was done (处置结果); may be told to the reporter. */
  result: { input: "words", max: 2000 },
  point: { input: "point" },
  photosAfter: { input: "photos", stage: "after" },
  photosCheck: { input: "photos", stage: "check" },
  reached: { input: "yesNo" },
  solved: { input: "yesNo" },
  score: { input: "score" },
} as const satisfies Record<string, FieldKind>;

export type FieldName = keyof typeof fields;

interface ValueByInput {
  words: string;
  reason: string;
  unit: string;
  item: string;
  condition: string;
  point: PointValue;
  photos: readonly string[];
  score: number;
  yesNo: boolean;
}

/** A place given by hand or by satellite, WGS-84 unless `datum` says otherwise. */
export interface PointValue {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy?: number;
  readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
}

export type FieldValue<Name extends FieldName> = ValueByInput[(typeof fields)[Name]["input"]];
