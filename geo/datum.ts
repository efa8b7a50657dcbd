import type { Datum, Point, ReportedPoint } from "./point.ts";

type Forward = (point: Point) => Point;

/** How each datum is made from WGS-84. CGCS2000 differs by centimetres and needs nothing. */
const STEPS: Readonly<Record<Datum, readonly Forward[]>> = {
  wgs84: [],
  cgcs2000: [],
  gcj02: [wgs84ToGcj02],
  bd09: [wgs84ToGcj02, gcj02ToBd09],
};

/** Turns a point of any datum into WGS-84, exact to well under a millimetre. */
export function toWgs84({ lng, lat }: Point, datum: Datum): Point {
  return STEPS[datum].reduceRight<Point>((point, forward) => invert(forward, point), { lng, lat });
}

/** Where a reported point lies on our own map. */
export function spotOf(reported: ReportedPoint): Point {
  return toWgs84(reported, reported.datum ?? "wgs84");
}

/** Turns a WGS-84 point into another datum, to draw it on a map service's own tiles. */
export function fromWgs84({ lng, lat }: Point, datum: Datum): Point {
  return STEPS[datum].reduce<Point>((point, forward) => forward(point), { lng, lat });
}

const CONVERGED_DEGREES = 1e-11;
const MOST_STEPS = 16;

/**
 * Neither system publishes an inverse. The shift changes slowly from place to place, so correcting a guess
 * by the error it makes (fixed point iteration) gains three to four digits a step.
 */
function invert(forward: Forward, target: Point): Point {
  let { lng, lat } = target;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const image = forward({ lng, lat });
    const missLng = target.lng - image.lng;
    const missLat = target.lat - image.lat;
    lng += missLng;
    lat += missLat;
    if (Math.abs(missLng) + Math.abs(missLat) < CONVERGED_DEGREES) break;
  }
  return { lng, lat };
}

/** Krasovsky 1940: the ellipsoid on which the GCJ-02 shift is defined. */
const SEMI_MAJOR_AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;

function wgs84ToGcj02(point: Point): Point {
  if (!isShifted(point)) return point;
  const east = point.lng - 105;
  const north = point.lat - 35;
  const phi = (point.lat * Math.PI) / 180;
  const bulge = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const metresPerRadianLng = (SEMI_MAJOR_AXIS / Math.sqrt(bulge)) * Math.cos(phi);
  const metresPerRadianLat = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / bulge ** 1.5;
  return {
    lng: point.lng + (shiftEast(east, north) / metresPerRadianLng) * (180 / Math.PI),
    lat: point.lat + (shiftNorth(east, north) / metresPerRadianLat) * (180 / Math.PI),
  };
}

/** GCJ-02 applies inside this rectangle only; outside it equals WGS-84. */
function isShifted({ lng, lat }: Point): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

function shiftEast(east: number, north: number): number {
  const trend = 300 + east + 2 * north + 0.1 * east ** 2 + 0.1 * east * north;
  return trend + 0.1 * Math.sqrt(Math.abs(east)) + ripple(6 * east, 2 * east) + swellEast(east);
}

function shiftNorth(east: number, north: number): number {
  const trend = -100 + 2 * east + 3 * north + 0.2 * north ** 2 + 0.1 * east * north;
  return trend + 0.2 * Math.sqrt(Math.abs(east)) + ripple(6 * east, 2 * east) + swellNorth(north);
}

function ripple(quick: number, slow: number): number {
  return ((wave(quick) + wave(slow)) * 20 * 2) / 3;
}

function swellEast(east: number): number {
  return (
    ((20 * wave(east) + 40 * wave(east / 3)) * 2) / 3 +
    ((150 * wave(east / 12) + 300 * wave(east / 30)) * 2) / 3
  );
}

function swellNorth(north: number): number {
  return (
    ((20 * wave(north) + 40 * wave(north / 3)) * 2) / 3 +
    ((160 * wave(north / 12) + 320 * wave(north / 30)) * 2) / 3
  );
}

/** A sine wave whose half period is one. */
function wave(halfTurns: number): number {
  return Math.sin(halfTurns * Math.PI);
}

/** Baidu's further twist: a small rotation and stretch that depend on the place, and a constant offset. */
function gcj02ToBd09({ lng, lat }: Point): Point {
  const turns = (Math.PI * 3000) / 180;
  const radius = Math.hypot(lng, lat) + 0.000_02 * Math.sin(lat * turns);
  const angle = Math.atan2(lat, lng) + 0.000_003 * Math.cos(lng * turns);
  return { lng: radius * Math.cos(angle) + 0.0065, lat: radius * Math.sin(angle) + 0.006 };
}
