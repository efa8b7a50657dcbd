/** How much of each cell lies in each ring around a place: of its area, and so of its residents (面积加权). */
import type { Cell } from "../../geo/cell.ts";
import { circleShare } from "../../geo/circle.ts";
import { boxAround, type DegreeScale, degreeScale } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";

/** A cell with how much of it, 0 to 1, lies within each of the radii. */
export interface Shared {
  readonly cell: Cell;
  readonly shares: readonly number[];
}

/** Cells whose box meets that of the widest ring. @param radii in metres, rising. */
export function sharesAround(cells: readonly Cell[], spot: Point, radii: readonly number[]): Shared[] {
  const boxes = boxesOf(cells);
  const { west, east, south, north } = boxAround(spot, radii.at(-1) ?? 0);
  const asked = { spot, radii, scale: degreeScale(spot.lat) };
  const found: Shared[] = [];
  for (let at = 0; at < boxes.length; at += 4) {
    if ((boxes[at] ?? 0) > east || (boxes[at + 1] ?? 0) < west) continue;
    if ((boxes[at + 2] ?? 0) > north || (boxes[at + 3] ?? 0) < south) continue;
    const cell = cells[at / 4];
    if (cell === undefined) continue;
    const shares = shareOf(cell, reachOf(boxes.subarray(at, at + 4), asked), asked);
    // The corner of a box may meet the circle where the cell does not
    if ((shares.at(-1) ?? 0) > 0) found.push({ cell, shares });
  }
  return found;
}

/** Of a list of cells: west, east, south, north of each. A grid comes into force as a new list. */
const boxesByCells = new WeakMap<readonly Cell[], Float64Array>();

function boxesOf(cells: readonly Cell[]): Float64Array {
  const known = boxesByCells.get(cells);
  if (known !== undefined) return known;
  const boxes = new Float64Array(4 * cells.length);
  for (const [place, { rings }] of cells.entries()) boxes.set(cornersOf(rings.flat(2)), 4 * place);
  boxesByCells.set(cells, boxes);
  return boxes;
}

function cornersOf(positions: readonly (readonly [number, number])[]): readonly number[] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, east, south, north];
}

interface Asked {
  readonly spot: Point;
  readonly radii: readonly number[];
  readonly scale: DegreeScale;
}

interface Reach {
  readonly nearest: number;
  readonly farthest: number;
}

/** Most cells lie wholly in or out of a circle, as their box tells; only those on its rim are measured. */
function shareOf(cell: Cell, { nearest, farthest }: Reach, { spot, radii }: Asked): readonly number[] {
  const rims = radii.filter((metres) => metres > nearest && metres < farthest);
  if (rims.length === 0) return radii.map((metres) => (metres >= farthest ? 1 : 0));
  const { within, whole } = circleShare(cell.rings, spot, rims);
  return radii.map((metres) => {
    if (metres <= nearest) return 0;
    if (metres >= farthest) return 1;
    return whole > 0 ? (within[rims.indexOf(metres)] ?? 0) / whole : 0;
  });
}

/** Metres from a spot to the nearest and the farthest point of a box. */
function reachOf([west = 0, east = 0, south = 0, north = 0]: Float64Array, { spot, scale }: Asked): Reach {
  const { lng, lat } = spot;
  const aside = Math.max(west - lng, 0, lng - east) * scale.lng;
  const above = Math.max(south - lat, 0, lat - north) * scale.lat;
  const across = Math.max(Math.abs(west - lng), Math.abs(east - lng)) * scale.lng;
  const along = Math.max(Math.abs(south - lat), Math.abs(north - lat)) * scale.lat;
  return { nearest: Math.hypot(aside, above), farthest: Math.hypot(across, along) };
}
