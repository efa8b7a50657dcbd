/** Does a rule speak of these facts, and by what? */
import { rulesAbout } from "./byItem.ts";
import type { Facts } from "./facts.ts";
import type { Catalogue, CatalogueRule, Dimension, OwnerWords, RuleTime } from "./rule.ts";

/** One thing a rule asked for and found. */
export interface Met {
  readonly dimension: Dimension;
  /** The code, kind or word that was found. */
  readonly value: string;
  /** How narrow it is: the longer the code or the word, the narrower. */
  readonly narrow: number;
}

export interface Match {
  readonly rule: CatalogueRule;
  readonly met: readonly Met[];
}

/** Every rule that speaks of these facts. */
export function matchesOf(facts: Facts, catalogue: Catalogue): readonly Match[] {
  const matches: Match[] = [];
  for (const rule of rulesAbout(facts.itemCode, catalogue)) {
    const met = metBy(rule, facts, catalogue.ownerWords);
    if (met !== null) matches.push({ rule, met });
  }
  return matches;
}

function metBy(rule: CatalogueRule, facts: Facts, ownerWords: readonly OwnerWords[]): readonly Met[] | null {
  const met: Met[] = [];
  const asked = (dimension: Dimension, wanted: readonly unknown[], found: string | null): boolean => {
    if (wanted.length === 0) return true;
    if (found === null) return false;
    met.push({ dimension, value: found, narrow: narrowness(dimension, found) });
    return true;
  };
  const fits =
    asked("item", rule.items, longestPrefix(rule.items, facts.itemCode)) &&
    asked("condition", rule.conditions, among(rule.conditions, facts.conditionCode)) &&
    asked("area", rule.areas, longestPrefix(rule.areas, facts.areaCode)) &&
    asked("ground", rule.grounds, among(rule.grounds, facts.ground?.value ?? null)) &&
    asked("road", rule.roads, among(rule.roads, facts.road?.value ?? null)) &&
    asked("name", rule.names, longestIn(rule.names, facts.words)) &&
    asked("words", rule.words, longestIn(rule.words, facts.words)) &&
    asked("owner", rule.owners, ownerIn(rule.owners, facts, ownerWords)) &&
    asked("time", rule.time === null ? [] : [rule.time], momentIn(rule.time, facts));
  return fits ? met : null;
}

function narrowness(dimension: Dimension, found: string): number {
  const byLength =
    dimension === "item" || dimension === "area" || dimension === "name" || dimension === "words";
  return byLength ? found.length : 1;
}

function among(wanted: readonly string[], found: string | null): string | null {
  return found !== null && wanted.includes(found) ? found : null;
}

function longestPrefix(wanted: readonly string[], code: string | null): string | null {
  return code === null ? null : longest(wanted.filter((prefix) => code.startsWith(prefix)));
}

function longestIn(wanted: readonly string[], words: string): string | null {
  return longest(wanted.filter((word) => words.includes(word)));
}

function longest(found: readonly string[]): string | null {
  return found.reduce<string | null>(
    (best, next) => (best === null || next.length > best.length ? next : best),
    null,
  );
}

function ownerIn(
  wanted: readonly string[],
  { component, words }: Facts,
  ownerWords: readonly OwnerWords[],
): string | null {
  if (component !== null && component.owner !== null) return among(wanted, component.owner);
  const owner = ownerWords.find(
    ({ unit, words: marks }) => wanted.includes(unit) && marks.some((mark) => words.includes(mark)),
  );
  return owner?.unit ?? null;
}

function momentIn(time: RuleTime | null, { month, clock, isWorkday }: Facts): string | null {
  if (time === null) return null;
  if (time.months.length > 0 && !time.months.includes(month)) return null;
  if (time.days !== "any" && (time.days === "workday") !== isWorkday) return null;
  if (time.from !== null && time.to !== null && !isWithin(clock, time.from, time.to)) return null;
  return clock;
}

/** From 22:00 to 06:00 goes past midnight. */
function isWithin(clock: string, from: string, to: string): boolean {
  return from < to ? from <= clock && clock < to : clock >= from || clock < to;
}
