import type { Edge } from "./edges.ts";
import type { Frame } from "./frame.ts";
import { createDecoder, labelsOf, NOBODY, SEVERAL } from "./label.ts";
import { isNarrow, joined, LEAF_FORM } from "./leaf.ts";
import type { Square } from "./squares.ts";

/**
 * The index is one Int32Array, so that it can be stored, shared between threads or sent to a phone as it is:
 *
 *   header   x0, y0, columns, rows, shift, number of cells
 *   labels   one for each cell
 *   raster   one for each square: 1 + the cell that holds all of it, 0 for no cell, or −(place of its leaf)
 *   leaves   4 × number of edges + form, label, then the edges, counted from the square's south-west corner
 */
export const HEADER_LENGTH = 6;

/** Lays out the squares of a raster as one Int32Array. */
export function packIndex(frame: Frame, squares: readonly Square[], cellCount: number): Int32Array {
  const labels = labelsOf(cellCount);
  const ownerOf = createDecoder(labels);
  const header = [frame.x0, frame.y0, frame.columns, frame.rows, frame.shift, cellCount];
  const raster: number[] = [];
  const leaves: number[] = [];
  const leavesStart = HEADER_LENGTH + cellCount + squares.length;
  for (const [place, square] of squares.entries()) {
    const owner = square.edges.length === 0 ? ownerOf(square.label) : SEVERAL;
    if (owner === SEVERAL) {
      raster.push(-(leavesStart + leaves.length));
      writeLeaf(square, cornerOf(frame, place), 2 ** frame.shift, leaves);
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

function cornerOf({ x0, y0, columns, shift }: Frame, place: number): Corner {
  return { x: x0 + (place % columns) * 2 ** shift, y: y0 + Math.floor(place / columns) * 2 ** shift };
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function writeLeaf({ label, edges }: Square, corner: Corner, size: number, leaves: number[]): void {
  const own = edges.map((edge) => fromCorner(edge, corner));
  const form = formFor(own, size);
  leaves.push(4 * edges.length + form, label);
  if (form === LEAF_FORM.twoSided) leaves.push(edges[0]?.label ?? 0);
  for (const edge of own) {
    if (form === LEAF_FORM.wide) leaves.push(edge.x1, edge.y1, edge.x2, edge.y2);
    else leaves.push(joined(edge.x1, edge.y1), joined(edge.x2, edge.y2));
    if (form !== LEAF_FORM.twoSided) leaves.push(edge.label);
  }
}

function fromCorner({ x1, y1, x2, y2, label }: Edge, { x, y }: Corner): Edge {
  return { x1: x1 - x, y1: y1 - y, x2: x2 - x, y2: y2 - y, label };
}

function formFor(edges: readonly Edge[], size: number): number {
  if (!edges.every((edge) => isNarrow(edge, size))) return LEAF_FORM.wide;
  return edges.every(({ label }) => label === edges[0]?.label) ? LEAF_FORM.twoSided : LEAF_FORM.narrow;
}
