import { createFinder } from "./find.ts";
import type { Grid } from "./grid.ts";
import { NOBODY } from "./label.ts";
import type { Point } from "./point.ts";
import { toUnits } from "./units.ts";

/** What a point outside the county probably is, and where it would be then: to accept with one tap. */
export interface Correction {
  readonly kind: "swapped";
  readonly point: Point;
}

/** Recognises latitude before longitude: the exchanged point must lie in a cell while the given one does not. */
export function createCorrector(grid: Grid): (point: Point) => Correction | undefined {
  const find = createFinder(grid.index);
  const isInside = ({ lng, lat }: Point) => find(toUnits(lng), toUnits(lat)) !== NOBODY;

  return function correct(point) {
    const swapped = { lng: point.lat, lat: point.lng };
    return !isInside(point) && isInside(swapped) ? { kind: "swapped", point: swapped } : undefined;
  };
}
