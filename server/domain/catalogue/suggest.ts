/** `suggestUnits`: from what is known of a matter to who leads, who assists and what the township does. */
import type { TownshipRole } from "../taxonomy.ts";
import { firstInstantOf } from "./day.ts";
import type { Facts, KnownRuling } from "./facts.ts";
import { type Match, matchesOf, type Met } from "./match.ts";
import type { Catalogue, CatalogueRule, Dimension } from "./rule.ts";
import { compareMatches, decidedBy } from "./specific.ts";

/** The catalogue with what it is read by: which units are of the county, and who takes what nobody is named for. */
export interface DispatchCatalogue extends Catalogue {
  readonly countyUnits: ReadonlySet<string>;
  /** 兜底: the desk that takes what no rule speaks of. */
  readonly deskUnit: string;
}

export interface UnitSuggestion {
  /** Unit or township that leads (主办). While it is unclear: the first receiver (首接负责). */
  readonly lead: string;
  /** Units and townships that assist (协办). */
  readonly assisting: readonly string[];
  readonly townshipRole: TownshipRole;
  /** The rule that won; null where none speaks of it. */
  readonly rule: CatalogueRule | null;
  readonly met: readonly Met[];
  /** Rules that spoke too and lost, nearest first, each with what decided against it. */
  readonly beaten: readonly { readonly rule: CatalogueRule; readonly by: Dimension | null }[];
  /** A ruling younger than the catalogue goes before its rules. */
  readonly ruling: KnownRuling | null;
  readonly unclear: Unclear | null;
}

/** Why somebody must look before it is sent. */
export type Unclear =
  /** No rule speaks of it: the catalogue has a hole. */
  | { readonly kind: "hole" }
  /** Rules that name different units and none of which is more specific. */
  | { readonly kind: "conflict"; readonly rules: readonly string[] }
  /** The township leads, and nobody knows which one. */
  | { readonly kind: "noPlace" }
  | { readonly kind: "noItem" };

export function suggestUnits(facts: Facts, catalogue: DispatchCatalogue): UnitSuggestion {
  const township = facts.areaCode?.slice(0, 9) ?? null;
  const ranked = [...matchesOf(facts, catalogue)].sort(
    (a, b) => compareMatches(a, b, catalogue.order) || (a.rule.code < b.rule.code ? -1 : 1),
  );
  const [first] = ranked;
  if (facts.itemCode === null) return unled(facts, catalogue, { kind: "noItem" });
  if (first === undefined) return unled(facts, catalogue, { kind: "hole" });
  const led = leadOf(first.rule, township, catalogue);
  const tied = ranked.filter((other) => compareMatches(first, other, catalogue.order) === 0);
  const differing = tied.filter(({ rule }) => leadOf(rule, township, catalogue) !== led);
  const unclear = unclearOf(led, differing.length === 0 ? [] : tied);
  const ruling = binding(facts.precedent, catalogue);
  const receiver = facts.firstUnit ?? led ?? catalogue.deskUnit;
  const lead = ruling?.unit ?? (unclear === null ? (led ?? receiver) : receiver);
  return {
    lead,
    assisting: assistingOf(first.rule, { township, lead, led }, catalogue),
    townshipRole: first.rule.townshipRole,
    rule: first.rule,
    met: first.met,
    beaten: ranked.slice(1).map((other) => ({
      rule: other.rule,
      by: decidedBy(first, other, catalogue.order),
    })),
    ruling,
    unclear: ruling === null ? unclear : null,
  };
}

/** Units below the county stand for the township of the place. */
export function standIn(
  unit: string,
  township: string | null,
  catalogue: Pick<DispatchCatalogue, "countyUnits">,
): string | null {
  return catalogue.countyUnits.has(unit) ? unit : township;
}

function leadOf(rule: CatalogueRule, township: string | null, catalogue: DispatchCatalogue): string | null {
  return standIn(rule.lead, township, catalogue);
}

function unclearOf(led: string | null, tied: readonly Match[]): Unclear | null {
  if (tied.length > 0) return { kind: "conflict", rules: tied.map(({ rule }) => rule.code) };
  return led === null ? { kind: "noPlace" } : null;
}

function unled(facts: Facts, catalogue: DispatchCatalogue, unclear: Unclear): UnitSuggestion {
  return {
    lead: facts.firstUnit ?? catalogue.deskUnit,
    assisting: [],
    townshipRole: "assist",
    rule: null,
    met: [],
    beaten: [],
    ruling: null,
    unclear,
  };
}

/** A ruling older than the catalogue was known to whoever wrote it. */
function binding(precedent: KnownRuling | null, catalogue: DispatchCatalogue): KnownRuling | null {
  return precedent !== null && precedent.at >= firstInstantOf(catalogue.validFrom) ? precedent : null;
}

/** Whoever the rule would have led by assists when a ruling or the first receiver leads instead. */
function assistingOf(
  rule: CatalogueRule,
  around: { readonly township: string | null; readonly lead: string; readonly led: string | null },
  catalogue: DispatchCatalogue,
): readonly string[] {
  const named = [around.led, ...rule.assist.map((unit) => standIn(unit, around.township, catalogue))];
  return [...new Set(named)].filter((unit): unit is string => unit !== null && unit !== around.lead);
}
