import { loadCounty } from "../fixtures/demo/county.ts";
import { gazetteerOf } from "../fixtures/demo/gazetteer.ts";
import type { Cell } from "../geo/cell.ts";
import type { Gazetteer } from "../geo/places/place.ts";

/** A county that has not told its names yet. */
export const noNames: Gazetteer = { above: [], places: [], roads: [] };

/** The names that belong to a grid: those of the demo county on its own cells, none on another county's. */
export function gazetteerFor(cells: readonly Cell[]): Gazetteer {
  const codes = new Set(cells.map(({ code }) => code));
  const demo = loadCounty();
  return demo.cells.some(({ code }) => codes.has(code)) ? gazetteerOf(demo) : noNames;
}
