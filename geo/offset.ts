import { fromWgs84, toWgs84 } from "./datum.ts";
import { degreeScale, metresBetween } from "./near.ts";
import type { Datum, Point } from "./point.ts";

/** A point as it came, and where the same thing is known to be. */
export interface PointPair {
  readonly given: Point;
  readonly known: Point;
}

/** How far a set of points as a whole lies off, in metres to the east and to the north. */
export interface SystematicOffset {
  readonly east: number;
  readonly north: number;
  /** Median distance of single points from that common offset: small when all are off in the same way. */
  readonly spread: number;
  /** The datum whose shift this is: the points were given in it although they were said to be WGS-84. */
  readonly datum?: Datum;
}

/** Fewer pairs prove nothing. */
export const FEWEST_PAIRS = 5;
/** Below this it is noise of the devices; points that scatter more widely than the spread share no cause. */
export const LEAST_METRES = 100;
const WIDEST_SPREAD = 60;
/** The shift of a datum hardly changes within a county, so a true one fits closely. */
const DATUM_METRES = 60;

/** The offset that an import or a device has in common; nothing when it is small, or when the points disagree. */
export function systematicOffset(pairs: readonly PointPair[]): SystematicOffset | undefined {
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const moves = pairs.map(moveOf);
  const east = median(moves.map((move) => move.east));
  const north = median(moves.map((move) => move.north));
  const spread = median(moves.map((move) => Math.hypot(move.east - east, move.north - north)));
  if (Math.hypot(east, north) < LEAST_METRES || spread > WIDEST_SPREAD) return undefined;
  const datum = (["gcj02", "bd09"] as const).find((datum) => {
    const misses = pairs.map(({ given, known }) => metresBetween(given, fromWgs84(known, datum)));
    return median(misses) <= DATUM_METRES;
  });
  return { east, north, spread, ...(datum && { datum }) };
}

/** Where a point with such an offset really is: the pin to offer for one tap. */
export function withoutOffset(point: Point, { east, north, datum }: SystematicOffset): Point {
  if (datum) return toWgs84(point, datum);
  const scale = degreeScale(point.lat);
  return { lng: point.lng - east / scale.lng, lat: point.lat - north / scale.lat };
}

function moveOf({ given, known }: PointPair): { readonly east: number; readonly north: number } {
  const scale = degreeScale(known.lat);
  return { east: (given.lng - known.lng) * scale.lng, north: (given.lat - known.lat) * scale.lat };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
