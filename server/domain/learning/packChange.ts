/**
 * What corrections add up to, as bytes and back, exactly. Numbers of rows and cells, then for each row its feature and
 * how many labels it moves, then the labels, then the weights; each part at a multiple of four bytes, little-endian. Rows
 * rise by feature, so that equal changes are equal bytes.
 */
import type { Change } from "./change.ts";

interface Row {
  readonly labels: Uint32Array;
  readonly weights: Float32Array;
}

/** All of it; rows and weights that are 0 are left out. */
export function packChange(change: Change): Uint8Array {
  const rows = [...change].map(([id, weights]) => [id, cellsOf(weights)] as const);
  return pack(rows.filter(([, { labels }]) => labels.length > 0));
}

/** These rows alone, as they are now; one that is empty says that it is gone. */
export function packRows(change: Change, rows: Iterable<number>): Uint8Array {
  return pack([...rows].map((id) => [id, cellsOf(change.get(id) ?? new Float32Array(0))] as const));
}

/** @param moved by `packRows`, on top of `kept`. @returns null when either is damaged. */
export function mergeRows(kept: Uint8Array, moved: Uint8Array): Uint8Array | null {
  const [before, after] = [unpack(kept), unpack(moved)];
  if (before === null || after === null) return null;
  const rows = [...new Map([...before, ...after])];
  return pack(rows.filter(([, { labels }]) => labels.length > 0));
}

/** @param width of each row: as many as there are items. @returns null when the bytes are not such a change. */
export function unpackChange(bytes: Uint8Array, width: number): Change | null {
  const rows = unpack(bytes);
  return rows && new Map([...rows].map(([id, row]) => [id, weightsOf(row, width)]));
}

function pack(unsorted: readonly (readonly [id: number, row: Row])[]): Uint8Array {
  const rows = [...unsorted].sort(([a], [b]) => a - b);
  const cells = rows.reduce((sum, [, { labels }]) => sum + labels.length, 0);
  const bytes = new Uint8Array(8 * (1 + rows.length + cells));
  const head = new Uint32Array(bytes.buffer, 0, 2 * (1 + rows.length));
  const labels = new Uint32Array(bytes.buffer, head.byteLength, cells);
  const weights = new Float32Array(bytes.buffer, head.byteLength + 4 * cells, cells);
  head.set([rows.length, cells]);
  let cell = 0;
  for (const [at, [id, row]] of rows.entries()) {
    head[2 + at] = id;
    head[2 + rows.length + at] = row.labels.length;
    labels.set(row.labels, cell);
    weights.set(row.weights, cell);
    cell += row.labels.length;
  }
  return bytes;
}

function unpack(bytes: Uint8Array): ReadonlyMap<number, Row> | null {
  const { buffer } = bytes.slice();
  const [rows = 0, cells = 0] = bytes.length < 8 ? [] : new Uint32Array(buffer, 0, 2);
  if (bytes.length < 8 || bytes.length !== 8 * (1 + rows + cells)) return null;
  const ids = new Uint32Array(buffer, 8, rows);
  const counts = new Uint32Array(buffer, 8 + 4 * rows, rows);
  const labels = new Uint32Array(buffer, 8 * (1 + rows), cells);
  const weights = new Float32Array(buffer, 8 * (1 + rows) + 4 * cells, cells);
  const found = new Map<number, Row>();
  let cell = 0;
  for (const [at, id] of ids.entries()) {
    const end = cell + (counts[at] ?? 0);
    found.set(id, { labels: labels.slice(cell, end), weights: weights.slice(cell, end) });
    cell = end;
  }
  return found;
}

function cellsOf(weights: Float32Array): Row {
  const labels = Uint32Array.from(weights.keys()).filter((label) => weights[label] !== 0);
  return { labels, weights: Float32Array.from(labels, (label) => weights[label] ?? 0) };
}

function weightsOf({ labels, weights }: Row, width: number): Float32Array {
  const moved = new Float32Array(width);
  for (const [at, label] of labels.entries()) moved[label] = weights[at] ?? 0;
  return moved;
}
