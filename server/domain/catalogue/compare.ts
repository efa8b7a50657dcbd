/** Dry run (试运行): the cases of a period by two catalogues, and which of them would have gone elsewhere. */
import type { Facts } from "./facts.ts";
import { type DispatchCatalogue, suggestUnits, type UnitSuggestion } from "./suggest.ts";

export interface Tried {
  readonly id: string;
  readonly facts: Facts;
}

export interface Moved {
  readonly id: string;
  readonly before: UnitSuggestion;
  readonly after: UnitSuggestion;
}

export interface Comparison {
  readonly cases: number;
  /** Cases that another unit would have led. */
  readonly moved: readonly Moved[];
  /** Clear before and unclear after. */
  readonly newlyUnclear: number;
  readonly byUnit: readonly { readonly unit: string; readonly gained: number; readonly lost: number }[];
}

export function compareCatalogues(
  cases: readonly Tried[],
  before: DispatchCatalogue,
  after: DispatchCatalogue,
): Comparison {
  const moved: Moved[] = [];
  let newlyUnclear = 0;
  for (const { id, facts } of cases) {
    const was = suggestUnits(facts, before);
    const would = suggestUnits(facts, after);
    if (was.unclear === null && would.unclear !== null) newlyUnclear++;
    if (was.lead !== would.lead) moved.push({ id, before: was, after: would });
  }
  return { cases: cases.length, moved, newlyUnclear, byUnit: shifts(moved) };
}

function shifts(moved: readonly Moved[]): Comparison["byUnit"] {
  const units = [...new Set(moved.flatMap(({ before, after }) => [before.lead, after.lead]))];
  return units
    .map((unit) => ({
      unit,
      gained: moved.filter(({ after }) => after.lead === unit).length,
      lost: moved.filter(({ before }) => before.lead === unit).length,
    }))
    .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || (a.unit < b.unit ? -1 : 1));
}
