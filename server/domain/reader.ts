/** What the reader says of a text; the reader itself is made by `createReader` (reading/). */

export interface Candidate {
  readonly code: string;
  /** 0 … 1 */
  readonly probability: number;
  /** The words that counted, strongest first. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

export interface Reading {
  /** At most three, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Above the line: the machine may propose without asking a person first. */
  readonly sure: boolean;
  readonly speech: "report" | "consult" | "praise" | "supplement";
  /** Words of immediate danger, for the 110/119/120 prompt. */
  readonly danger: readonly string[];
  /** Why it is not sure. */
  readonly why: "belowLine" | "noWords" | "consult" | null;
}
