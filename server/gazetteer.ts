import { loadCounty } from "../fixtures/demo/county.ts";
import { gazetteerOf } from "../fixtures/demo/gazetteer.ts";
import type { Cell } from "../geo/cell.ts";
import type { Gazetteer } from "../geo/places/place.ts";

/** A county that has not told its names yet. */
export const noNames: Gazetteer = { above: [], places: [], roads: [] };

/** The names that belong to a grid: those of the demo county on its own cells, none on another county's. */
export function gazetteerFor(cells: readonly Cell[]): Gazetteer {
  return isDemoGrid(cells) ? gazetteerOf(loadCounty()) : noNames;
}

/** True for the demo county's grid, also after some of it was drawn anew. */
export function isDemoGrid(cells: readonly Cell[]): boolean {
  const codes = new Set(cells.map(({ code }) => code));
  return codes.size > 0 && loadCounty().atlas.cells.some(({ code }) => codes.has(code));
}
