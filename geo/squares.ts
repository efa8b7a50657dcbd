import { entersBox, leanOf } from "./crossing.ts";
import type { Edges } from "./edges.ts";
import type { Frame } from "./frame.ts";
import { createGrowing } from "./growing.ts";

/**
 * What the squares of a raster know, row by row from the south-west corner: the edges that enter them, and the label at
 * the lower right corner, which is the XOR of all edges that cross the height of that corner at it or right of it.
 */
export interface Squares {
  /** Edges of square k: `edges[starts[k]]` up to, not with, `edges[starts[k + 1]]`. */
  readonly starts: Int32Array;
  readonly edges: Int32Array;
  readonly cornerLabels: Int32Array;
}

/** Sorts the edges into the squares of a raster. */
export function squaresOf(frame: Frame, edges: Edges): Squares {
  const squares = createGrowing(4 * edges.labels.length);
  const entering = createGrowing(4 * edges.labels.length);
  const visitSquares = createVisitor(frame, edges.ends);
  for (let edge = 0; edge < edges.labels.length; edge += 1) {
    visitSquares(4 * edge, (square) => {
      squares.push(square);
      entering.push(edge);
    });
  }
  return {
    ...grouped(squares.written(), entering.written(), frame.columns * frame.rows),
    cornerLabels: cornerLabelsOf(frame, edges),
  };
}

/** Visits the squares that an edge enters. */
function createVisitor({ x0, y0, columns, columnShift, rowShift, width, height }: Frame, ends: Int32Array) {
  const box = { left: 0, bottom: 0, right: 0, top: 0 };

  return function visitSquares(edge: number, visit: (square: number) => void): void {
    const x1 = (ends[edge] ?? 0) - x0;
    const y1 = (ends[edge + 1] ?? 0) - y0;
    const x2 = (ends[edge + 2] ?? 0) - x0;
    const y2 = (ends[edge + 3] ?? 0) - y0;
    const slope = y2 === y1 ? 0 : (x2 - x1) / (y2 - y1);
    const lastRow = y2 >> rowShift;
    for (let row = y1 >> rowShift; row <= lastRow; row += 1) {
      const bottom = row << rowShift;
      const top = bottom + height;
      // Where the edge enters and leaves the row, with a unit of room for the rounding of the slope.
      const a = bottom <= y1 ? x1 : x1 + slope * (bottom - y1);
      const b = top >= y2 ? x2 : x1 + slope * (top - y1);
      const first = Math.max(0, (Math.min(a, b) - 1) >> columnShift);
      const last = Math.min(columns - 1, (Math.max(a, b) + 1) >> columnShift);
      box.bottom = y0 + bottom;
      box.top = y0 + top;
      for (let column = first; column <= last; column += 1) {
        box.left = x0 + (column << columnShift);
        box.right = box.left + width;
        if (entersBox(ends, edge, box)) visit(row * columns + column);
      }
    }
  };
}

/** Groups items by their keys, in the order they come (a counting sort). */
function grouped(keys: Int32Array, items: Int32Array, keyCount: number): Omit<Squares, "cornerLabels"> {
  const starts = new Int32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const edges = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    edges[place] = items[at] ?? 0;
    next[key] = place + 1;
  }
  return { starts, edges };
}

function cornerLabelsOf(frame: Frame, { ends, labels }: Edges): Int32Array {
  const corners = new Int32Array(frame.columns * frame.rows);
  const { height } = frame;
  for (let edge = 0; edge < labels.length; edge += 1) {
    const y1 = ends[4 * edge + 1] ?? 0;
    const y2 = ends[4 * edge + 3] ?? 0;
    for (let row = Math.ceil((y1 - frame.y0) / height); frame.y0 + row * height < y2; row += 1) {
      const column = columnOfCrossing(frame, ends, 4 * edge, frame.y0 + row * height);
      const square = row * frame.columns + column;
      corners[square] = (corners[square] ?? 0) ^ (labels[edge] ?? 0);
    }
  }
  for (let row = 0; row < frame.rows; row += 1) sumFromTheRight(corners, row * frame.columns, frame.columns);
  return corners;
}

/** The column in which an edge crosses a height: estimated, then settled by the exact test. */
function columnOfCrossing(frame: Frame, ends: Int32Array, edge: number, y: number): number {
  const { width } = frame;
  const x1 = ends[edge] ?? 0;
  const y1 = ends[edge + 1] ?? 0;
  const x = x1 + (((ends[edge + 2] ?? 0) - x1) * (y - y1)) / ((ends[edge + 3] ?? 0) - y1);
  let column = Math.floor((x - frame.x0) / width);
  while (leanOf(ends, edge, frame.x0 + column * width, y) < 0) column -= 1;
  while (leanOf(ends, edge, frame.x0 + (column + 1) * width, y) >= 0) column += 1;
  return column;
}

/** Turns "crossed inside this square" into "crossed anywhere right of this square", for one row. */
function sumFromTheRight(labels: Int32Array, start: number, length: number): void {
  let right = 0;
  for (let index = start + length - 1; index >= start; index -= 1) {
    const own = labels[index] ?? 0;
    labels[index] = right;
    right ^= own;
  }
}
