/**
 * What is wrong with a catalogue before it is in force: codes nobody knows, rules that no order tells apart (conflicts),
 * matters that no rule speaks of somewhere in the county (holes), and duties that may not go down to a township.
 */
import type { Succession } from "../departments.ts";
import { standIn, type DispatchCatalogue } from "./suggest.ts";
import type { CatalogueRule, Dimension } from "./rule.ts";

/** What exists in the county: codes only. */
export interface Known {
  readonly items: readonly string[];
  readonly conditions: ReadonlySet<string>;
  readonly townships: readonly string[];
  /** Communities (12 digits) and cells (15). */
  readonly areas: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Of units that are closed today. */
  readonly successions: ReadonlyMap<string, Succession>;
}

export type CatalogueFault =
  | {
      readonly kind: "unknownCode";
      readonly rule: string;
      readonly field: "items" | "conditions" | "areas" | "owners" | "lead" | "assist";
      readonly value: string;
    }
  | { readonly kind: "doubleCode"; readonly rule: string }
  /** No unit for this item in these townships; all of them when `townships` is as long as the county's list. */
  | { readonly kind: "hole"; readonly item: string; readonly townships: readonly string[] }
  | {
      readonly kind: "conflict";
      readonly rules: readonly [string, string];
      readonly leads: readonly [string, string];
      /** An item for which both would speak. */
      readonly item: string;
    }
  /** 机构撤并: a unit that is closed; what is new goes to its heir in the meantime. */
  | ({ readonly kind: "closedUnit"; readonly rule: string; readonly field: "lead" | "assist" } & Succession)
  /** 应由部门办的不得派给基层 (国办函〔2025〕66 号). */
  | { readonly kind: "toTownship"; readonly rule: string };

/**
 * Holes and unknown codes stop a publication; conflicts are led by the first receiver until somebody decides, and what a
 * closed unit is named for goes to its heir.
 */
export function isGrave({ kind }: CatalogueFault): boolean {
  return kind !== "conflict" && kind !== "closedUnit";
}

export function checkCatalogue(catalogue: DispatchCatalogue, known: Known): readonly CatalogueFault[] {
  return [
    ...catalogue.rules.flatMap((rule) => codeFaults(rule, known)),
    ...catalogue.rules.flatMap((rule) => closedUnits(rule, known)),
    ...doubles(catalogue.rules),
    ...catalogue.rules
      .filter((rule) => rule.townshipRole === "escalate" && !catalogue.countyUnits.has(rule.lead))
      .map((rule) => ({ kind: "toTownship", rule: rule.code }) as const),
    ...holes(catalogue.rules, known),
    ...conflicts(catalogue, known),
  ];
}

function codeFaults(rule: CatalogueRule, known: Known): readonly CatalogueFault[] {
  const isItem = (code: string) => known.items.some((item) => item.startsWith(code));
  const isArea = (code: string) => known.townships.includes(code) || known.areas.has(code);
  const isUnit = (code: string) => known.units.has(code);
  const checks = [
    ["items", rule.items, isItem],
    ["conditions", rule.conditions, (code: string) => known.conditions.has(code)],
    ["areas", rule.areas, isArea],
    ["owners", rule.owners, isUnit],
    ["lead", [rule.lead], isUnit],
    ["assist", rule.assist, isUnit],
  ] as const;
  return checks.flatMap(([field, values, exists]) =>
    values
      .filter((value) => !exists(value))
      .map((value) => ({ kind: "unknownCode", rule: rule.code, field, value }) as const),
  );
}

function closedUnits(rule: CatalogueRule, { successions }: Known): readonly CatalogueFault[] {
  const named = [["lead", [rule.lead]] as const, ["assist", rule.assist] as const];
  return named.flatMap(([field, units]) =>
    units.flatMap((unit) => {
      const succession = successions.get(unit);
      return succession ? [{ kind: "closedUnit", rule: rule.code, field, ...succession } as const] : [];
    }),
  );
}

