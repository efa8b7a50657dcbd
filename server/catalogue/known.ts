/** What exists in the county, for the check of a catalogue. */
import type { Known } from "../domain/catalogue/check.ts";
import type { Reference } from "../domain/reference.ts";
import type { Cell } from "../../geo/cell.ts";

export function knownIn(reference: Reference, cells: readonly Cell[]): Known {
  const { items } = reference.taxonomy;
  return {
    items: items.map(({ code }) => code),
    conditions: new Set(items.flatMap(({ conditions }) => conditions.map(({ code }) => code))),
    townships: reference.townships.map(({ code }) => code),
    areas: new Set(cells.flatMap(({ code, communityCode }) => [code, communityCode])),
    units: new Set(reference.units.map(({ code }) => code)),
  };
}
