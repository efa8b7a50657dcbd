/** Last month's cases by a changed catalogue: what would have gone elsewhere. */
import type { ConfirmedCase } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import type { TrialAnswer } from "../domain/catalogue/answers.ts";
import { compareCatalogues, type Moved } from "../domain/catalogue/compare.ts";
import { factsOf } from "../domain/catalogue/facts.ts";
import type { DispatchCatalogue } from "../domain/catalogue/suggest.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { DAY } from "../domain/time.ts";

const DAYS = 30;
const MOST_CASES = 20_000;
const MOST_ROWS = 200;

export async function tryOut(after: DispatchCatalogue, actor: Actor, deps: Deps): Promise<TrialAnswer> {
  const { store, clock, calendar } = deps;
  const cases = await store.learning.confirmed(clock.now() - DAYS * DAY, MOST_CASES);
  const tried = cases.map((found) => ({ id: found.id, facts: factsOf(found, calendar) }));
  const { moved, byUnit, newlyUnclear } = compareCatalogues(tried, deps.catalogue.current(), after);
  const byId = new Map(cases.map((found) => [found.id, found]));
  const named = (code: string) => ({ code, name: deps.names.any(code) });
  return {
    days: DAYS,
    cases: cases.length,
    moved: moved.length,
    newlyUnclear,
    byUnit: byUnit.map(({ unit, gained, lost }) => ({ unit: named(unit), gained, lost })),
    rows: moved.slice(0, MOST_ROWS).flatMap((row) => {
      const found = byId.get(row.id);
      return found === undefined ? [] : [rowOf(row, found, { actor, deps })];
    }),
  };

  function rowOf(
    { before, after: then }: Moved,
    found: ConfirmedCase,
    around: { readonly actor: Actor; readonly deps: Deps },
  ): TrialAnswer["rows"][number] {
    const seen = inScope(scopeOf(around.actor), { ...found, reportedBy: null });
    return {
      id: seen ? found.id : null,
      number: seen ? found.number : null,
      text: seen ? found.text : null,
      item: around.deps.names.item(found.itemCode),
      before: named(before.lead),
      after: named(then.lead),
      beforeRule: before.rule?.name ?? null,
      afterRule: then.rule?.name ?? null,
    };
  }
}
