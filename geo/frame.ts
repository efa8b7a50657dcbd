/**
 * A raster of squares over the county. Sides of a square are powers of two, so that finding it is a shift; it may be
 * twice as wide as high, as a degree of longitude is the shorter one.
 */
export interface Frame {
  /** The south-west corner lies a unit outside of all edges: nothing is there, and a cut-off fraction of a unit does no harm. */
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  readonly columnShift: number;
  readonly rowShift: number;
  /** Of a square: 2 to the power of its shift. */
  readonly width: number;
  readonly height: number;
}

/** Enough that most squares hold no border at all, and the others two or three edges. */
const SQUARES_PER_CELL = 128;

const EMPTY: Frame = {
  x0: 0,
  y0: 0,
  columns: 0,
  rows: 0,
  columnShift: 0,
  rowShift: 0,
  width: 1,
  height: 1,
};

/** The finest raster over edges (x1, y1, x2, y2 in turn) with at most `SQUARES_PER_CELL` squares for each cell. */
export function frameAround(ends: Int32Array, cellCount: number): Frame {
  if (ends.length === 0) return EMPTY;
  const { west, south, east, north } = boundsOf(ends);
  const [x0, y0] = [west - 1, south - 1];
  for (let halvings = 8; ; halvings += 1) {
    const rowShift = halvings >> 1;
    const columnShift = halvings - rowShift;
    const [width, height] = [2 ** columnShift, 2 ** rowShift];
    const columns = Math.floor((east - x0) / width) + 1;
    const rows = Math.floor((north - y0) / height) + 1;
    const isCoarseEnough = columns * rows <= SQUARES_PER_CELL * Math.max(cellCount, 16);
    if (isCoarseEnough) return { x0, y0, columns, rows, columnShift, rowShift, width, height };
  }
}

function boundsOf(ends: Int32Array) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ends.length; at += 2) {
    const x = ends[at] ?? 0;
    const y = ends[at + 1] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}
