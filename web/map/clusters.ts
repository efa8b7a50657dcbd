/** Many points from afar: one disc for those of a square, at their middle, with how many and how many are late. Pure. */
import { type PointField } from "./pointField.ts";
import { pointLamps } from "../../server/domain/casePoints.ts";

export interface Cluster {
  /** World pixels at zoom 0: the middle, and the box around its points. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** How many of each lamp, in the order of `pointLamps`. */
  readonly lamps: readonly number[];
}

/** Side of a square in pixels. */
const SQUARE = 76;

const known = new WeakMap<PointField, Map<number, readonly Cluster[]>>();

/** All clusters at a whole zoom; counted once. */
export function clustersAt(field: PointField, zoom: number): readonly Cluster[] {
  const whole = Math.round(zoom);
  const byZoom = known.get(field) ?? new Map<number, readonly Cluster[]>();
  known.set(field, byZoom);
  const clusters = byZoom.get(whole) ?? gathered(field, SQUARE / 2 ** whole);
  byZoom.set(whole, clusters);
  return clusters;
}

function gathered(field: PointField, side: number): readonly Cluster[] {
  const sums = new Map<number, { x: number; y: number; lamps: number[] }>();
  for (let place = 0; place < field.count; place += 1) {
    const [x, y] = [field.x[place] ?? 0, field.y[place] ?? 0];
    const key = Math.floor(x / side) * 2 ** 24 + Math.floor(y / side);
    const sum = sums.get(key) ?? { x: 0, y: 0, lamps: pointLamps.map(() => 0) };
    sums.set(key, sum);
    sum.x += x;
    sum.y += y;
    const lamp = field.lamp[place] ?? 0;
    sum.lamps[lamp] = (sum.lamps[lamp] ?? 0) + 1;
  }
  return [...sums.values()].map(({ x, y, lamps }) => {
    const count = lamps.reduce((all, some) => all + some, 0);
    return { x: x / count, y: y / count, count, lamps };
  });
}
