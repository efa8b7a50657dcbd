import type { Edge } from "./edges.ts";

/** A raster of squares over the county. A square's side is a power of two, so that finding it is a shift. */
export interface Frame {
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  readonly shift: number;
}

/** Enough that most squares hold no border at all, and the others two or three edges. */
const SQUARES_PER_CELL = 64;

/** The finest raster over the edges with about `SQUARES_PER_CELL` squares for each cell. */
export function frameAround(edges: readonly Edge[], cellCount: number): Frame {
  const x0 = edges.reduce((least, edge) => Math.min(least, edge.x1, edge.x2), Infinity);
  const x1 = edges.reduce((most, edge) => Math.max(most, edge.x1, edge.x2), -Infinity);
  const y0 = edges.reduce((least, edge) => Math.min(least, edge.y1), Infinity);
  const y1 = edges.reduce((most, edge) => Math.max(most, edge.y2), -Infinity);
  if (edges.length === 0) return { x0: 0, y0: 0, columns: 0, rows: 0, shift: 0 };
  for (let shift = 4; ; shift += 1) {
    const columns = Math.floor((x1 - x0) / 2 ** shift) + 1;
    const rows = Math.floor((y1 - y0) / 2 ** shift) + 1;
    if (columns * rows <= SQUARES_PER_CELL * Math.max(cellCount, 16)) return { x0, y0, columns, rows, shift };
  }
}

/** The squares an edge may touch, as a superset that never misses one: `visit(column, row)`. */
export function visitSquares(frame: Frame, edge: Edge, visit: (column: number, row: number) => void): void {
  const size = 2 ** frame.shift;
  const slope = edge.y2 === edge.y1 ? 0 : (edge.x2 - edge.x1) / (edge.y2 - edge.y1);
  const firstRow = Math.floor((edge.y1 - frame.y0) / size);
  const lastRow = Math.floor((edge.y2 - frame.y0) / size);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const bottom = Math.max(edge.y1, frame.y0 + row * size);
    const top = Math.min(edge.y2, frame.y0 + (row + 1) * size);
    const flat = edge.y1 === edge.y2;
    const a = flat ? edge.x1 : edge.x1 + slope * (bottom - edge.y1);
    const b = flat ? edge.x2 : edge.x1 + slope * (top - edge.y1);
    // One unit of room on each side covers the rounding of the slope.
    const first = Math.max(0, Math.floor((Math.min(a, b) - 1 - frame.x0) / size));
    const last = Math.min(frame.columns - 1, Math.floor((Math.max(a, b) + 1 - frame.x0) / size));
    for (let column = first; column <= last; column += 1) visit(column, row);
  }
}
