import type { Borders } from "./borders.ts";

/**
 * Border edges in index units. A border two cells share is one edge. All are kept in two arrays, because a province
 * has millions of them.
 */
export interface Edges {
  /** x1, y1, x2, y2 of each edge: its lower end, then its upper one; of a level edge the western one first. */
  readonly ends: Int32Array;
  /** The XOR of the labels of the cells each edge bounds: the change of label on crossing it. */
  readonly labels: Int32Array;
}

/** All edges of the cells' borders, equal ones merged. Edges that change nothing fall away. */
export function edgesOf(borders: Borders, labels: Int32Array): Edges {
  const most = borders.reduce((sum, { segments }) => sum + segments.length / 4, 0);
  const edges = { ends: new Int32Array(4 * most), labels: new Int32Array(most) };
  const placeOf = createMerger(edges.ends, most);
  let count = 0;
  for (const [cell, { segments }] of borders.entries()) {
    const label = labels[cell] ?? 0;
    for (let side = 0; side < segments.length; side += 4) {
      writeUpward(segments, side, edges.ends, 4 * count);
      const place = placeOf(count);
      edges.labels[place] = (edges.labels[place] ?? 0) ^ label;
      if (place === count) count += 1;
    }
  }
  return withoutIdle(edges, count);
}

function writeUpward(segments: Int32Array, side: number, ends: Int32Array, at: number): void {
  const ax = segments[side] ?? 0;
  const ay = segments[side + 1] ?? 0;
  const bx = segments[side + 2] ?? 0;
  const by = segments[side + 3] ?? 0;
  const isUpward = ay < by || (ay === by && ax <= bx);
  ends[at] = isUpward ? ax : bx;
  ends[at + 1] = isUpward ? ay : by;
  ends[at + 2] = isUpward ? bx : ax;
  ends[at + 3] = isUpward ? by : ay;
}

/** Says at which place the edge just written was written first: at an earlier one, or at its own. */
function createMerger(ends: Int32Array, most: number): (place: number) => number {
  // A hash table with open addressing: 1 + the place of an edge, or 0. At least half of it stays empty.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  const mask = slots.length - 1;

  return function placeOf(place) {
    for (let slot = hashOf(ends, 4 * place) & mask; ; slot = (slot + 1) & mask) {
      const earlier = (slots[slot] ?? 0) - 1;
      if (earlier < 0) {
        slots[slot] = place + 1;
        return place;
      }
      if (isAlike(ends, 4 * earlier, 4 * place)) return earlier;
    }
  };
}

function hashOf(ends: Int32Array, at: number): number {
  const start = Math.imul(ends[at] ?? 0, 0x9e_37_79_b1) ^ Math.imul(ends[at + 1] ?? 0, 0x85_eb_ca_6b);
  const end = Math.imul(ends[at + 2] ?? 0, 0xc2_b2_ae_35) ^ Math.imul(ends[at + 3] ?? 0, 0x27_d4_eb_2f);
  const hash = start ^ end;
  return hash ^ (hash >>> 15);
}

function isAlike(ends: Int32Array, a: number, b: number): boolean {
  return (
    ends[a] === ends[b] &&
    ends[a + 1] === ends[b + 1] &&
    ends[a + 2] === ends[b + 2] &&
    ends[a + 3] === ends[b + 3]
  );
}

function withoutIdle({ ends, labels }: Edges, count: number): Edges {
  let kept = 0;
  for (let edge = 0; edge < count; edge += 1) {
    const label = labels[edge] ?? 0;
    if (label === 0) continue;
    labels[kept] = label;
    ends.copyWithin(4 * kept, 4 * edge, 4 * edge + 4);
    kept += 1;
  }
  return { ends: ends.subarray(0, 4 * kept), labels: labels.subarray(0, kept) };
}
