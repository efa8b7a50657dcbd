import type { Area, Cell, Ring } from "./cell.ts";
import { degreeScale } from "./near.ts";
import { UNITS_PER_DEGREE, toUnits } from "./units.ts";

/** The border of each cell as flat numbers in index units, for distances and for the slow exact test. */
export type Borders = readonly Border[];

/** `segments` holds x1, y1, x2, y2 of each side, whatever ring it belongs to; the box encloses them all. */
export interface Border {
  readonly segments: Int32Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A place in index units with the local length of a unit in metres. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly metresPerX: number;
  readonly metresPerY: number;
}

/** Longer sides (6.7 degrees) would make the products of the exact tests overflow 53 bits. */
const LONGEST_SIDE = 2 ** 26;

/** The borders of all cells, in the order of the cells. Throws when a side is longer than 6.7 degrees. */
export function bordersOf(cells: readonly Cell[]): Borders {
  // One array for all: a province has a hundred thousand cells.
  const all = new Int32Array(4 * cells.reduce((sum, { rings }) => sum + cornersIn(rings), 0));
  let start = 0;
  return cells.map((cell) => {
    let end = start;
    for (const part of cell.rings) for (const ring of part) end = writeSides(ring, all, end);
    const segments = all.subarray(start, end);
    start = end;
    const border = { segments, ...boxAround(segments) };
    if (!isShort(border)) throw new RangeError(`Cell ${cell.code} has an edge longer than 6.7 degrees.`);
    return border;
  });
}

function cornersIn(rings: Area): number {
  let corners = 0;
  for (const part of rings) for (const ring of part) corners += ring.length;
  return corners;
}

/** @returns where the sides end: two corners that are one in index units make none. */
function writeSides(ring: Ring, all: Int32Array, start: number): number {
  const last = ring.at(-1);
  if (!last) return start;
  let end = start;
  let fromX = toUnits(last[0]);
  let fromY = toUnits(last[1]);
  for (const corner of ring) {
    const x = toUnits(corner[0]);
    const y = toUnits(corner[1]);
    if (x === fromX && y === fromY) continue;
    all[end] = fromX;
    all[end + 1] = fromY;
    all[end + 2] = x;
    all[end + 3] = y;
    end += 4;
    fromX = x;
    fromY = y;
  }
  return end;
}

function boxAround(segments: Int32Array): Omit<Border, "segments"> {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  // Every corner begins a side.
  for (let at = 0; at < segments.length; at += 4) {
    const x = segments[at] ?? 0;
    const y = segments[at + 1] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}

/** Most cells are as a whole shorter than a side may be. */
function isShort({ segments, west, south, east, north }: Border): boolean {
  if (segments.length === 0 || (east - west < LONGEST_SIDE && north - south < LONGEST_SIDE)) return true;
  for (let at = 0; at < segments.length; at += 4) {
    const width = Math.abs((segments[at + 2] ?? 0) - (segments[at] ?? 0));
    const height = Math.abs((segments[at + 3] ?? 0) - (segments[at + 1] ?? 0));
    if (width >= LONGEST_SIDE || height >= LONGEST_SIDE) return false;
  }
  return true;
}

/** Index units at a position in degrees, with the metres of a unit there. */
export function spotAt(lng: number, lat: number): Spot {
  const scale = degreeScale(lat);
  return {
    x: toUnits(lng),
    y: toUnits(lat),
    metresPerX: scale.lng / UNITS_PER_DEGREE,
    metresPerY: scale.lat / UNITS_PER_DEGREE,
  };
}

/** Metres from a spot to the nearest side of a border. */
export function metresToBorder(border: Border, spot: Spot): number {
  const { segments } = border;
  const { x, y, metresPerX, metresPerY } = spot;
  let nearest = Infinity;
  for (let i = 0; i < segments.length; i += 4) {
    const ax = ((segments[i] ?? 0) - x) * metresPerX;
    const ay = ((segments[i + 1] ?? 0) - y) * metresPerY;
    const dx = ((segments[i + 2] ?? 0) - x) * metresPerX - ax;
    const dy = ((segments[i + 3] ?? 0) - y) * metresPerY - ay;
    const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    const px = ax + along * dx;
    const py = ay + along * dy;
    const squared = px * px + py * py;
    if (squared < nearest) nearest = squared;
  }
  return Math.sqrt(nearest);
}

/** Metres from a spot to the box around a border: never more than to the border itself. */
export function metresToBox(border: Border, spot: Spot): number {
  const dx = Math.max(border.west - spot.x, 0, spot.x - border.east) * spot.metresPerX;
  const dy = Math.max(border.south - spot.y, 0, spot.y - border.north) * spot.metresPerY;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Whether a border encloses a spot, by the half-open rule of the index. */
export function encloses(border: Border, { x, y }: Pick<Spot, "x" | "y">): boolean {
  const { segments } = border;
  let inside = false;
  for (let i = 0; i < segments.length; i += 4) {
    const x1 = segments[i] ?? 0;
    const y1 = segments[i + 1] ?? 0;
    const y2 = segments[i + 3] ?? 0;
    if (y1 <= y === y2 <= y) continue;
    const lean = ((segments[i + 2] ?? 0) - x1) * (y - y1) - (x - x1) * (y2 - y1);
    if (y2 > y1 ? lean > 0 : lean < 0) inside = !inside;
  }
  return inside;
}
