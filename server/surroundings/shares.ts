/** How much of each cell lies in each ring around a place: of its area, and so of its residents (面积加权). */
import type { Cell } from "../../geo/cell.ts";
import { circleShare } from "../../geo/circle.ts";
import { type Box, boxAround, degreeScale } from "../../geo/near.ts";
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
  const found: Shared[] = [];
  for (const [place, cell] of cells.entries()) {
    const at = 4 * place;
    if ((boxes[at] ?? 0) > east || (boxes[at + 1] ?? 0) < west) continue;
    if ((boxes[at + 2] ?? 0) > north || (boxes[at + 3] ?? 0) < south) continue;
    const box = {
      west: boxes[at] ?? 0,
      east: boxes[at + 1] ?? 0,
      south: boxes[at + 2] ?? 0,
      north: boxes[at + 3] ?? 0,
    };
    found.push({ cell, shares: shareOf(cell, { box, spot, radii }) });
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
  readonly box: Box;
  readonly spot: Point;
  readonly radii: readonly number[];
}

/** Most cells lie wholly in or out of a circle, as their box tells; only those on its rim are measured. */
function shareOf(cell: Cell, { box, spot, radii }: Asked): readonly number[] {
  const { nearest, farthest } = reachOf(box, spot);
  const rims = radii.filter((metres) => metres > nearest && metres < farthest);
  const { within, whole } =
    rims.length === 0 ? { within: [], whole: 1 } : circleShare(cell.rings, spot, rims);
  return radii.map((metres) => {
    if (metres <= nearest) return 0;
    if (metres >= farthest) return 1;
    return whole > 0 ? (within[rims.indexOf(metres)] ?? 0) / whole : 0;
  });
}

/** Metres from a spot to the nearest and the farthest point of a box. */
function reachOf({ west, east, south, north }: Box, { lng, lat }: Point) {
  const scale = degreeScale(lat);
  const aside = Math.max(west - lng, 0, lng - east) * scale.lng;
  const above = Math.max(south - lat, 0, lat - north) * scale.lat;
  const across = Math.max(Math.abs(west - lng), Math.abs(east - lng)) * scale.lng;
  const along = Math.max(Math.abs(south - lat), Math.abs(north - lat)) * scale.lat;
  return { nearest: Math.hypot(aside, above), farthest: Math.hypot(across, along) };
}
