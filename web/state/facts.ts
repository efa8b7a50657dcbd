/** Public facts of an event in words: codes looked up, booleans said, technical ones left out. */
import type { Fact } from "../../server/domain/case.ts";
import { type FieldKind, type FieldName, fields } from "../../server/domain/fields.ts";
import { fieldWords, scoreWords } from "../../server/domain/words.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { itemOf, reference, unitName } from "./reference.ts";

type Facts = Readonly<Record<string, Fact>>;

/**
 * Name and value of every fact that tells a person something.
 * @param conditionText what the condition is that the case was filed under, where it is known.
 */
export function factText(
  facts: Facts,
  conditionText: (code: string) => string = String,
): readonly (readonly [string, string])[] {
  const told = Object.entries(facts).flatMap(([name, fact]) => {
    const value =
      name === "conditionCode" && typeof fact === "string" ? conditionText(fact) : valueText(name, fact);
    return value === null ? [] : [[labelOf(name, facts), value] as const];
  });
  return [...told, ...automaticText(facts)];
}

/** An act of the machine says how sure it was, and from where on it may act. */
function automaticText(facts: Readonly<Record<string, Fact>>): readonly (readonly [string, string])[] {
  if (facts["automatic"] !== true) return [];
  const [probability, line] = [facts["probability"], facts["line"]].map((share) =>
    words.percent(Number(share)),
  );
  return [[caseWords.automatic, `${probability} / ${line}`]];
}

/** A unit is the one a case is given to, but of a limit it is whose time it is, and of an order who is meant. */
function labelOf(name: string, facts: Facts): string {
  if (name === "unit" && "clock" in facts) return caseWords.unitOfClock;
  if (name === "unit" && ("ladder" in facts || "heard" in facts)) return caseWords.unitOfOrder;
  return fieldWords[name as FieldName] ?? caseWords.wordNames[name] ?? name;
}

/** Facts that are no fields of an act and read as they are. */
const plain: ReadonlySet<string> = new Set(["stage", "lead", "other", "voices", "moved"]);

function valueText(name: string, fact: Fact): string | null {
  if (fact === null) return null;
  if (plain.has(name)) return String(fact);
  if (name === "fromUnit" || name === "toUnit") return unitName(String(fact));
  if (!(name in fields)) return null;
  const kind: FieldKind = fields[name as FieldName];
  switch (kind.input) {
    case "item":
      return itemOf(String(fact))?.name ?? String(fact);
    case "units":
      return Array.isArray(fact) ? fact.map(unitName).join(words.comma) : null;
    case "account":
      return null; // the case file names whom it stands for
    case "assistant":
    case "unit":
      return unitName(String(fact));
    case "reason":
      return reference.value?.reasons[kind.list].find((row) => row.code === fact)?.name ?? String(fact);
    case "score":
      return scoreWords[Number(fact) - 1] ?? String(fact);
    case "yesNo":
      return fact === true ? words.yes : words.no;
    case "photos":
      return Array.isArray(fact) && fact.length > 0 ? words.photo.count(fact.length) : null;
    case "condition":
    case "component":
    case "case":
    case "date":
      return String(fact);
    case "evidence":
      return Array.isArray(fact) && fact.length > 0 ? caseWords.papers(fact.length) : null;
    case "words":
    case "parts":
    case "point":
      return null;
  }
}
