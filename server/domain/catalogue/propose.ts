/**
 * What people decided again and again, as rules for the next catalogue: a ruling alone is enough, dispatchers against the
 * catalogue must have agreed. Somebody looks at each before it is taken into the draft.
 */
import type { Instant } from "../time.ts";
import { firstInstantOf } from "./day.ts";
import type { CatalogueRule } from "./rule.ts";
import { type DispatchCatalogue, standIn } from "./suggest.ts";

/** A unit that somebody chose for a case. */
export interface Chosen {
  readonly number: string;
  readonly kind: "dispatch" | "ruling";
  readonly itemCode: string;
  readonly townshipCode: string | null;
  readonly unit: string;
  readonly at: Instant;
}

export interface Proposal {
  readonly rule: CatalogueRule;
  /** Cases that speak for it, latest first. */
  readonly numbers: readonly string[];
  readonly isRuled: boolean;
}

/** So many dispatches to the same unit, and none to another, make a proposal. */
const AGREED = 2;

export function proposalsFrom(chosen: readonly Chosen[], catalogue: DispatchCatalogue): readonly Proposal[] {
  const since = firstInstantOf(catalogue.validFrom);
  const groups = new Map<string, Chosen[]>();
  for (const choice of chosen.filter(({ at }) => at >= since)) {
    const key = `${choice.itemCode}-${choice.townshipCode ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [...groups.values()].flatMap((group) => proposalOf(group, catalogue) ?? []);
}

function proposalOf(group: readonly Chosen[], catalogue: DispatchCatalogue): Proposal | null {
  const ruled = group.filter(({ kind }) => kind === "ruling").sort(latestFirst);
  const units = new Set(group.map(({ unit }) => unit));
  const [first] = ruled.length > 0 ? ruled : [...group].sort(latestFirst);
  if (first === undefined) return null;
  if (ruled.length === 0 && (units.size > 1 || group.length < AGREED)) return null;
  const general = catalogue.rules.find(({ code }) => code === first.itemCode);
  const code = `${first.itemCode}-${first.townshipCode ?? "all"}-p`;
  const known = catalogue.rules.find((rule) => rule.code === code);
  if (known !== undefined && known.lead === first.unit) return null;
  const speaking = group.filter(({ unit }) => unit === first.unit).sort(latestFirst);
  const numbers = speaking.map(({ number }) => number);
  const isTownship = standIn(first.unit, null, catalogue) === null;
  return {
    isRuled: ruled.length > 0,
    numbers,
    rule: {
      code,
      name: `${general?.name.slice(0, 20) ?? first.itemCode}：${ruled.length > 0 ? "裁定先例" : "多次改派"}`,
      items: [first.itemCode],
      conditions: [],
      owners: [],
      names: [],
      areas: first.townshipCode === null ? [] : [first.townshipCode],
      grounds: [],
      roads: [],
      words: [],
      time: null,
      lead: isTownship ? "XZ" : first.unit,
      assist: (general === undefined ? [] : [general.lead, ...general.assist]).filter(
        (unit) => unit !== first.unit,
      ),
      townshipRole: isTownship ? "self" : (general?.townshipRole ?? "assist"),
      basis: `${ruled.length > 0 ? "裁定" : "改派"} ${numbers.slice(0, 3).join("、")}`,
    },
  };
}

function latestFirst(a: Chosen, b: Chosen): number {
  return b.at - a.at;
}
