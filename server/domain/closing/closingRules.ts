/** The county's rules about closing that is true, as data (fixtures/closing.json). */
import type { Channel } from "../case.ts";

export interface ClosingRules {
  readonly version: string;
  readonly photo: {
    /** A closing photo taken further away than this from the case is flagged. */
    readonly metres: number;
    /** Pictures whose prints differ in at most so many of 64 bits count as one; 3 at most, as the index finds no more. */
    readonly bits: number;
  };
  readonly recheck: {
    /** Share of checked cases that a neighbouring grid worker looks at again, 0 … 1. */
    readonly share: number;
    /** Changing it draws other cases; the draw itself can be repeated by anybody. */
    readonly seed: string;
    /** Complaints: channels of which every case is looked at again … */
    readonly channels: readonly Channel[];
    /** … and whatever the resident brought back. */
    readonly broughtBack: boolean;
  };
  readonly reply: {
    /** Shorter answers are flagged. */
    readonly letters: number;
    /** From how alike (0 … 1) two answers are one template. */
    readonly template: number;
    /** Words of the office's own traffic, which tell the reporter nothing. */
    readonly internal: readonly string[];
  };
  /** Other scales of satisfaction, each with what the five levels are on it. */
  readonly scales: readonly Scale[];
}

export interface Scale {
  readonly code: string;
  readonly name: string;
  /** From level 1 (非常不满意) to 5 (非常满意). */
  readonly levels: readonly [string, string, string, string, string];
}

/** What one of the five levels is called on each of the other scales. */
export function onScales(
  score: number,
  { scales }: ClosingRules,
): readonly { name: string; level: string }[] {
  return scales.flatMap(({ name, levels }) => {
    const level = levels[score - 1];
    return level === undefined ? [] : [{ name, level }];
  });
}
