/** 作假迹象: what may be done to look in time. A sign is a question to be asked about cases, never a judgement of persons. */

export type SignCode =
  | "reopenedSoon" // 压线办结后被退回重办
  | "itemChanged" // 压线改事项
  | "returnedLate" // 压线退单
  | "returnedBack" // 退了又派回
  | "manyAtOnce"; // 一分钟内集中办结

/** A row of fixtures/supervision.json. `{minutes}`, `{used}` and `{count}` in the rule are filled in from it. */
export interface SignRule {
  readonly code: SignCode;
  readonly name: string;
  /** The rule in words, as the centre reads it. */
  readonly rule: string;
  /** Before the limit, by the wall clock; for `manyAtOnce` the length of the window. */
  readonly minutes: number;
  /** Of the limit that must be used up, so that short limits do not make everybody late: 0.75 is three quarters. */
  readonly used: number;
  /** From how many cases on. */
  readonly count: number;
}
