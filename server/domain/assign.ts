/**
 * Which unit is responsible, by the duty list of the item, and on what ground (派单依据).
 * Units of township level in the list (镇政府, 村委会, 物业 …) stand for the township desk of the place.
 */
import type { Unit } from "./departments.ts";
import type { Item } from "./taxonomy.ts";

export interface Responsible {
  /** Department code, or the township's own code when the duty lies with it. */
  readonly unit: string;
  /** Where this comes from: the item of the duty list. */
  readonly basis: string;
  /** Other units the list names, each with the circumstance under which it leads. */
  readonly others: readonly { readonly unit: string; readonly when: string }[];
}

/** @returns null when the duty lies with the township but the place is unknown: a person must say where it is. */
export function responsibleFor(
  item: Item,
  place: { readonly townshipCode: string | null },
  unitsByCode: ReadonlyMap<string, Unit>,
): Responsible | null {
  const unit = standIn(item.leadUnit, place.townshipCode, unitsByCode);
  if (unit === null) return null;
  const others = item.routing
    .map((hint) => ({ unit: standIn(hint.unit, place.townshipCode, unitsByCode), when: hint.when }))
    .filter((hint): hint is { unit: string; when: string } => hint.unit !== null && hint.unit !== unit);
  return { unit, basis: item.code, others };
}

/** May this item be sent to a township at all? 应由部门办的不得派给基层 (国办函〔2025〕66 号). */
export function mayGoToTownship(item: Item): boolean {
  return item.townshipRole !== "escalate";
}

function standIn(
  code: string,
  township: string | null,
  unitsByCode: ReadonlyMap<string, Unit>,
): string | null {
  return unitsByCode.get(code)?.level === "county" ? code : township;
}
