import { createDecoder, NOBODY } from "./label.ts";
import { labelInLeaf } from "./leaf.ts";
import { HEADER_LENGTH } from "./pack.ts";
import { toUnits } from "./units.ts";

/** Answers which cell holds a point given in index units: its index, or NOBODY or SEVERAL. */
export type Finder = (x: number, y: number) => number;

/** Opens a packed index. The finder does no allocation and takes some tens of nanoseconds. */
export function createFinder(index: Int32Array): Finder {
  const { x0, y0, columns, rows, shift, raster, ownerOf } = opened(index);
  const withinSquare = 2 ** shift - 1;

  return function find(x, y) {
    const right = (x - x0) | 0;
    const up = (y - y0) | 0;
    const column = right >> shift;
    const row = up >> shift;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return NOBODY;
    const entry = raster[row * columns + column] ?? 0;
    if (entry >= 0) return entry - 1;
    return ownerOf(labelInLeaf(index, -entry, right & withinSquare, up & withinSquare));
  };
}

/** Fills in the cell of each of many points, given as lng, lat in turn in WGS-84 degrees. */
export type BulkFinder = (points: Float64Array, owners: Int32Array) => void;

/** Points looked at in one go: what is noted of them stays in the nearest cache. */
const AT_ONCE = 1024;

/**
 * The same answers as `createFinder`, faster for many points: a first pass reads the raster without a branch that
 * depends on it, so that the memory fetches ahead, and notes the points in squares with borders for a second pass.
 */
export function createBulkFinder(index: Int32Array): BulkFinder {
  const { x0, y0, columns, rows, shift, raster, ownerOf } = opened(index);
  const withinSquare = 2 ** shift - 1;
  const noted = {
    place: new Int32Array(AT_ONCE),
    leaf: new Int32Array(AT_ONCE),
    x: new Int32Array(AT_ONCE),
    y: new Int32Array(AT_ONCE),
  };

  return function fill(points, owners) {
    for (let start = 0; start < owners.length; start += AT_ONCE) {
      const count = readRaster(points, owners, start, Math.min(start + AT_ONCE, owners.length));
      judgeNoted(owners, count);
    }
  };

  /** @returns how many of the points were noted. */
  function readRaster(points: Float64Array, owners: Int32Array, start: number, end: number): number {
    let count = 0;
    for (let place = start; place < end; place += 1) {
      const right = (toUnits(points[2 * place] ?? 0) - x0) | 0;
      const up = (toUnits(points[2 * place + 1] ?? 0) - y0) | 0;
      const column = right >> shift;
      const row = up >> shift;
      if (column < 0 || row < 0 || column >= columns || row >= rows) {
        owners[place] = NOBODY;
        continue;
      }
      const entry = raster[row * columns + column] ?? 0;
      owners[place] = entry - 1;
      // Written for every point, kept only when the entry is negative: the place of a leaf.
      noted.place[count] = place;
      noted.leaf[count] = -entry;
      noted.x[count] = right & withinSquare;
      noted.y[count] = up & withinSquare;
      count += entry >>> 31;
    }
    return count;
  }

  function judgeNoted(owners: Int32Array, count: number): void {
    for (let note = 0; note < count; note += 1) {
      const label = labelInLeaf(index, noted.leaf[note] ?? 0, noted.x[note] ?? 0, noted.y[note] ?? 0);
      owners[noted.place[note] ?? 0] = ownerOf(label);
    }
  }
}

function opened(index: Int32Array) {
  const [x0 = 0, y0 = 0, columns = 0, rows = 0, shift = 0, cellCount = 0] = index;
  const rasterStart = HEADER_LENGTH + cellCount;
  return {
    x0,
    y0,
    columns,
    rows,
    shift,
    raster: index.subarray(rasterStart, rasterStart + columns * rows),
    ownerOf: createDecoder(index.subarray(HEADER_LENGTH, rasterStart)),
  };
}
