/** The catalogue that counts now, held in memory: published versions come from the database, also from other processes. */
import type { Store } from "../../db/store.ts";
import type { Instant } from "../domain/time.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import type { DispatchCatalogue } from "../domain/catalogue/suggest.ts";

export interface CatalogueInForce {
  readonly current: () => DispatchCatalogue;
  /** Looks whether another version counts by now. */
  readonly refresh: () => Promise<DispatchCatalogue>;
}

/** @param starting counts until something is published; asked anew, because units and duties may change by a day. */
export function createInForce(
  { store, clock }: { readonly store: Store; readonly clock: { readonly now: () => Instant } },
  starting: () => DispatchCatalogue,
): CatalogueInForce {
  let start = starting();
  let held = start;
  return {
    current: () => held,
    async refresh() {
      const stored = await store.catalogues.inForce(dayOf(dayNumber(clock.now())));
      const asked = starting();
      if (stored === null) held = asked;
      else if (stored.version !== held.version || held === start || asked !== start) {
        const { version, validFrom, body } = stored;
        held = { ...asked, ...body, version, validFrom: validFrom ?? asked.validFrom };
      }
      start = asked;
      return held;
    },
  };
}

/** The first version of a county: the duty list with its refinements. Nothing happens where one was published. */
export async function seedCatalogue(store: Store, start: DispatchCatalogue, now: Instant): Promise<void> {
  if ((await store.catalogues.heads()).length > 0) return;
  const { order, rules, ownerWords } = start;
  await store.catalogues.publish({
    note: "职责清单",
    body: { order, rules, ownerWords },
    by: "system",
    at: now,
    validFrom: dayOf(dayNumber(now)),
    restores: null,
  });
}
