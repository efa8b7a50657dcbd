/** Versions of the dispatch catalogue: one draft at most, published ones for ever, each in force from its day. */
import type { VersionHead } from "../versionHead.ts";
import type { Catalogue, CatalogueRule } from "./rule.ts";

/** What of a catalogue is stored. */
export type CatalogueBody = Pick<Catalogue, "order" | "rules" | "ownerWords">;

export interface StoredCatalogue extends VersionHead {
  readonly body: CatalogueBody;
}

export interface RuleChange {
  readonly kind: "added" | "removed" | "changed";
  readonly rule: CatalogueRule;
}

/** How `after` differs from `before`, in the order of `after`, what is gone last. */
export function changesBetween(before: CatalogueBody, after: CatalogueBody): readonly RuleChange[] {
  const old = new Map(before.rules.map((rule) => [rule.code, rule]));
  const kept = new Set(after.rules.map(({ code }) => code));
  const changes: RuleChange[] = [];
  for (const rule of after.rules) {
    const was = old.get(rule.code);
    if (was === undefined) changes.push({ kind: "added", rule });
    else if (JSON.stringify(ordered(was)) !== JSON.stringify(ordered(rule)))
      changes.push({ kind: "changed", rule });
  }
  const gone = before.rules.filter(({ code }) => !kept.has(code));
  return [...changes, ...gone.map((rule) => ({ kind: "removed", rule }) as const)];
}

/** The rule of this code put in its place, or at the end. */
export function withRule(body: CatalogueBody, rule: CatalogueRule): CatalogueBody {
  const isKnown = body.rules.some(({ code }) => code === rule.code);
  const rules = isKnown
    ? body.rules.map((row) => (row.code === rule.code ? rule : row))
    : [...body.rules, rule];
  return { ...body, rules };
}

export function withoutRule(body: CatalogueBody, code: string): CatalogueBody {
  return { ...body, rules: body.rules.filter((rule) => rule.code !== code) };
}

/** Databases give members back in another order. */
function ordered(rule: CatalogueRule): unknown {
  const { time, ...plain } = rule;
  const entries = Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1));
  const hours = time && [time.months, time.days, time.from, time.to];
  return [...entries, hours];
}
