/** Who shall have a case: what the dispatch catalogue says of it, and whether a township may be given it. */
import type { Case } from "./case.ts";
import { type FactSource, factsOf, type KnownRuling } from "./catalogue/facts.ts";
import { startingCatalogue } from "./catalogue/start.ts";
import { type DispatchCatalogue, standIn, suggestUnits, type UnitSuggestion } from "./catalogue/suggest.ts";
import type { Reference } from "./reference.ts";
import type { World } from "./world.ts";

/** What units are sought with. */
export type AssignWorld = Pick<World, "reference" | "calendar"> & {
  /** Without one the duty list alone speaks. */
  readonly catalogue?: DispatchCatalogue;
};

export function unitsFor(
  found: FactSource,
  world: AssignWorld,
  precedent: KnownRuling | null = null,
): UnitSuggestion {
  return suggestUnits(factsOf(found, world.calendar, precedent), catalogueOf(world));
}

/** Another unit that may be meant where the facts are unknown, and when it would lead. */
export interface Other {
  readonly unit: string;
  readonly when: string;
}

/** Other rules of the same matter, then what the duty list says by whose thing it is (按权属改派); each unit once. */
export function othersFor(
  found: Pick<Case, "itemCode" | "townshipCode">,
  lead: string,
  world: AssignWorld,
): readonly Other[] {
  const catalogue = catalogueOf(world);
  const item = world.reference.taxonomy.lookUp(found.itemCode ?? "");
  if (item === null) return [];
  const ruled = catalogue.rules
    .filter((rule) => rule.items.some((code) => item.code.startsWith(code)))
    .map((rule) => ({ unit: rule.lead, when: rule.name }));
  const others = new Map<string, Other>();
  for (const hint of [...ruled, ...item.routing]) {
    const unit = standIn(hint.unit, found.townshipCode, catalogue);
    if (unit !== null && unit !== lead && !others.has(unit)) others.set(unit, { unit, when: hint.when });
  }
  return [...others.values()];
}

function catalogueOf({ catalogue, reference }: AssignWorld): DispatchCatalogue {
  return catalogue ?? dutyListOf(reference);
}

const dutyLists = new WeakMap<Reference, DispatchCatalogue>();

function dutyListOf(reference: Reference): DispatchCatalogue {
  const kept = dutyLists.get(reference);
  if (kept) return kept;
  const { taxonomy, units, deskUnit } = reference;
  const made = startingCatalogue({ items: taxonomy.items, units, deskUnit });
  dutyLists.set(reference, made);
  return made;
}
