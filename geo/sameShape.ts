import type { Area, Ring } from "./cell.ts";
import { toUnits } from "./units.ts";

type Corner = readonly [x: number, y: number];

/**
 * Whether two areas are one on the ground, however they are written: where a ring begins, which way it runs, and extra
 * corners on its sides do not count. A cut that ends on a neighbour's side adds such a corner to the neighbour; rounded
 * to whole units it may lie beside the side by no more than one (1.1 cm).
 */
export function isSameShape(a: Area, b: Area): boolean {
  const [left, right] = [a.flat().map(cornersOf), b.flat().map(cornersOf)];
  if (a.length !== b.length || left.length !== right.length) return false;
  const free = new Set(right);
  return left.every((ring) => {
    const twin = [...free].find((other) => refines(ring, other) || refines(other, ring));
    return twin !== undefined && free.delete(twin);
  });
}

/** Whether a ring has all corners of another in their order, and besides them only corners on its sides. */
function refines(fine: readonly Corner[], coarse: readonly Corner[]): boolean {
  const [first] = coarse;
  if (first === undefined || fine.length < coarse.length) return false;
  return [fine, fine.toReversed()].some((ring) => {
    const start = ring.findIndex((corner) => isOne(corner, first));
    return start >= 0 && runsAlong([...ring.slice(start), ...ring.slice(0, start)], coarse);
  });
}

function runsAlong(fine: readonly Corner[], coarse: readonly Corner[]): boolean {
  let reached = 0;
  for (const corner of fine.slice(1)) {
    const [from, to] = [coarse[reached], coarse[(reached + 1) % coarse.length]];
    if (!from || !to) return false;
    if (isOne(corner, to) && reached + 1 < coarse.length) reached += 1;
    else if (!isOnSide(corner, from, to)) return false;
  }
  return reached === coarse.length - 1;
}

/** Within one unit of the side, between its ends. */
function isOnSide([x, y]: Corner, [x1, y1]: Corner, [x2, y2]: Corner): boolean {
  const [wide, high] = [x2 - x1, y2 - y1];
  const along = (x - x1) * wide + (y - y1) * high;
  const square = wide * wide + high * high;
  const away = Math.abs((x - x1) * high - (y - y1) * wide);
  return along > 0 && along < square && away <= Math.sqrt(square);
}

function isOne(a: Corner, b: Corner): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** In whole units, the first corner not repeated. */
function cornersOf(ring: Ring): readonly Corner[] {
  const corners = ring.map(([lng, lat]): Corner => [toUnits(lng), toUnits(lat)]);
  return corners.filter((corner, place) => {
    const before = corners[(place + corners.length - 1) % corners.length];
    return before === undefined || !isOne(corner, before);
  });
}
