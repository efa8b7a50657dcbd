/** `suggestUnits`: from what is known of a matter to who leads, who assists and what the township does. */
import type { CaseComponent } from "../component/component.ts";
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
  /** 部件 that was named, whose owner had its say. */
  readonly component: CaseComponent | null;
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
  const spoken = [...matchesOf(facts, catalogue)].sort(
    (a, b) => compareMatches(a, b, catalogue.order) || (a.rule.code < b.rule.code ? -1 : 1),
  );
  const owned = ownerFirst(facts, spoken, catalogue);
  const ranked = owned === null ? spoken : [owned, ...spoken];
  const [first] = ranked;
  const ruling = binding(facts.precedent, township, catalogue);
  if (facts.itemCode === null) return unled(facts, catalogue, { kind: "noItem" });
  if (first === undefined)
    return ruling === null ? unled(facts, catalogue, { kind: "hole" }) : ruled(ruling, facts);
  const led = leadOf(first.rule, township, catalogue);
  const tied = ranked.filter(
    (other) => other !== owned && compareMatches(first, other, catalogue.order) === 0,
  );
  const differing = tied.filter(({ rule }) => leadOf(rule, township, catalogue) !== led);
  const unclear = unclearOf(led, differing.length === 0 ? [] : tied);
  const receiver = facts.firstUnit ?? led ?? catalogue.deskUnit;
  const lead = ruling?.unit ?? (unclear === null ? (led ?? receiver) : receiver);
  return {
    lead,
    assisting: assistingOf(first.rule, { township, lead, led, owner: ownerBehind(facts) }, catalogue),
    townshipRole: first.rule.townshipRole,
    rule: first.rule,
    met: first.met,
    beaten: ranked.slice(1).map((other) => ({
      rule: other.rule,
      by: decidedBy(first, other, catalogue.order),
    })),
    ruling,
    unclear: ruling === null ? unclear : null,
    component: facts.component,
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

/** Code of the rule that stands in no catalogue: 先属主后属地. */
export const OWNER_FIRST = "owner-first";

/**
 * A fault of a component goes to whoever mends it before its place is asked (部件先属主后属地, handbook §2.5), unless the
 * catalogue itself has a line for that owner.
 */
function ownerFirst(
  facts: Facts,
  spoken: readonly Match[],
  { countyUnits }: DispatchCatalogue,
): Match | null {
  const { component, itemCode } = facts;
  const lead = component?.unit ?? component?.owner ?? null;
  if (component === null || itemCode === null || lead === null || !isItsFault(facts)) return null;
  const [first] = spoken;
  if (first?.met.some(({ dimension }) => dimension === "owner")) return null;
  const rule: CatalogueRule = {
    ...askingNothing,
    items: [itemCode],
    owners: component.owner === null ? [] : [component.owner],
    lead,
    assist: first === undefined ? [] : [first.rule.lead, ...first.rule.assist],
    townshipRole: countyUnits.has(lead) ? (first?.rule.townshipRole ?? "assist") : "self",
  };
  const owner = { dimension: "owner" as const, value: component.owner ?? lead, narrow: 1 };
  return { rule, met: [{ dimension: "item", value: itemCode, narrow: itemCode.length }, owner] };
}

const askingNothing: Omit<CatalogueRule, "items" | "owners" | "lead" | "assist" | "townshipRole"> = {
  code: OWNER_FIRST,
  name: "部件先属主后属地",
  conditions: [],
  names: [],
  areas: [],
  grounds: [],
  roads: [],
  words: [],
  time: null,
  basis: "部件台账登记的权属和养护单位",
};

export function isItsFault({ component, itemCode }: Pick<Facts, "component" | "itemCode">): boolean {
  return component !== null && itemCode !== null && component.items.includes(itemCode);
}

/** 事件先属地后属主: what happens at a component but is no fault of it concerns its owner only in the second place. */
function ownerBehind(facts: Facts): string | null {
  return isItsFault(facts) ? null : (facts.component?.owner ?? null);
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
    component: facts.component,
  };
}

/** Where the catalogue has a hole, what was ruled fills it. */
function ruled(ruling: KnownRuling, { component }: Facts): UnitSuggestion {
  const bare = { assisting: [], townshipRole: "assist" as const, rule: null, met: [], beaten: [] };
  return { ...bare, lead: ruling.unit, ruling, unclear: null, component };
}

/** A ruling older than the catalogue was known to whoever wrote it; one for a township speaks for that township alone. */
function binding(
  precedent: KnownRuling | null,
  township: string | null,
  { countyUnits, validFrom }: DispatchCatalogue,
): KnownRuling | null {
  if (precedent === null || precedent.at < firstInstantOf(validFrom)) return null;
  return countyUnits.has(precedent.unit) || precedent.unit === township ? precedent : null;
}

/** Whoever the rule would have led by assists when a ruling or the first receiver leads instead. */
function assistingOf(
  rule: CatalogueRule,
  around: {
    readonly township: string | null;
    readonly lead: string;
    readonly led: string | null;
    readonly owner: string | null;
  },
  catalogue: DispatchCatalogue,
): readonly string[] {
  const { township } = around;
  const others = [...rule.assist, ...(around.owner === null ? [] : [around.owner])];
  const named = [around.led, ...others.map((unit) => standIn(unit, township, catalogue))];
  return [...new Set(named)].filter((unit): unit is string => unit !== null && unit !== around.lead);
}
