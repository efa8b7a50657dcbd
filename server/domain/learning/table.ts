/** A table of weights in a quarter of its size: whole numbers from -127 to 127, with one scale for each row. */
export interface Table {
  readonly width: number;
  /** Row by row. */
  readonly cells: Int8Array;
  readonly scales: Float32Array;
}

const HIGHEST = 127;

export function shrink(weights: Float32Array, width: number): Table {
  const scales = new Float32Array(weights.length / width);
  const cells = new Int8Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    const from = row * width;
    let most = 0;
    for (let at = 0; at < width; at++) most = Math.max(most, Math.abs(weights[from + at] ?? 0));
    if (most === 0) continue;
    scales[row] = most / HIGHEST;
    for (let at = 0; at < width; at++)
      cells[from + at] = Math.round(((weights[from + at] ?? 0) / most) * HIGHEST);
  }
  return { width, cells, scales };
}

/** Adds the weighted sum of the rows named to `sums`. */
export function addRows(
  { width, cells, scales }: Table,
  {
    rows,
    values,
    length,
  }: { readonly rows: Int32Array; readonly values: Float32Array; readonly length: number },
  sums: Float32Array,
): void {
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    const value = (values[place] ?? 0) * (scales[row] ?? 0);
    const from = row * width;
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + value * (cells[from + at] ?? 0);
  }
}

export function weightAt({ width, cells, scales }: Table, row: number, column: number): number {
  return (cells[row * width + column] ?? 0) * (scales[row] ?? 0);
}
