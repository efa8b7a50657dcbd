/** The catalogue a county begins with: one rule for each line of the duty list, and the refinements of the data file. */
import type { Unit } from "../departments.ts";
import type { Item } from "../taxonomy.ts";
import type { CatalogueRule, OwnerWords } from "./rule.ts";
import { usualOrder } from "./specific.ts";
import type { DispatchCatalogue } from "./suggest.ts";

const nothing = {
  conditions: [],
  owners: [],
  names: [],
  areas: [],
  grounds: [],
  roads: [],
  words: [],
  time: null,
} as const;

/** A rule that asks for an item and nothing else: the line of the duty list. */
export function dutyRule(item: Item): CatalogueRule {
  const { code, name, leadUnit, assistUnits, townshipRole } = item;
  return {
    ...nothing,
    code,
    name,
    items: [code],
    lead: leadUnit,
    assist: assistUnits,
    townshipRole,
    basis: `职责清单 ${code} ${name}`,
  };
}

export interface StartMaterial {
  readonly items: readonly Item[];
  readonly units: readonly Unit[];
  readonly deskUnit: string;
}

export function startingCatalogue(
  material: StartMaterial,
  refinements: readonly CatalogueRule[] = [],
  ownerWords: readonly OwnerWords[] = [],
): DispatchCatalogue {
  return {
    version: 0,
    validFrom: "2000-01-01",
    order: usualOrder,
    rules: [...material.items.map(dutyRule), ...refinements],
    ownerWords,
    ...readBy(material),
  };
}

/** What a catalogue is read by. */
export function readBy({
  units,
  deskUnit,
}: Pick<StartMaterial, "units" | "deskUnit">): Pick<DispatchCatalogue, "countyUnits" | "deskUnit"> {
  const county = units.filter(({ level }) => level === "county").map(({ code }) => code);
  return { countyUnits: new Set(county), deskUnit };
}
