import type { Area, Ring } from "./cell.ts";
import { type DegreeScale, degreeScale } from "./near.ts";
import type { Point } from "./point.ts";

/** Square metres of an area that lie within a circle, for each of several radii, and of the whole area. */
export interface CircleShare {
  readonly within: readonly number[];
  readonly whole: number;
}

/**
 * How much of an area lies around a point: exact for the straight sides as they are drawn on the plane around the point,
 * which within some kilometres is the ground to better than 0.1 %.
 */
export function circleShare(area: Area, centre: Point, radii: readonly number[]): CircleShare {
  const scale = degreeScale(centre.lat);
  const within = radii.map(() => 0);
  const parts = radii.map(() => 0);
  let whole = 0;
  for (const polygon of area) {
    for (const [place, ring] of polygon.entries()) {
      // The first ring is the outline, the others are holes; which way they turn does not matter
      const sign = place === 0 ? 1 : -1;
      whole += sign * measureRing(ring, { centre, scale, radii }, parts);
      for (const [at, part] of parts.entries()) within[at] = (within[at] ?? 0) + sign * Math.abs(part);
    }
  }
  return { within, whole };
}

interface Circle {
  readonly centre: Point;
  readonly scale: DegreeScale;
  readonly radii: readonly number[];
}

/** Fills in what of a ring lies within each radius, signed. @returns the area of the ring. */
function measureRing(ring: Ring, { centre, scale, radii }: Circle, parts: number[]): number {
  parts.fill(0);
  const last = ring.at(-1);
  if (last === undefined) return 0;
  let doubled = 0;
  let ax = (last[0] - centre.lng) * scale.lng;
  let ay = (last[1] - centre.lat) * scale.lat;
  for (const [lng, lat] of ring) {
    const bx = (lng - centre.lng) * scale.lng;
    const by = (lat - centre.lat) * scale.lat;
    doubled += ax * by - ay * bx;
    for (let at = 0; at < parts.length; at += 1)
      parts[at] = (parts[at] ?? 0) + slice(ax, ay, bx, by, radii[at] ?? 0);
    ax = bx;
    ay = by;
  }
  return Math.abs(doubled / 2);
}

/**
 * Signed area of what the circle around the origin and the triangle from the origin to a side have in common. Plain
 * numbers: a question about a county asks it of ten thousand sides.
 */
function slice(ax: number, ay: number, bx: number, by: number, radius: number): number {
  const square = radius * radius;
  const fromA = ax * ax + ay * ay;
  // A circle holds the side when it holds both its ends
  if (fromA <= square && bx * bx + by * by <= square) return (ax * by - ay * bx) / 2;
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  if (length === 0) return 0;
  const half = ax * dx + ay * dy;
  const root = half * half - length * (fromA - square);
  if (root <= 0) return sector(ax, ay, bx, by, square);
  const enters = (-half - Math.sqrt(root)) / length;
  const leaves = (-half + Math.sqrt(root)) / length;
  if (enters >= 1 || leaves <= 0) return sector(ax, ay, bx, by, square);
  const fromX = enters <= 0 ? ax : ax + enters * dx;
  const fromY = enters <= 0 ? ay : ay + enters * dy;
  const toX = leaves >= 1 ? bx : ax + leaves * dx;
  const toY = leaves >= 1 ? by : ay + leaves * dy;
  const before = enters <= 0 ? 0 : sector(ax, ay, fromX, fromY, square);
  const after = leaves >= 1 ? 0 : sector(toX, toY, bx, by, square);
  return before + (fromX * toY - fromY * toX) / 2 + after;
}

/** @param square of the radius. */
function sector(ax: number, ay: number, bx: number, by: number, square: number): number {
  return (square * Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) / 2;
}
