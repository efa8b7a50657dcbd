import type { Cell, Ring } from "./cell.ts";
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

/** The borders of all cells, in the order of the cells. */
export function bordersOf(cells: readonly Cell[]): Borders {
  return cells.map((cell) => {
    const sides: number[] = [];
    for (const part of cell.rings) for (const ring of part) pushSides(ring, sides);
    const segments = Int32Array.from(sides);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    // Every corner begins a side.
    for (let i = 0; i < sides.length; i += 4) {
      const x = segments[i] ?? 0;
      const y = segments[i + 1] ?? 0;
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    return { segments, west, south, east, north };
  });
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
export function encloses(border: Border, { x, y }: Spot): boolean {
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

function pushSides(ring: Ring, sides: number[]): void {
  const [last] = ring.slice(-1);
  if (!last) return;
  let [fromX, fromY] = [toUnits(last[0]), toUnits(last[1])];
  for (const [lng, lat] of ring) {
    const [x, y] = [toUnits(lng), toUnits(lat)];
    if (x !== fromX || y !== fromY) sides.push(fromX, fromY, x, y);
    [fromX, fromY] = [x, y];
  }
}
