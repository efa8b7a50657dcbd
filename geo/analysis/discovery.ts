/**
 * Which of many tests to believe when at most a share `rate` of those believed may be false (Benjamini and Hochberg 1995).
 * @returns for each p whether it is believed.
 */
export function believed(ps: readonly number[], rate: number): readonly boolean[] {
  const order = ps.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p);
  const last = order.findLastIndex(({ p }, rank) => p <= (rate * (rank + 1)) / ps.length);
  const places = new Set(order.slice(0, last + 1).map(({ place }) => place));
  return ps.map((_, place) => places.has(place));
}

/** Chance that a standard normal value lies above a score (Abramowitz and Stegun 26.2.17; error below 1e-7). */
export function tailOf(score: number): number {
  if (score < 0) return 1 - tailOf(-score);
  const t = 1 / (1 + 0.2316419 * score);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (series * Math.exp((-score * score) / 2)) / Math.sqrt(2 * Math.PI);
}
