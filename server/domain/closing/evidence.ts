/** 办结凭据: what an item wants to see before its result is taken (fixtures/taxonomy, `evidence`). */
import type { Item } from "../taxonomy.ts";

/** Pictures are fields of their own, and a second look is an act of its own. */
const others: readonly string[] = ["photoBefore", "photoAfter", "photoWide", "gridCheck"];

/** Papers, records and measurements that must be at hand. */
export function papersOf(item: Item | null): readonly string[] {
  return (item?.evidence.required ?? []).filter((code) => !others.includes(code));
}
