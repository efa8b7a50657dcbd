/** Leaves: what the squares that hold borders know, and how a point is judged by them. */
import { NOBODY, SEVERAL } from "./label.ts";
import { HEADER, HEADER_LENGTH } from "./layout.ts";

/**
 * How a leaf is written. Most squares touch two cells, so that all their edges change the label alike, and most
 * edges are short (`isNarrow`): then both numbers of an end share one, and the test fits into 32-bit arithmetic.
 * Each begins with 4 × number of edges + form.
 */
export const LEAF_FORM = {
  /** The square's label, then x1, y1, x2, y2, label of each edge. */
  wide: 0,
  /** The square's label, then start, end, label of each edge. */
  narrow: 1,
  /** The owner of points left of an even number of edges and that of an odd number, then start, end of each edge. */
  twoSided: 2,
} as const;

/**
 * Whether the ends of an edge (x1, y1, x2, y2, from the square's middle) fit into 16 bits each, and the products of
 * `isLeftOf` into 32 for any point of the square.
 */
export function isNarrow(ends: Int32Array, edge: number, halfWidth: number): boolean {
  for (let at = edge; at < edge + 4; at += 1) {
    const units = ends[at] ?? 0;
    if (units < -(2 ** 15) || units >= 2 ** 15) return false;
  }
  const x1 = ends[edge] ?? 0;
  const wide = Math.abs((ends[edge + 2] ?? 0) - x1);
  const high = (ends[edge + 3] ?? 0) - (ends[edge + 1] ?? 0);
  return (wide + Math.abs(x1) + halfWidth) * high < 2 ** 31;
}

/** Both coordinates of an edge's end in one number: y in the high half, x in the low. */
export function joined(x: number, y: number): number {
  return (y << 16) | (x & 0xff_ff);
}

/**
 * Who holds a point: given the place of the leaf of its square, and the point counted from the square's middle. Each
 * edge that lies strictly right of the point changes the leaf's label.
 */
export function ownerInLeaf(index: Int32Array, leaf: number, x: number, y: number): number {
  const head = index[leaf] ?? 0;
  const form = head & 3;
  if (form === LEAF_FORM.twoSided) {
    const end = leaf + 3 + (head >> 2) * 2;
    let isOdd = 0;
    for (let edge = leaf + 3; edge < end; edge += 2) {
      isOdd ^= isLeftOf(x, y, index[edge] ?? 0, index[edge + 1] ?? 0);
    }
    return index[leaf + 1 - isOdd] ?? 0;
  }
  const label = index[leaf + 1] ?? 0;
  if (form === LEAF_FORM.narrow) return ownerOf(index, label ^ changeByNarrow(index, leaf, x, y));
  return ownerOf(index, label ^ changeByWide(index, leaf, x, y));
}

function changeByNarrow(index: Int32Array, leaf: number, x: number, y: number): number {
  const end = leaf + 2 + ((index[leaf] ?? 0) >> 2) * 3;
  let change = 0;
  for (let edge = leaf + 2; edge < end; edge += 3) {
    change ^= (index[edge + 2] ?? 0) & isLeftOf(x, y, index[edge] ?? 0, index[edge + 1] ?? 0);
  }
  return change;
}

function changeByWide(index: Int32Array, leaf: number, x: number, y: number): number {
  const end = leaf + 2 + ((index[leaf] ?? 0) >> 2) * 5;
  let change = 0;
  for (let edge = leaf + 2; edge < end; edge += 5) {
    const y1 = index[edge + 1] ?? 0;
    const y2 = index[edge + 3] ?? 0;
    if (y < y1 || y >= y2) continue;
    const x1 = index[edge] ?? 0;
    const x2 = index[edge + 2] ?? 0;
    if ((x2 - x1) * (y - y1) > (x - x1) * (y2 - y1)) change ^= index[edge + 4] ?? 0;
  }
  return change;
}

/** The cell a label stands for, as `createDecoder` reads it, by the labels in the index. */
function ownerOf(index: Int32Array, label: number): number {
  if (label === 0) return NOBODY;
  const cell = (label & (index[HEADER.numberMask] ?? 0)) - 1;
  const isCell = cell >= 0 && cell < (index[HEADER.cellCount] ?? 0);
  return isCell && index[HEADER_LENGTH + cell] === label ? cell : SEVERAL;
}

/**
 * −1 when a point lies strictly left of an edge that spans its height, else 0. Worked out from signs alone: a branch
 * here is guessed wrong for every other point and costs more than the arithmetic.
 */
function isLeftOf(x: number, y: number, start: number, end: number): number {
  const x1 = (start << 16) >> 16;
  const y1 = start >> 16;
  const x2 = (end << 16) >> 16;
  const y2 = end >> 16;
  const above = y - y1;
  const lean = (Math.imul(x - x1, y2 - y1) - Math.imul(x2 - x1, above)) | 0;
  return (~above & (y - y2) & lean) >> 31;
}
