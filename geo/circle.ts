import type { Area } from "./cell.ts";
import { degreeScale } from "./near.ts";
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
  let whole = 0;
  for (const polygon of area) {
    for (const [place, ring] of polygon.entries()) {
      const corners = ring.map(([lng, lat]): Corner => [
        (lng - centre.lng) * scale.lng,
        (lat - centre.lat) * scale.lat,
      ]);
      // The first ring is the outline, the others are holes; which way they turn does not matter
      const sign = place === 0 ? 1 : -1;
      whole += sign * Math.abs(sumOver(corners, (a, b) => cross(a, b) / 2));
      for (const [at, radius] of radii.entries()) {
        const part = Math.abs(sumOver(corners, (a, b) => slice(a, b, radius)));
        within[at] = (within[at] ?? 0) + sign * part;
      }
    }
  }
  return { within, whole };
}

type Corner = readonly [x: number, y: number];

function sumOver(corners: readonly Corner[], piece: (a: Corner, b: Corner) => number): number {
  let total = 0;
  for (const [place, corner] of corners.entries())
    total += piece(corner, corners[(place + 1) % corners.length] ?? corner);
  return total;
}

/** Signed area of what the circle around the origin and the triangle from the origin to a side have in common. */
function slice(a: Corner, b: Corner, radius: number): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return 0;
  const half = a[0] * dx + a[1] * dy;
  const root = half * half - length * (a[0] * a[0] + a[1] * a[1] - radius * radius);
  if (root <= 0) return sector(a, b, radius);
  const [enters, leaves] = [(-half - Math.sqrt(root)) / length, (-half + Math.sqrt(root)) / length];
  if (enters >= 1 || leaves <= 0) return sector(a, b, radius);
  const from: Corner = enters <= 0 ? a : [a[0] + enters * dx, a[1] + enters * dy];
  const to: Corner = leaves >= 1 ? b : [a[0] + leaves * dx, a[1] + leaves * dy];
  const before = enters <= 0 ? 0 : sector(a, from, radius);
  const after = leaves >= 1 ? 0 : sector(to, b, radius);
  return before + cross(from, to) / 2 + after;
}

function sector(a: Corner, b: Corner, radius: number): number {
  return (radius * radius * Math.atan2(cross(a, b), a[0] * b[0] + a[1] * b[1])) / 2;
}

function cross(a: Corner, b: Corner): number {
  return a[0] * b[1] - a[1] * b[0];
}
