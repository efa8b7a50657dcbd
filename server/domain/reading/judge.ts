/** From scores to probabilities: softmax over the items and over "none of them". */
import type { ReadingContext } from "../reader.ts";
import type { ItemWords } from "./itemWords.ts";
import type { Scan } from "./scan.ts";

export interface Likely {
  /** Position of the item in the taxonomy. */
  readonly item: number;
  readonly probability: number;
}

/**
 * Chosen by likelihood on phrases left out one by one, plain and inside longer complaints, and on texts about nothing
 * in the taxonomy: how sharply scores decide, what "none" scores, and after how many words sharpness begins to fade.
 */
const TEMPERATURE = 0.6;
export const NONE = 5.5;
const DILUTION = 2;

/** A month in season, or a busy place, weighs as much as a weak word. */
const SEASON = 0.3;
const HABIT = 0.15;

/** e⁻²⁰: what lies so far below the likeliest adds nothing to the sum. */
const NEGLIGIBLE = -20;

/** The three likeliest items, likeliest first; equal ones in the order of the taxonomy. */
export function judgeScores(
  scan: Scan,
  items: readonly ItemWords[],
  context: ReadingContext,
): readonly Likely[] {
  const { scores } = scan;
  if (context.month !== undefined || context.history !== undefined) addPriors(scores, items, context);
  const sharpness = sharpnessOf(scan);
  const best = topThree(scores);
  const highest = Math.max(scores[best[0] ?? 0] ?? 0, NONE);
  let total = Math.exp((NONE - highest) * sharpness);
  for (let at = 0; at < scores.length; at++) {
    const below = ((scores[at] ?? 0) - highest) * sharpness;
    if (below > NEGLIGIBLE) total += Math.exp(below);
  }
  return best.map((item) => {
    return { item, probability: Math.exp(((scores[item] ?? 0) - highest) * sharpness) / total };
  });
}

/** From scores to log-odds: the more words were found, the less one of them decides. */
export function sharpnessOf({ telling }: Pick<Scan, "telling">): number {
  return 1 / (TEMPERATURE * Math.sqrt(1 + telling / DILUTION));
}

function addPriors(
  scores: Float64Array,
  items: readonly ItemWords[],
  { month, history }: ReadingContext,
): void {
  for (const [at, item] of items.entries()) {
    if (scores[at] === 0) continue;
    const season = month !== undefined && item.peakMonths.includes(month) ? SEASON : 0;
    scores[at] = (scores[at] ?? 0) + season + HABIT * Math.log1p(history?.get(item.code) ?? 0);
  }
}

function topThree(scores: Float64Array): readonly number[] {
  const best: number[] = [];
  let third = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= third) continue;
    const place = best.findIndex((other) => score > (scores[other] ?? 0));
    best.splice(place < 0 ? best.length : place, 0, at);
    if (best.length > 3) best.pop();
    if (best.length === 3) third = scores[best[2] ?? 0] ?? 0;
  }
  return best;
}
