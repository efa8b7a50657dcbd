/** The box that cells fill. */
import type { Cell } from "./cell.ts";
import type { Point } from "./point.ts";

export interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export function extentOf(cells: readonly Pick<Cell, "rings">[]): Extent {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lng, lat] of cells.flatMap(({ rings }) => rings.flat(2))) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north };
}

export function middleOf({ west, east, south, north }: Extent): Point {
  return { lng: (west + east) / 2, lat: (south + north) / 2 };
}
