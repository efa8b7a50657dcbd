import type { Cell } from "./cell.ts";
import { labelOf } from "./label.ts";
import { toUnits } from "./units.ts";

/**
 * Border edges in index units, each from its lower to its upper end, together with the XOR of the labels of
 * the cells it bounds: the change of label on crossing it. A border two cells share is one edge.
 */
export interface Edge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly label: number;
}

/** Longer edges (6.7 degrees) would make the products of the exact tests overflow 53 bits. */
const LONGEST_EDGE = 2 ** 26;

/** All border edges of the cells, equal ones merged. Edges that change nothing fall away. */
export function edgesOf(cells: readonly Cell[]): readonly Edge[] {
  const edges = cells.flatMap((cell, index) => edgesOfCell(cell, labelOf(index)));
  return mergeEqual(edges.sort(byPosition)).filter((edge) => edge.label !== 0);
}

function edgesOfCell(cell: Cell, label: number): Edge[] {
  const edges: Edge[] = [];
  for (const ring of cell.rings.flat()) {
    const xs = ring.map(([lng]) => toUnits(lng));
    const ys = ring.map(([, lat]) => toUnits(lat));
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i, i += 1) {
      const edge = upward(xs[j] ?? 0, ys[j] ?? 0, xs[i] ?? 0, ys[i] ?? 0, label);
      if (edge.x1 === edge.x2 && edge.y1 === edge.y2) continue;
      if (Math.abs(edge.x2 - edge.x1) >= LONGEST_EDGE || edge.y2 - edge.y1 >= LONGEST_EDGE) {
        throw new RangeError(`Cell ${cell.code} has an edge longer than 6.7 degrees.`);
      }
      edges.push(edge);
    }
  }
  return edges;
}

function upward(ax: number, ay: number, bx: number, by: number, label: number): Edge {
  const inOrder = ay < by || (ay === by && ax <= bx);
  return inOrder ? { x1: ax, y1: ay, x2: bx, y2: by, label } : { x1: bx, y1: by, x2: ax, y2: ay, label };
}

function byPosition(a: Edge, b: Edge): number {
  return a.y1 - b.y1 || a.x1 - b.x1 || a.y2 - b.y2 || a.x2 - b.x2;
}

function mergeEqual(sorted: readonly Edge[]): Edge[] {
  const merged: Edge[] = [];
  for (const edge of sorted) {
    const last = merged.at(-1);
    if (last && byPosition(last, edge) === 0) {
      merged[merged.length - 1] = { ...last, label: last.label ^ edge.label };
    } else {
      merged.push(edge);
    }
  }
  return merged;
}
