/** What happened in a cell, and how many households (or people, or square kilometres) it could have happened to. */
export interface CellCount {
  readonly events: number;
  readonly base: number;
}

/**
 * Events per base, with small numbers drawn towards the county's rate (empirical Bayes, Marshall 1991): one event among
 * ten households proves less than a hundred among a thousand.
 */
export function smoothedRates(counts: readonly CellCount[]): readonly number[] {
  const bases = sum(counts.map(({ base }) => base));
  if (bases === 0) return counts.map(() => 0);
  const mean = sum(counts.map(({ events }) => events)) / bases;
  const spread = sum(counts.map(({ events, base }) => (base > 0 ? base * (events / base - mean) ** 2 : 0)));
  // What varies beyond chance; never negative.
  const between = Math.max(0, spread / bases - (mean * counts.length) / bases);
  return counts.map(({ events, base }) => {
    if (base <= 0 || between === 0) return mean;
    const trust = between / (between + mean / base);
    return mean + trust * (events / base - mean);
  });
}

/** 1.96 is what chance exceeds in one cell of forty: below it a cell is not called hot. */
export const HOT_SCORE = 1.96;

/**
 * Getis and Ord's Gi* (1995): for each cell, by how many standard deviations the values of it and its neighbours lie above
 * those of the county. All zero when the cells do not differ.
 */
export function hotScores(
  values: readonly number[],
  neighbours: readonly (readonly number[])[],
): readonly number[] {
  const { length } = values;
  const mean = sum(values) / length;
  const deviation = Math.sqrt(Math.max(0, sum(values.map((value) => value * value)) / length - mean * mean));
  return values.map((own, place) => {
    const around = neighbours[place] ?? [];
    const weight = around.length + 1;
    const scale = deviation * Math.sqrt((length * weight - weight * weight) / (length - 1));
    if (!(scale > 0)) return 0;
    return (own + sum(around.map((other) => values[other] ?? 0)) - mean * weight) / scale;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
