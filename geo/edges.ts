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
  const merged: Edge[] = [];
  const placesByStart = new Map<number, number[]>();
  for (const [index, cell] of cells.entries()) {
    for (const edge of edgesOfCell(cell, labelOf(index, cells.length))) {
      const start = edge.x1 * SPREAD + edge.y1;
      const places = placesByStart.get(start);
      const place = places?.find((place) => endsAlike(merged[place], edge));
      if (place === undefined) {
        if (places) places.push(merged.length);
        else placesByStart.set(start, [merged.length]);
        merged.push(edge);
      } else {
        merged[place] = { ...edge, label: edge.label ^ (merged[place]?.label ?? 0) };
      }
    }
  }
  return merged.filter((edge) => edge.label !== 0);
}

/** Spreads starts over the keys of a map; two that share one are told apart by their coordinates. */
const SPREAD = 2 ** 21;

function endsAlike(a: Edge | undefined, b: Edge): boolean {
  return a?.x2 === b.x2 && a.y2 === b.y2 && a.x1 === b.x1 && a.y1 === b.y1;
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
