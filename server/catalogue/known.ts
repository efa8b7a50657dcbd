/** What exists in the county, for the check of a catalogue. */
import type { Known } from "../domain/catalogue/check.ts";
import { successionOf } from "../domain/departments.ts";
import type { Reference } from "../domain/reference.ts";
import { dayNumber, dayOf, type Instant } from "../domain/time.ts";
import type { Cell } from "../../geo/cell.ts";

/** @param now whose day tells which units are closed. */
export function knownIn(reference: Reference, cells: readonly Cell[], now: Instant): Known {
  const { items } = reference.taxonomy;
  const today = dayOf(dayNumber(now));
  return {
    items: items.map(({ code }) => code),
    conditions: new Set(items.flatMap(({ conditions }) => conditions.map(({ code }) => code))),
    townships: reference.townships.map(({ code }) => code),
    areas: new Set(cells.flatMap(({ code, communityCode }) => [code, communityCode])),
    units: new Set(reference.units.map(({ code }) => code)),
    successions: new Map(
      reference.units.flatMap(({ code }) => {
        const succession = successionOf(code, reference.unitsByCode, today);
        return succession ? [[code, succession] as const] : [];
      }),
    ),
  };
}
