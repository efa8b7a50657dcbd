/** Many points, sorted into squares of the world, so that what lies near or in view is found without looking at all. Pure. */
import { type CasePoints, pointLamps } from "../../server/domain/casePoints.ts";
import { type Box, worldOf } from "./frame.ts";

export interface PointField {
  readonly count: number;
  /** World pixels at zoom 0, in the order in which they are painted: the most urgent last. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Places in `pointLamps`. */
  readonly lamp: Uint8Array;
  /** Where each of them stands in what came from the server. */
  readonly source: Uint32Array;
  /** Calls for each point within a rectangle of the world, from below to above within a square. */
  readonly each: (within: Rectangle, visit: (place: number) => void) => void;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SQUARES = 256;

export function createField(points: CasePoints): PointField {
  const { count } = points;
  const source = byUrgency(points);
  const [x, y, lamp] = [new Float64Array(count), new Float64Array(count), new Uint8Array(count)];
  for (let place = 0; place < count; place += 1) {
    const from = source[place] ?? 0;
    const [worldX, worldY] = worldOf({
      lng: (points.lng[from] ?? 0) / 1e7,
      lat: (points.lat[from] ?? 0) / 1e7,
    });
    x[place] = worldX;
    y[place] = worldY;
    lamp[place] = points.lamp[from] ?? 0;
  }
  return { count, x, y, lamp, source, each: sortedIntoSquares(x, y) };
}

/** Places of the quietest first; a counting sort, which keeps the order among equals. */
function byUrgency({ count, lamp }: CasePoints): Uint32Array {
  const starts = new Uint32Array(pointLamps.length + 1);
  for (const rank of lamp) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < pointLamps.length; rank += 1)
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) {
    const rank = lamp[place] ?? 0;
    order[starts[rank] ?? 0] = place;
    starts[rank] = (starts[rank] ?? 0) + 1;
  }
  return order;
}

function sortedIntoSquares(x: Float64Array, y: Float64Array): PointField["each"] {
  const count = x.length;
  const [left, top, right, bottom] = [leastOf(x), leastOf(y), mostOf(x), mostOf(y)];
  const side = Math.max((right - left) / SQUARES, (bottom - top) / SQUARES, 1e-9);
  const column = (value: number) => Math.min(SQUARES - 1, Math.max(0, Math.floor((value - left) / side)));
  const row = (value: number) => Math.min(SQUARES - 1, Math.max(0, Math.floor((value - top) / side)));
  const starts = new Uint32Array(SQUARES * SQUARES + 1);
  const square = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) {
    const own = row(y[place] ?? 0) * SQUARES + column(x[place] ?? 0);
    square[place] = own;
    starts[own + 1] = (starts[own + 1] ?? 0) + 1;
  }
  for (let at = 0; at < SQUARES * SQUARES; at += 1)
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) {
    const own = square[place] ?? 0;
    order[next[own] ?? 0] = place;
    next[own] = (next[own] ?? 0) + 1;
  }
  return function each(within, visit) {
    if (count === 0 || within.right < left || within.left > right) return;
    for (let line = row(within.top); line <= row(within.bottom); line += 1) {
      const first = starts[line * SQUARES + column(within.left)] ?? 0;
      const end = starts[line * SQUARES + column(within.right) + 1] ?? 0;
      for (let at = first; at < end; at += 1) {
        const place = order[at] ?? 0;
        const [px, py] = [x[place] ?? 0, y[place] ?? 0];
        if (px >= within.left && px <= within.right && py >= within.top && py <= within.bottom) visit(place);
      }
    }
  };
}

function leastOf(values: Float64Array): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function mostOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

/** The topmost point within `reach` world pixels, or -1; `others` counts all that lie there. */
export function topmostAt(
  field: PointField,
  [x, y]: readonly [x: number, y: number],
  reach: number,
): { readonly place: number; readonly others: number } {
  let [best, others] = [-1, 0];
  field.each({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }, (place) => {
    if (Math.hypot((field.x[place] ?? 0) - x, (field.y[place] ?? 0) - y) > reach) return;
    others += 1;
    best = Math.max(best, place);
  });
  return { place: best, others: Math.max(0, others - 1) };
}

/** How many lie in a box of degrees. */
export function countWithin(field: PointField, { west, south, east, north }: Box): number {
  const [left, top] = worldOf({ lng: west, lat: north });
  const [right, bottom] = worldOf({ lng: east, lat: south });
  let count = 0;
  field.each({ left, right, top, bottom }, () => (count += 1));
  return count;
}
