/** Fills in the form of an act as a person would; null where there is nothing sensible to put in. */
import type { Chance } from "../demo/chance.ts";
import type { DemoComponents } from "../demo/components.ts";
import { notes } from "../demo/words.ts";
import type { Deps } from "../deps.ts";
import { othersFor, unitsFor } from "../domain/assign.ts";
import { assistantsOf, isLive } from "../domain/assignment.ts";
import type { Case } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import { papersOf } from "../domain/closing/evidence.ts";
import { type FieldName, fields } from "../domain/fields.ts";
import type { Move } from "../domain/moves/row.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import type { Folk, Person } from "./folk.ts";

export interface Around {
  readonly deps: Deps;
  readonly folk: Folk;
  readonly chance: Chance;
  /** Ids of stored pictures. */
  readonly photos: readonly string[];
  readonly register: DemoComponents;
  /** A case that may be the same, by its number. */
  readonly other: (found: Case) => Case | null;
}

type Values = Record<string, unknown>;

export function fillIn(move: Move, found: Case, person: Person | null, around: Around): Values | null {
  const { chance } = around;
  const item = itemOf(found, around.deps);
  const values: Values = {};
  for (const name of move.needs) {
    const value = valueOf(name, move, found, person, around);
    if (value === null) return null;
    values[name] = value;
  }
  const wanted = move.may.filter((name) => isWanted(name, move, values, chance));
  for (const name of wanted) {
    const value = valueOf(name, move, found, person, around);
    if (value !== null) values[name] = value;
  }
  if (move.action === "handle") {
    values["evidence"] = papersOf(item);
    if (item?.evidence.required.includes("photoAfter")) values["photosAfter"] = [chance.pick(around.photos)];
  }
  if (move.action === "file" && "conditionCode" in values) {
    const chosen = around.deps.reference.taxonomy.lookUp(String(values["itemCode"]));
    values["conditionCode"] =
      chosen && chosen.conditions.length > 0 ? chance.pick(chosen.conditions).code : undefined;
  }
  return values;
}

function isWanted(name: FieldName, { action }: Move, values: Values, chance: Chance): boolean {
  if (name === "conditionCode") return chance.happens(0.9);
  if (action === "followUp") {
    const reached = values["reached"] === true;
    if (name === "unreached") return !reached;
    return name === "note" ? chance.happens(0.2) : reached && (name === "solved" || chance.happens(0.7));
  }
  if (name === "assistUnits") return chance.happens(0.12);
  if (
    name === "answerBy" ||
    name === "photosCheck" ||
    name === "photosMore" ||
    name === "evidence" ||
    name === "photosAfter"
  )
    return chance.happens(0.1);
  if (name === "note") return chance.happens(action === "contact" ? 1 : 0.25);
  return chance.happens(0.5);
}

function valueOf(name: FieldName, move: Move, found: Case, person: Person | null, around: Around): unknown {
  const { deps, folk, chance, photos, other } = around;
  const { reference } = deps;
  const kind = fields[name];
  switch (kind.input) {
    case "words":
      return move.action === "handle" ? "已到现场处置，恢复原状。" : chance.pick(notes.comment);
    case "reason": {
      const list = reference.reasons[kind.list];
      return list.length === 0 ? null : chance.pick(list).code;
    }
    case "unit":
      return unitFor(name, found, around);
    case "units": {
      const lead = found.leadUnit;
      const units = reference.units.filter(
        ({ code, level }) => level === "county" && code !== lead && folk.unit(code).length > 0,
      );
      return [chance.pick(units).code];
    }
    case "assistant": {
      const live = assistantsOf(found).filter(isLive);
      return live.length === 0 ? null : chance.pick(live).unit;
    }
    case "account":
      return person?.account.id ?? null;
    case "item":
      return (
        found.itemCode ?? found.reading.candidates[0]?.code ?? chance.pick(reference.taxonomy.items).code
      );
    case "condition":
      return "filled later";
    case "point":
      return found.point === null
        ? { lng: 118.83 + chance.between(-0.05, 0.05), lat: 35.58 + chance.between(-0.05, 0.05) }
        : { lng: found.point.lng, lat: found.point.lat };
    case "component":
      return componentFor(found, around);
    case "photos":
      return [chance.pick(photos)];
    case "score":
      return chance.weighted([5, 4, 3, 2, 1], (value) => [5, 6, 12, 27, 50][value - 1] ?? 0);
    case "yesNo":
      return chance.happens(0.82);
    case "date":
      return dayOf(dayNumber(deps.clock.now()) + 2 + Math.floor(chance.next() * 12));
    case "case":
      return other(found)?.number ?? null;
    case "parts":
      return [1, 2].map((part) => ({ text: `第${part}件：${found.text.slice(0, 60)}` }));
    case "evidence":
      return papersOf(itemOf(found, deps));
  }
}

function unitFor(name: FieldName, found: Case, { deps, folk, chance }: Around): string | null {
  const { reference, calendar } = deps;
  const world = { reference, calendar, catalogue: deps.catalogue.current(), now: deps.clock.now() };
  const { lead } = unitsFor(found, world);
  const others = othersFor(found, lead, world).map(({ unit }) => unit);
  const staffed = [lead, ...others].filter((unit) => folk.unit(unit).length > 0);
  const anybody = deps.reference.units.filter(
    ({ code, level }) => level === "county" && folk.unit(code).length > 0,
  );
  const choice =
    name === "suggestedUnit" || found.returns > 0
      ? [...staffed.filter((unit) => unit !== found.leadUnit), chance.pick(anybody).code]
      : staffed;
  if (choice.length === 0) return chance.pick(anybody).code;
  return chance.happens(0.85) ? (choice[0] ?? null) : chance.pick(choice);
}

/** The nearest thing of the cell that is a fault of this kind, where it is not the one that is named already. */
function componentFor(found: Case, { deps, register }: Around): string | null {
  const { point, cellCode, text } = found;
  const item = itemOf(found, deps);
  if (item === null || point === null || cellCode === null) return null;
  const near = register.near({ words: text, address: text, point, cell: cellCode }, item.code);
  const code = near?.kept.code ?? null;
  return code === rulesOf(found).component?.code ? null : code;
}

function itemOf(found: Case, { reference }: Deps) {
  return found.itemCode === null ? null : reference.taxonomy.lookUp(found.itemCode);
}
