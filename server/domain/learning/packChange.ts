/**
 * What corrections add up to, as bytes and back, exactly. Numbers of rows and cells, then for each row its feature and
 * how many labels it moves, then the labels, then the weights; each part at a multiple of four bytes, little-endian.
 */
import type { Change } from "./change.ts";

/** Weights that are 0 are left out. */
export function packChange(change: Change): Uint8Array {
  const rows = [...change].map(([id, weights]) => ({ id, cells: cellsOf(weights) }));
  const cells = rows.flatMap((row) => row.cells);
  const parts = [
    Uint32Array.of(rows.length, cells.length),
    Uint32Array.from(rows, ({ id }) => id),
    Uint32Array.from(rows, (row) => row.cells.length),
    Uint32Array.from(cells, ([label]) => label),
    Float32Array.from(cells, ([, weight]) => weight),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer), at);
    at += part.byteLength;
  }
  return bytes;
}

/** @param width of each row: as many as there are items. @returns null when the bytes are not such a change. */
export function unpackChange(bytes: Uint8Array, width: number): Change | null {
  const { buffer } = bytes.slice();
  const [rows = 0, cells = 0] = bytes.length < 8 ? [] : new Uint32Array(buffer, 0, 2);
  if (bytes.length < 8 || bytes.length !== 8 * (1 + rows + cells)) return null;
  const ids = new Uint32Array(buffer, 8, rows);
  const counts = new Uint32Array(buffer, 8 + 4 * rows, rows);
  const labels = new Uint32Array(buffer, 8 * (1 + rows), cells);
  const weights = new Float32Array(buffer, 8 * (1 + rows) + 4 * cells, cells);
  const change = new Map<number, Float32Array>();
  let cell = 0;
  for (const [row, id] of ids.entries()) {
    const moved = new Float32Array(width);
    for (const stop = cell + (counts[row] ?? 0); cell < stop; cell++)
      moved[labels[cell] ?? 0] = weights[cell] ?? 0;
    change.set(id, moved);
  }
  return change;
}

function cellsOf(weights: Float32Array): readonly (readonly [label: number, weight: number])[] {
  return [...weights.entries()].filter(([, weight]) => weight !== 0);
}
