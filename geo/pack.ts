import type { Edge } from "./edges.ts";
import type { Frame } from "./frame.ts";
import { NOBODY, SEVERAL, labelOf, ownerOf } from "./label.ts";
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

/**
 * How a leaf writes its edges. Most squares touch two cells, so that all their edges change the label alike, and most
 * edges end within 2¹⁵ units: then both numbers of an end share one.
 */
export const LEAF_FORM = {
  /** x1, y1, x2, y2, label of each edge. */
  wide: 0,
  /** start, end, label of each edge. */
  narrow: 1,
  /** The one label, then start, end of each edge. */
  twoSided: 2,
} as const;

/** Lays out the squares of a raster as one Int32Array. */
export function packIndex(frame: Frame, squares: readonly Square[], cellCount: number): Int32Array {
  const labels = Int32Array.from({ length: cellCount }, (_, cellIndex) => labelOf(cellIndex));
  const header = [frame.x0, frame.y0, frame.columns, frame.rows, frame.shift, cellCount];
  const raster: number[] = [];
  const leaves: number[] = [];
  const leavesStart = HEADER_LENGTH + cellCount + squares.length;
  for (const [place, square] of squares.entries()) {
    const owner = square.edges.length === 0 ? ownerOf(square.label, labels) : SEVERAL;
    if (owner === SEVERAL) {
      raster.push(-(leavesStart + leaves.length));
      writeLeaf(square, cornerOf(frame, place), leaves);
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

interface Corner {
  readonly x: number;
  readonly y: number;
}

function cornerOf({ x0, y0, columns, shift }: Frame, place: number): Corner {
  return { x: x0 + (place % columns) * 2 ** shift, y: y0 + Math.floor(place / columns) * 2 ** shift };
}

function writeLeaf({ label, edges }: Square, corner: Corner, leaves: number[]): void {
  const form = formFor(edges, corner);
  leaves.push(4 * edges.length + form, label);
  if (form === LEAF_FORM.twoSided) leaves.push(edges[0]?.label ?? 0);
  for (const edge of edges) {
    const [x1, y1, x2, y2] = [edge.x1 - corner.x, edge.y1 - corner.y, edge.x2 - corner.x, edge.y2 - corner.y];
    if (form === LEAF_FORM.wide) leaves.push(x1, y1, x2, y2);
    else leaves.push(joined(x1, y1), joined(x2, y2));
    if (form !== LEAF_FORM.twoSided) leaves.push(edge.label);
  }
}

function formFor(edges: readonly Edge[], { x, y }: Corner): number {
  const isShort = edges.every((edge) => {
    return fits(edge.x1 - x) && fits(edge.y1 - y) && fits(edge.x2 - x) && fits(edge.y2 - y);
  });
  if (!isShort) return LEAF_FORM.wide;
  return edges.every(({ label }) => label === edges[0]?.label) ? LEAF_FORM.twoSided : LEAF_FORM.narrow;
}

function fits(units: number): boolean {
  return units >= -(2 ** 15) && units < 2 ** 15;
}

function joined(x: number, y: number): number {
  return (y << 16) | (x & 0xff_ff);
}
