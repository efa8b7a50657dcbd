/**
 * The most specific rule wins. Dimensions are compared one after the other in the order the catalogue writes down; the
 * first on which two rules differ decides, and what is narrower there goes before.
 */
import type { Match } from "./match.ts";
import type { Dimension } from "./rule.ts";

/** The order for catalogues that name none: from what the thing is, over where it is, to when. */
export const usualOrder: readonly Dimension[] = [
  "item",
  "condition",
  "owner",
  "name",
  "area",
  "ground",
  "road",
  "words",
  "time",
];

/** Negative when `a` goes before `b`; 0 when the order does not tell them apart. */
export function compareMatches(a: Match, b: Match, order: readonly Dimension[]): number {
  for (const dimension of order) {
    const difference = narrowOf(b, dimension) - narrowOf(a, dimension);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The dimension on which `winner` is ahead; null when nothing tells them apart. */
export function decidedBy(winner: Match, other: Match, order: readonly Dimension[]): Dimension | null {
  return order.find((dimension) => narrowOf(winner, dimension) > narrowOf(other, dimension)) ?? null;
}

function narrowOf({ met }: Match, dimension: Dimension): number {
  return met.find((found) => found.dimension === dimension)?.narrow ?? 0;
}
