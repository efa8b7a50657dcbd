import { NOBODY, ownerOf } from "./label.ts";
import { EDGE_LENGTH, HEADER } from "./pack.ts";

/** Answers which cell holds a point given in index units: its index, or NOBODY or SEVERAL. */
export type Finder = (x: number, y: number) => number;

/** Opens a packed index. The finder does no allocation and takes a few dozen nanoseconds. */
export function createFinder(index: Int32Array): Finder {
  const at = (place: number): number => index[place] ?? 0;
  const x0 = at(HEADER.x0);
  const y0 = at(HEADER.y0);
  const columns = at(HEADER.columns);
  const rows = at(HEADER.rows);
  const size = 2 ** at(HEADER.shift);
  const labels = index.subarray(HEADER.length, HEADER.length + at(HEADER.cells));
  const rasterStart = HEADER.length + labels.length;

  return function find(x, y) {
    if (x < x0 || y < y0) return NOBODY;
    const column = Math.floor((x - x0) / size);
    const row = Math.floor((y - y0) / size);
    if (column >= columns || row >= rows) return NOBODY;
    const entry = at(rasterStart + row * columns + column);
    return entry >= 0 ? entry - 1 : ownerOf(labelInLeaf(index, -entry, x, y), labels);
  };
}

/** The label at a point: the leaf's own, changed by each edge that lies strictly right of the point. */
function labelInLeaf(index: Int32Array, leaf: number, x: number, y: number): number {
  const at = (place: number): number => index[place] ?? 0;
  let label = at(leaf + 1);
  const end = leaf + 2 + EDGE_LENGTH * at(leaf);
  for (let edge = leaf + 2; edge < end; edge += EDGE_LENGTH) {
    const y1 = at(edge + 1);
    const y2 = at(edge + 3);
    if (y < y1 || y >= y2) continue;
    const x1 = at(edge);
    if ((at(edge + 2) - x1) * (y - y1) > (x - x1) * (y2 - y1)) label ^= at(edge + 4);
  }
  return label;
}
