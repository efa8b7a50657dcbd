import { crossesAtOrRightOf, spans, touchesSquare } from "./crossing.ts";
import type { Edge } from "./edges.ts";
import { type Frame, visitSquares } from "./frame.ts";

/**
 * What one square of the raster knows: the label at its right side, and the edges to cross on the way there.
 * The label of a point in the square is `label` XOR the labels of those edges that lie right of the point.
 */
export interface Square {
  readonly label: number;
  readonly edges: readonly Edge[];
}

/** The squares of the raster, row by row from the south-west corner. */
export function squaresOf(frame: Frame, edges: readonly Edge[]): readonly Square[] {
  const touching = edgesBySquare(frame, edges);
  const rowLabels = labelsRightOf(frame, edges);
  const size = 2 ** frame.shift;
  return Array.from(touching, (own, index) => {
    if (own === undefined) return { label: rowLabels[index] ?? 0, edges: NO_EDGES };
    const left = frame.x0 + (index % frame.columns) * size;
    const bottom = frame.y0 + Math.floor(index / frame.columns) * size;
    return squareOf(own, rowLabels[index] ?? 0, { left, bottom, size });
  });
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly size: number;
}

/** Most squares hold no border. */
const NO_EDGES: readonly Edge[] = [];

function edgesBySquare(frame: Frame, edges: readonly Edge[]): readonly (readonly Edge[] | undefined)[] {
  const lists = Array.from<Edge[] | undefined>({ length: frame.columns * frame.rows });
  const size = 2 ** frame.shift;
  for (const edge of edges) {
    visitSquares(frame, edge, (column, row) => {
      const touches = touchesSquare(edge, frame.x0 + column * size, frame.y0 + row * size, size);
      if (!touches) return;
      const place = row * frame.columns + column;
      const list = lists[place];
      if (list) list.push(edge);
      else lists[place] = [edge];
    });
  }
  return lists;
}

/** For each square, the label at its lower right corner: the XOR of all edges crossing at or beyond it. */
function labelsRightOf(frame: Frame, edges: readonly Edge[]): Int32Array {
  const labels = new Int32Array(frame.columns * frame.rows);
  const size = 2 ** frame.shift;
  for (const edge of edges) {
    for (let row = Math.ceil((edge.y1 - frame.y0) / size); frame.y0 + row * size < edge.y2; row += 1) {
      const index = row * frame.columns + columnOfCrossing(frame, edge, frame.y0 + row * size);
      labels[index] = (labels[index] ?? 0) ^ edge.label;
    }
  }
  for (let row = 0; row < frame.rows; row += 1) sumFromTheRight(labels, row * frame.columns, frame.columns);
  return labels;
}

/** The column in which an edge crosses a height: estimated, then settled by the exact test. */
function columnOfCrossing(frame: Frame, edge: Edge, y: number): number {
  const size = 2 ** frame.shift;
  const x = edge.x1 + ((edge.x2 - edge.x1) * (y - edge.y1)) / (edge.y2 - edge.y1);
  let column = Math.floor((x - frame.x0) / size);
  while (!crossesAtOrRightOf(edge, frame.x0 + column * size, y)) column -= 1;
  while (crossesAtOrRightOf(edge, frame.x0 + (column + 1) * size, y)) column += 1;
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

function squareOf(touching: readonly Edge[], labelAtCorner: number, box: Box): Square {
  const right = box.left + box.size;
  // The touching edges are tested one by one for every point, so the label must not count them already.
  const beyond = touching.filter(
    (edge) => spans(edge, box.bottom) && crossesAtOrRightOf(edge, right, box.bottom),
  );
  const label = beyond.reduce((sum, edge) => sum ^ edge.label, labelAtCorner);
  const sloping = touching.filter((edge) => edge.y1 !== edge.y2);
  return { label, edges: [...sloping, ...continuations(touching, box)] };
}

/**
 * A touching edge may end right of the square. What goes on from that end is not in the square's list, yet
 * it counts for the points above that end: an upright edge along the square's right side stands for it.
 */
function continuations(touching: readonly Edge[], box: Box): Edge[] {
  const right = box.left + box.size;
  const top = box.bottom + box.size;
  const labelByHeight = new Map<number, number>();
  for (const edge of touching) {
    for (const [x, y] of [
      [edge.x1, edge.y1],
      [edge.x2, edge.y2],
    ] as const) {
      if (x < right || y <= box.bottom || y >= top) continue;
      labelByHeight.set(y, (labelByHeight.get(y) ?? 0) ^ edge.label);
    }
  }
  return Array.from(labelByHeight, ([y, label]) => ({ x1: right, y1: y, x2: right, y2: top, label })).filter(
    (edge) => edge.label !== 0,
  );
}
