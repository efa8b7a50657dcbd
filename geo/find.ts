import { NOBODY, SEVERAL } from "./label.ts";
import { BEYOND, HEADER, HEADER_LENGTH, MARK } from "./layout.ts";
import { ownerInLeaf } from "./leaf.ts";
import { UNITS_PER_DEGREE } from "./units.ts";

/** Answers which cell holds a point given in index units: its index, or NOBODY or SEVERAL. */
export type Finder = (x: number, y: number) => number;

/** Opens a packed index. The finder does no allocation and takes some tens of nanoseconds. */
export function createFinder(index: Int32Array): Finder {
  const { x0, y0, columns, rows, columnShift, rowShift, rasterStart } = rasterOf(index);
  const [width, height] = [2 ** columnShift, 2 ** rowShift];

  return function find(x, y) {
    const right = (x - x0) | 0;
    const up = (y - y0) | 0;
    const column = right >> columnShift;
    const row = up >> rowShift;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return NOBODY;
    const entry = index[rasterStart + row * columns + column] ?? 0;
    if (entry >= SEVERAL) return entry;
    return ownerInLeaf(index, -entry, fromMiddle(right, width), fromMiddle(up, height));
  };
}

/** Fills in the cell of each of many points, given as lng, lat in turn in WGS-84 degrees. */
export type BulkFinder = (points: Float64Array, owners: Int32Array) => void;

/**
 * The same answers as `createFinder`, faster for many points. Most time goes by waiting for memory, so that a pass that
 * reads new memory does little else and nothing that depends on what it reads: then many reads are under way at once.
 */
export function createBulkFinder(index: Int32Array): BulkFinder {
  const raster = rasterOf(index);

  return function fill(points, owners) {
    for (let start = 0; start < owners.length; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, owners.length - start);
      locate(raster, points, start, count);
      readRaster(index, count);
      const leaves = noteLeaves(count);
      fetchLeaves(index, leaves);
      readLeaves(index, raster, leaves);
      owners.set(count < AT_ONCE ? answers.subarray(0, count) : answers, start);
    }
  };
}

/** Points looked at in one go: what is noted of them, and their leaves, stay in the nearest caches. */
const AT_ONCE = 1024;

// What is noted of the points in hand. Constants of the module cost the compiled loops nothing to reach.

/** Points counted from the corner of the frame. */
const xs = new Int32Array(AT_ONCE);
const ys = new Int32Array(AT_ONCE);
/** First the place of each point's entry in the index, then the entry, at last the owner. */
const answers = new Int32Array(AT_ONCE);
/** Which points lie in squares with borders. */
const noted = new Int32Array(AT_ONCE);
/** Written once for each lot, so that no compiler leaves out a reading ahead. */
const fetched = new Int32Array(1);

function locate(raster: Raster, points: Float64Array, start: number, count: number): void {
  const { x0, y0, columns, rows, columnShift, rowShift, rasterStart } = raster;
  for (let point = 0; point < count; point += 1) {
    const right = cutOff(points[2 * (start + point)] ?? 0, x0);
    const up = cutOff(points[2 * (start + point) + 1] ?? 0, y0);
    const column = right >> columnShift;
    const row = up >> rowShift;
    // Of a number below zero `>>> 0` makes one beyond all columns
    const isInside = column >>> 0 < columns && row >>> 0 < rows;
    answers[point] = isInside ? rasterStart + row * columns + column : HEADER.outside;
    xs[point] = right;
    ys[point] = up;
  }
}

function readRaster(index: Int32Array, count: number): void {
  for (let point = 0; point < count; point += 1) answers[point] = index[answers[point] ?? 0] ?? 0;
}

/** @returns how many points lie in squares with borders and were noted. */
function noteLeaves(count: number): number {
  let leaves = 0;
  for (let point = 0; point < count; point += 1) {
    // Written for every point, kept only when its entry is the place of a leaf.
    noted[leaves] = point;
    leaves += ((answers[point] ?? 0) - SEVERAL) >>> 31;
  }
  return leaves;
}

/** Reads both ends of each leaf, so that they are near when they are needed. */
function fetchLeaves(index: Int32Array, leaves: number): void {
  let sum = 0;
  for (let note = 0; note < leaves; note += 1) {
    const leaf = -(answers[noted[note] ?? 0] ?? 0);
    sum ^= (index[leaf] ?? 0) ^ (index[leaf + BEYOND] ?? 0);
  }
  fetched[0] = sum;
}

function readLeaves(index: Int32Array, { columnShift, rowShift }: Raster, leaves: number): void {
  const [width, height] = [1 << columnShift, 1 << rowShift];
  for (let note = 0; note < leaves; note += 1) {
    const point = noted[note] ?? 0;
    const x = fromMiddle(xs[point] ?? 0, width);
    const y = fromMiddle(ys[point] ?? 0, height);
    answers[point] = ownerInLeaf(index, -(answers[point] ?? 0), x, y);
  }
}

/** Index units from an origin, cut off instead of rounded down: the same but outside the frame, where nobody is. */
function cutOff(degrees: number, origin: number): number {
  return (degrees * UNITS_PER_DEGREE + 0.5 - origin) | 0;
}

/** A square's side is a power of two. */
function fromMiddle(units: number, side: number): number {
  return (units & (side - 1)) - (side >> 1);
}

type Raster = ReturnType<typeof rasterOf>;

function rasterOf(index: Int32Array) {
  const at = (place: number) => index[place] ?? 0;
  if (at(HEADER.mark) !== MARK) {
    throw new Error(`Got an index marked ${at(HEADER.mark)}, expected ${MARK}: build it again.`);
  }
  return {
    x0: at(HEADER.x0),
    y0: at(HEADER.y0),
    columns: at(HEADER.columns),
    rows: at(HEADER.rows),
    columnShift: at(HEADER.columnShift),
    rowShift: at(HEADER.rowShift),
    rasterStart: HEADER_LENGTH + at(HEADER.cellCount),
  };
}
