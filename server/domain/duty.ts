/**
 * The township's part by the dispatch catalogue (履职事项清单): 自办 it may lead, 协办 it helps the department that leads,
 * 上报 is taken back by the county and may not be pushed down to it. A refusal names the line of the list and who has the
 * duty. Source: 国办函〔2025〕66 号 (应由部门办的不得派给基层).
 */
import { type AssignWorld, othersFor, unitsFor } from "./assign.ts";
import type { UnitSuggestion } from "./catalogue/suggest.ts";
import { type Case, type Refusal, refuse } from "./case.ts";
import type { Reference } from "./reference.ts";
import type { Item } from "./taxonomy.ts";

/** Rules of the duty list; their words stand in ruleWords.ts beside those of the guards. */
export type DutyRule =
  | "takenBack"
  | "townshipAssists"
  | "notInAssistList"
  | "spotTakenBack"
  | "onlyWhenLate"
  | "assistsAlready";

/** May the township of the place lead this matter, or help with it? A unit of the county always may. */
export function dutyForbids(
  unit: string,
  part: "lead" | "assist",
  found: Case,
  world: AssignWorld,
): Refusal | null {
  const item = world.reference.taxonomy.lookUp(found.itemCode ?? "");
  if (item === null || unit !== found.townshipCode) return null;
  const suggestion = unitsFor(found, world);
  const rule = part === "lead" ? leadRule(unit, suggestion, found, world) : assistRule(unit, suggestion);
  const duty = suggestion.lead === unit ? item.leadUnit : suggestion.lead;
  return rule === null ? null : refusedByDuty(rule, item, duty, world.reference);
}

/** 随手办结 by the grid worker or the township: not of what the list takes back (不得改成本级办结). */
export function spotForbids(item: Item, reference: Reference): Refusal | null {
  if (item.townshipRole !== "escalate") return null;
  return { ...refusedByDuty("spotTakenBack", item, item.leadUnit, reference), field: "solvedOnSpot" };
}

function leadRule(
  township: string,
  { townshipRole, lead }: UnitSuggestion,
  found: Case,
  world: AssignWorld,
): DutyRule | null {
  if (townshipRole === "self" || lead === township) return null;
  if (townshipRole === "escalate") return "takenBack";
  // 协办 matters that somewhere are the township's own (行政村内 …): the dispatcher knows the place better than the words.
  return othersFor(found, lead, world).some((other) => other.unit === township) ? null : "townshipAssists";
}

function assistRule(township: string, { townshipRole, assisting }: UnitSuggestion): DutyRule | null {
  return townshipRole === "escalate" && !assisting.includes(township) ? "notInAssistList" : null;
}

function refusedByDuty(rule: DutyRule, item: Item, duty: string, { unitsByCode }: Reference): Refusal {
  const expected = unitsByCode.get(duty)?.name ?? duty;
  return refuse("badValue", { field: "unit", rule, given: `${item.code} ${item.name}`, expected });
}
