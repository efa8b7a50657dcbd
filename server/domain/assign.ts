/** Who shall have a case: what the dispatch catalogue says of it, and whether a township may be given it. */
import type { Case } from "./case.ts";
import { rulesAbout } from "./catalogue/byItem.ts";
import { type FactSource, factsOf, type KnownRuling } from "./catalogue/facts.ts";
import { startingCatalogue } from "./catalogue/start.ts";
import { type DispatchCatalogue, standIn, suggestUnits, type UnitSuggestion } from "./catalogue/suggest.ts";
import { type Succession, successionOf } from "./departments.ts";
import type { Reference } from "./reference.ts";
import { dayNumber, dayOf } from "./time.ts";
import type { World } from "./world.ts";

/** What units are sought with. */
export type AssignWorld = Pick<World, "reference" | "calendar" | "now"> & {
  /** Without one the duty list alone speaks. */
  readonly catalogue?: DispatchCatalogue;
};

/** Who shall have it now: a unit that was closed since gives its place to the one that goes on with its matters. */
export interface UnitsToday extends UnitSuggestion {
  /** Closed units that catalogue or ruling still name, the lead first. */
  readonly succeeded: readonly Succession[];
  /** Units that would assist by the catalogue, had they not shown that it is not theirs: a person may still name them. */
  readonly spared: readonly string[];
}

export function unitsFor(
  found: FactSource,
  world: AssignWorld,
  precedent: KnownRuling | null = null,
): UnitsToday {
  const named = suggestUnits(factsOf(found, world.calendar, precedent), catalogueOf(world));
  const freed = freedOf(found, named.ruling);
  const { unitsByCode } = world.reference;
  const today = dayOf(dayNumber(world.now));
  const succeeded = [named.lead, ...named.assisting, ...freed].flatMap(
    (unit) => successionOf(unit, unitsByCode, today) ?? [],
  );
  const heirs = new Map(succeeded.map(({ closed, heir }) => [closed, heir]));
  const lead = heirs.get(named.lead) ?? named.lead;
  // Nobody can assist in the name of a unit that is no more
  const open = (units: readonly string[]) =>
    units
      .map((unit) => (heirs.has(unit) ? heirs.get(unit) : unit))
      .filter((unit): unit is string => unit != null && unit !== lead);
  const spared = open(freed);
  const assisting = [...new Set(open(named.assisting))];
  return {
    ...named,
    lead,
    assisting: assisting.filter((unit) => !spared.includes(unit)),
    succeeded: succeeded.filter(({ closed }) => named.lead === closed || named.assisting.includes(closed)),
    spared: assisting.filter((unit) => spared.includes(unit)),
  };
}

/**
 * Who gave this very case back (退单), and who was ruled not to have such matters (裁定): putting them down as assistants
 * by itself would hand them half of it again (handbook §3.4, 首派强制 and 裁定 are for the lead alone).
 */
function freedOf({ rules, returns = 0 }: FactSource, ruling: KnownRuling | null): readonly string[] {
  const returned = returns > 0 ? (rules?.firstUnit ?? null) : null;
  return [returned, ruling?.against ?? null].filter((unit) => unit !== null);
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
  const ruled = rulesAbout(item.code, catalogue)
    .filter(({ items }) => items.length > 0)
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