function doubles(rules: readonly CatalogueRule[]): readonly CatalogueFault[] {
  const codes = rules.map(({ code }) => code);
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
  return [...new Set(twice)].map((rule) => ({ kind: "doubleCode", rule }));
}

/** A rule that asks for nothing but item and township speaks of it whatever else is found. */
function holes(rules: readonly CatalogueRule[], { items, townships }: Known): readonly CatalogueFault[] {
  const general = rules.filter(isGeneral);
  return items.flatMap((item) => {
    const speaking = general.filter((rule) => reaches(rule.items, item));
    const without = townships.filter((township) => !speaking.some((rule) => reaches(rule.areas, township)));
    return without.length === 0 ? [] : [{ kind: "hole", item, townships: without } as const];
  });
}

function isGeneral(rule: CatalogueRule): boolean {
  const { conditions, owners, names, grounds, roads, words, time } = rule;
  return (
    [conditions, owners, names, grounds, roads, words].every((asked) => asked.length === 0) && time === null
  );
}

function reaches(prefixes: readonly string[], code: string): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => code.startsWith(prefix));
}

/** Two rules that may both speak of one matter, ask for the same dimensions equally narrowly, and name different units. */
function conflicts(catalogue: DispatchCatalogue, known: Known): readonly CatalogueFault[] {
  const found: CatalogueFault[] = [];
  for (const item of known.items) {
    const rules = catalogue.rules.filter((rule) => reaches(rule.items, item));
    for (const [at, one] of rules.entries())
      for (const other of rules.slice(at + 1)) {
        const leads = [leadName(one, catalogue), leadName(other, catalogue)] as const;
        if (leads[0] === leads[1] || !mayMeet(one, other, item)) continue;
        const isKnown = found.some(
          (fault) =>
            fault.kind === "conflict" && fault.rules[0] === one.code && fault.rules[1] === other.code,
        );
        if (!isKnown) found.push({ kind: "conflict", rules: [one.code, other.code], leads, item });
      }
  }
  return found;
}

/** Any unit below the county comes to the same: the township's desk. */
function leadName({ lead }: CatalogueRule, catalogue: DispatchCatalogue): string {
  return standIn(lead, "township", catalogue) ?? lead;
}

const listed = {
  condition: "conditions",
  owner: "owners",
  name: "names",
  ground: "grounds",
  road: "roads",
  words: "words",
} as const satisfies Partial<Record<Dimension, keyof CatalogueRule>>;

function mayMeet(one: CatalogueRule, other: CatalogueRule, item: string): boolean {
  const sameWidth = widest(one.items, item) === widest(other.items, item);
  const lists = Object.values(listed).every((field) => share(one[field], other[field]));
  return sameWidth && lists && share(one.areas, other.areas) && sameTime(one, other);
}

function widest(prefixes: readonly string[], code: string): number {
  return Math.max(0, ...prefixes.filter((prefix) => code.startsWith(prefix)).map(({ length }) => length));
}

/** Both ask for nothing, or both for something of which one thing is common. */
function share(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 ? b.length === 0 : a.some((value) => b.includes(value));
}

function sameTime({ time: a }: CatalogueRule, { time: b }: CatalogueRule): boolean {
  if (a === null || b === null) return a === b;
  const months = a.months.length === 0 || b.months.length === 0 || a.months.some((m) => b.months.includes(m));
  const days = a.days === "any" || b.days === "any" || a.days === b.days;
  return months && days && hoursMeet(a, b);
}

type Hours = Pick<NonNullable<CatalogueRule["time"]>, "from" | "to">;

function hoursMeet(a: Hours, b: Hours): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return true;
  return isWithin(a.from, b) || isWithin(b.from, a);
}

function isWithin(clock: string, { from, to }: Hours): boolean {
  if (from === null || to === null) return true;
  return from < to ? from <= clock && clock < to : clock >= from || clock < to;
}
