import { NOBODY, ownerOf } from "./label.ts";
import { HEADER_LENGTH, LEAF_FORM } from "./pack.ts";

/** Answers which cell holds a point given in index units: its index, or NOBODY or SEVERAL. */
export type Finder = (x: number, y: number) => number;

/** Opens a packed index. The finder does no allocation and takes some tens of nanoseconds. */
export function createFinder(index: Int32Array): Finder {
  const [x0 = 0, y0 = 0, columns = 0, rows = 0, shift = 0, cellCount = 0] = index;
  const labels = index.subarray(HEADER_LENGTH, HEADER_LENGTH + cellCount);
  const raster = index.subarray(HEADER_LENGTH + cellCount, HEADER_LENGTH + cellCount + columns * rows);
  const withinSquare = 2 ** shift - 1;

  return function find(x, y) {
    if (x < x0 || y < y0) return NOBODY;
    const column = (x - x0) >>> shift;
    const row = (y - y0) >>> shift;
    if (column >= columns || row >= rows) return NOBODY;
    const entry = raster[row * columns + column] ?? 0;
    if (entry >= 0) return entry - 1;
    return ownerOf(labelInLeaf(index, -entry, (x - x0) & withinSquare, (y - y0) & withinSquare), labels);
  };
}

/** The label at a point: the leaf's own, changed by each edge that lies strictly right of the point. */
function labelInLeaf(index: Int32Array, leaf: number, x: number, y: number): number {
  const head = index[leaf] ?? 0;
  const count = head >> 2;
  let label = index[leaf + 1] ?? 0;
  switch (head & 3) {
    case LEAF_FORM.twoSided: {
      const change = index[leaf + 2] ?? 0;
      const end = leaf + 3 + 2 * count;
      for (let edge = leaf + 3; edge < end; edge += 2) {
        if (isLeftOfJoined(x, y, index[edge] ?? 0, index[edge + 1] ?? 0)) label ^= change;
      }
      return label;
    }
    case LEAF_FORM.narrow: {
      const end = leaf + 2 + 3 * count;
      for (let edge = leaf + 2; edge < end; edge += 3) {
        if (isLeftOfJoined(x, y, index[edge] ?? 0, index[edge + 1] ?? 0)) label ^= index[edge + 2] ?? 0;
      }
      return label;
    }
    default:
      return labelInWideLeaf(index, leaf, x, y);
  }
}

function labelInWideLeaf(index: Int32Array, leaf: number, x: number, y: number): number {
  let label = index[leaf + 1] ?? 0;
  const end = leaf + 2 + 5 * ((index[leaf] ?? 0) >> 2);
  for (let edge = leaf + 2; edge < end; edge += 5) {
    const y1 = index[edge + 1] ?? 0;
    const y2 = index[edge + 3] ?? 0;
    if (y < y1 || y >= y2) continue;
    const x1 = index[edge] ?? 0;
    const x2 = index[edge + 2] ?? 0;
    if ((x2 - x1) * (y - y1) > (x - x1) * (y2 - y1)) label ^= index[edge + 4] ?? 0;
  }
  return label;
}

/** Whether a point lies strictly left of an edge that spans its height; an end is y in the high half, x in the low. */
function isLeftOfJoined(x: number, y: number, start: number, end: number): boolean {
  const y1 = start >> 16;
  const y2 = end >> 16;
  if (y < y1 || y >= y2) return false;
  const x1 = (start << 16) >> 16;
  const x2 = (end << 16) >> 16;
  return (x2 - x1) * (y - y1) > (x - x1) * (y2 - y1);
}
