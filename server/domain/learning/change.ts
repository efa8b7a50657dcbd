/**
 * What corrections add to the scores of a text: a few rows of weights, moved by each correction just as far as makes
 * the confirmed label win with a margin (passive-aggressive step), and never further than a slip of the hand may.
 */

/** By row of the features, as wide as there are labels. */
export type Change = ReadonlyMap<number, Float32Array>;

/** The weighed features of a text; `length` entries count. */
export interface Weighed {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly length: number;
}

/** Weight taken from one label and given to another, in the units of the scores. */
export interface Shift {
  readonly toward: number;
  /** Null where it is taken from nobody: the other is "none of them". */
  readonly from: number | null;
  readonly step: number;
}

export function addChange(change: Change, { rows, values, length }: Weighed, sums: Float32Array): void {
  for (let place = 0; change.size > 0 && place < length; place++) {
    const row = change.get(rows[place] ?? 0);
    const value = values[place] ?? 0;
    for (let at = 0; row !== undefined && at < sums.length; at++)
      sums[at] = (sums[at] ?? 0) + value * (row[at] ?? 0);
  }
}

/** In place. A text whose features have length 1 moves by exactly `step`, half of it on either side. */
export function applyShift(
  change: Map<number, Float32Array>,
  { rows, values, length }: Weighed,
  { shift, width }: { readonly shift: Shift; readonly width: number },
): void {
  const { toward, from, step } = shift;
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    let weights = change.get(row);
    if (weights === undefined) change.set(row, (weights = new Float32Array(width)));
    const value = (values[place] ?? 0) * (from === null ? step : step / 2);
    weights[toward] = (weights[toward] ?? 0) + value;
    if (from !== null) weights[from] = (weights[from] ?? 0) - value;
  }
}

/** A copy that can be moved without touching the one it came from. */
export function copyChange(change: Change): Map<number, Float32Array> {
  return new Map([...change].map(([row, weights]) => [row, weights.slice()]));
}
