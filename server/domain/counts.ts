/** How often, how long, how bad: the county's countable limits beside its time limits (fixtures/counts.json). */

export type CountCode =
  | "extensions"
  | "suspensions"
  | "suspensionDays"
  | "waits"
  | "reopens"
  | "rectifications"
  | "dissatisfied";

export interface CountRule {
  readonly name: string;
  readonly value: number;
  /** The rule it comes from. */
  readonly basis: string;
}

export type Counts = Readonly<Record<CountCode, CountRule>>;
