/** What a county's history has taught: everything needed to judge a text, and how good it was on rows held back. */
import type { Calibration } from "./calibrate.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Line } from "./lines.ts";
import type { Table } from "./table.ts";
import type { Space } from "./vectors.ts";

export interface Model {
  readonly labels: readonly string[];
  readonly lexicon: Lexicon;
  readonly space: Space;
  /** As wide as there are labels. */
  readonly planes: Table;
  /** As wide as there are hidden cells. */
  readonly input: Table;
  readonly inputBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
  readonly calibration: Calibration;
  readonly summary: Summary;
}

/** For people: what it was made from and what to expect of it. */
export interface Summary {
  readonly rows: number;
  /** Share of right answers on held-back rows, and the other marks there; null with too few rows to hold any back. */
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  readonly topThree: number | null;
  readonly calibrationError: number | null;
  /** Lines for automatic dispatch and for suggestion, drawn on held-back rows. */
  readonly lines: readonly Line[];
  /** Less of a text known than this: it speaks of something new. */
  readonly familiar: number;
  /** Likeness (`likenessOf`) below this: like none of the labels. */
  readonly alike: number;
}
