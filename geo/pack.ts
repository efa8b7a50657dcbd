import type { Frame } from "./frame.ts";
import { NOBODY, SEVERAL, labelOf, ownerOf } from "./label.ts";
import type { Square } from "./squares.ts";

/**
 * The index is one Int32Array, so that it can be stored, shared between threads or sent to a phone as it is:
 *
 *   header   x0, y0, columns, rows, shift, number of cells
 *   labels   one for each cell
 *   raster   one for each square: 1 + the cell that holds all of it, 0 for no cell, or −(place of its leaf)
 *   leaves   number of edges, label, then x1, y1, x2, y2, label of each edge
 */
export const HEADER_LENGTH = 6;

/** Numbers an edge takes in a leaf. */
export const EDGE_LENGTH = 5;

/** Lays out the squares of a raster as one Int32Array. */
export function packIndex(frame: Frame, squares: readonly Square[], cellCount: number): Int32Array {
  const labels = Int32Array.from({ length: cellCount }, (_, cellIndex) => labelOf(cellIndex));
  const header = [frame.x0, frame.y0, frame.columns, frame.rows, frame.shift, cellCount];
  const raster: number[] = [];
  const leaves: number[] = [];
  const leavesStart = HEADER_LENGTH + cellCount + squares.length;
  for (const square of squares) {
    const owner = square.edges.length === 0 ? ownerOf(square.label, labels) : SEVERAL;
    if (owner === SEVERAL) {
      raster.push(-(leavesStart + leaves.length));
      writeLeaf(square, leaves);
    } else {
      raster.push(owner === NOBODY ? 0 : owner + 1);
    }
  }
  const index = new Int32Array(leavesStart + leaves.length);
  index.set(header);
  index.set(labels, HEADER_LENGTH);
  index.set(raster, HEADER_LENGTH + cellCount);
  index.set(leaves, leavesStart);
  return index;
}

function writeLeaf(square: Square, leaves: number[]): void {
  leaves.push(square.edges.length, square.label);
  for (const edge of square.edges) leaves.push(edge.x1, edge.y1, edge.x2, edge.y2, edge.label);
}
