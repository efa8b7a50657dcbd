import type { Point } from "./point.ts";

/** How many metres one degree measures at a latitude. */
export interface DegreeScale {
  readonly lng: number;
  readonly lat: number;
}

/** Metres per degree on the WGS-84 ellipsoid (the usual series in multiples of the latitude). */
export function degreeScale(lat: number): DegreeScale {
  const phi = (lat * Math.PI) / 180;
  return {
    lng: 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    lat: 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  };
}

/** Metres between two points; better than 0.1 % within a county. */
export function metresBetween(a: Point, b: Point): number {
  const scale = degreeScale((a.lat + b.lat) / 2);
  return Math.hypot((b.lng - a.lng) * scale.lng, (b.lat - a.lat) * scale.lat);
}

/** A box in WGS-84 degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box that a circle around a point fits into. */
export function boxAround({ lng, lat }: Point, metres: number): Box {
  const scale = degreeScale(lat);
  const [wide, high] = [metres / scale.lng, metres / scale.lat];
  return { west: lng - wide, east: lng + wide, south: lat - high, north: lat + high };
}
