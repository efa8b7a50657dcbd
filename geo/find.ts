import { NOBODY, ownerOf } from "./label.ts";
import { EDGE_LENGTH, HEADER_LENGTH } from "./pack.ts";

/** Answers which cell holds a point given in index units: its index, or NOBODY or SEVERAL. */
export type Finder = (x: number, y: number) => number;

/** Opens a packed index. The finder does no allocation and takes some tens of nanoseconds. */
export function createFinder(index: Int32Array): Finder {
  const [x0 = 0, y0 = 0, columns = 0, rows = 0, shift = 0, cellCount = 0] = index;
  const labels = index.subarray(HEADER_LENGTH, HEADER_LENGTH + cellCount);
  const raster = index.subarray(HEADER_LENGTH + cellCount, HEADER_LENGTH + cellCount + columns * rows);

  return function find(x, y) {
    if (x < x0 || y < y0) return NOBODY;
    const column = (x - x0) >>> shift;
    const row = (y - y0) >>> shift;
    if (column >= columns || row >= rows) return NOBODY;
    const entry = raster[row * columns + column] ?? 0;
    return entry >= 0 ? entry - 1 : ownerOf(labelInLeaf(index, -entry, x, y), labels);
  };
}

/** The label at a point: the leaf's own, changed by each edge that lies strictly right of the point. */
function labelInLeaf(index: Int32Array, leaf: number, x: number, y: number): number {
  let label = index[leaf + 1] ?? 0;
  const end = leaf + 2 + EDGE_LENGTH * (index[leaf] ?? 0);
  for (let edge = leaf + 2; edge < end; edge += EDGE_LENGTH) {
    const y1 = index[edge + 1] ?? 0;
    const y2 = index[edge + 3] ?? 0;
    if (y < y1 || y >= y2) continue;
    const x1 = index[edge] ?? 0;
    const x2 = index[edge + 2] ?? 0;
    if ((x2 - x1) * (y - y1) > (x - x1) * (y2 - y1)) label ^= index[edge + 4] ?? 0;
  }
  return label;
}
