/** The rules of a catalogue by item: of hundreds of rules a matter meets a handful. */
import type { Catalogue, CatalogueRule } from "./rule.ts";

type ByItem = Map<string, readonly CatalogueRule[]>;

const kept = new WeakMap<readonly CatalogueRule[], ByItem>();

/** Codes come from taxonomies, which have hundreds; whoever asks for others is answered all the same. */
const MOST_ITEMS = 2000;

/**
 * Rules that may speak of an item, in the order of the catalogue: those that name it or a class it belongs to, and those that
 * name no item at all. Without an item, the latter.
 */
export function rulesAbout(itemCode: string | null, { rules }: Catalogue): readonly CatalogueRule[] {
  const code = itemCode ?? "";
  const byItem: ByItem = kept.get(rules) ?? new Map<string, readonly CatalogueRule[]>();
  const known = byItem.get(code);
  if (known) return known;
  const found = rules.filter(({ items }) => items.length === 0 || names(items, code));
  if (byItem.size < MOST_ITEMS) kept.set(rules, byItem.set(code, found));
  return found;
}

/** A code begins with those of the classes above it; no item is none. */
function names(items: readonly string[], code: string): boolean {
  return code !== "" && items.some((item) => code.startsWith(item));
}
