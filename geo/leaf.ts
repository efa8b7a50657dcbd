/** The squares that hold borders: how their edges are written into the index, and how a point is judged by them. */

/**
 * How a leaf writes its edges. Most squares touch two cells, so that all their edges change the label alike, and most
 * edges are short (`isNarrow`): then both numbers of an end share one, and the test fits into 32-bit arithmetic.
 */
export const LEAF_FORM = {
  /** x1, y1, x2, y2, label of each edge. */
  wide: 0,
  /** start, end, label of each edge. */
  narrow: 1,
  /** The one label, then start, end of each edge. */
  twoSided: 2,
} as const;

/** An edge counted from the south-west corner of its square. */
export interface LeafEdge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Whether the ends of an edge fit into 16 bits each, and the products of `isLeftOf` into 32 for any point of the square. */
export function isNarrow({ x1, y1, x2, y2 }: LeafEdge, squareSize: number): boolean {
  if (![x1, y1, x2, y2].every((units) => units >= -(2 ** 15) && units < 2 ** 15)) return false;
  const farthest = Math.max(Math.abs(x1), Math.abs(squareSize - x1));
  return (Math.abs(x2 - x1) + farthest) * (y2 - y1) < 2 ** 31;
}

/** Both coordinates of an edge's end in one number: y in the high half, x in the low. */
export function joined(x: number, y: number): number {
  return (y << 16) | (x & 0xff_ff);
}

/** The label at a point of a square: the leaf's own, changed by each edge that lies strictly right of the point. */
export function labelInLeaf(index: Int32Array, leaf: number, x: number, y: number): number {
  const head = index[leaf] ?? 0;
  const form = head & 3;
  const count = head >> 2;
  const label = index[leaf + 1] ?? 0;
  if (form === LEAF_FORM.twoSided) {
    const end = leaf + 3 + 2 * count;
    let isChanged = 0;
    for (let edge = leaf + 3; edge < end; edge += 2) {
      isChanged ^= isLeftOf(x, y, index[edge] ?? 0, index[edge + 1] ?? 0);
    }
    return label ^ ((index[leaf + 2] ?? 0) & isChanged);
  }
  return label ^ (form === LEAF_FORM.narrow ? changeByNarrow : changeByWide)(index, leaf + 2, count, x, y);
}

function changeByNarrow(index: Int32Array, first: number, count: number, x: number, y: number): number {
  let change = 0;
  for (let edge = first; edge < first + 3 * count; edge += 3) {
    change ^= (index[edge + 2] ?? 0) & isLeftOf(x, y, index[edge] ?? 0, index[edge + 1] ?? 0);
  }
  return change;
}

function changeByWide(index: Int32Array, first: number, count: number, x: number, y: number): number {
  let change = 0;
  for (let edge = first; edge < first + 5 * count; edge += 5) {
    const y1 = index[edge + 1] ?? 0;
    const y2 = index[edge + 3] ?? 0;
    if (y < y1 || y >= y2) continue;
    const x1 = index[edge] ?? 0;
    const x2 = index[edge + 2] ?? 0;
    if ((x2 - x1) * (y - y1) > (x - x1) * (y2 - y1)) change ^= index[edge + 4] ?? 0;
  }
  return change;
}

/**
 * −1 when a point lies strictly left of an edge that spans its height, else 0. Worked out from signs alone: a branch
 * here is guessed wrong for every other point and costs more than the arithmetic.
 */
function isLeftOf(x: number, y: number, start: number, end: number): number {
  const x1 = (start << 16) >> 16;
  const y1 = start >> 16;
  const x2 = (end << 16) >> 16;
  const y2 = end >> 16;
  const above = y - y1;
  return (~above & (y - y2) & (Math.imul(x - x1, y2 - y1) - Math.imul(x2 - x1, above))) >> 31;
}
