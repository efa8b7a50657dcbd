/** The small words that times are said with, as they stand in a text. */
import type { Day, Instant } from "../time.ts";

/** Whole days by number (see `dayNumber`), the last one excluded. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

/** Minutes after the day began, end excluded; beyond 1,440 they belong to the next day. */
export interface Minutes {
  readonly from: number;
  readonly until: number;
}

export interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

export interface Every {
  readonly every: "day" | "week" | "month";
  /** Of the week 0 = Sunday … 6, of the month 1 … 31; none for every one of them. */
  readonly days: readonly number[];
}

export type Part = "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night";

/** An hour as it was said: which half of the day is meant is settled by the part of the day, or not at all. */
export interface Clock {
  readonly hours: readonly [number, number];
  readonly minute: number;
  /** Minutes that the words leave open. */
  readonly span: number;
  /** By the clock of 24 hours. */
  readonly exact: boolean;
  readonly around: boolean;
}

export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: "day"; readonly days: Days }
  | { readonly kind: "part"; readonly part: Part; readonly minutes: Minutes }
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "every"; readonly every: Every }
  | { readonly kind: "ago" | "lasting"; readonly window: Window }
);

/** A holiday with a span of its own (春节, 国庆节). */
export interface Festival {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
}

export interface Moment {
  readonly now: Instant;
  readonly festivals: readonly Festival[];
}

/** A way of saying times. */
export interface Matcher {
  /** The characters it can begin with: most places of a text are passed by these alone. */
  readonly begins: string;
  /** What stands at one place of the text, or null: `before` is the text up to there, `rest` from there on. */
  readonly match: (rest: string, before: string, moment: Moment) => Found | null;
}

type Unplaced<T> = T extends unknown ? Omit<T, "at" | "end"> : never;

export type Found = Unplaced<Token> & { readonly length: number };
