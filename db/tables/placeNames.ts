/** Names of places that people taught by confirming where they are. */
import type { Kit } from "../kit.ts";

export function placeNameTables(k: Kit) {
  /** One for each teaching; taking one back is written beside it, and nothing is ever deleted. */
  const placeNames = k.table(
    "place_names",
    {
      id: k.key().primaryKey(),
      name: k.text().notNull(),
      /** WGS-84. */
      lng: k.real().notNull(),
      lat: k.real().notNull(),
      /** The cell of the day it was taught. */
      cellCode: k.key().notNull(),
      /** The case whose place was confirmed; NULL when it was taught while reporting. */
      caseId: k.key(),
      taughtBy: k.key().notNull(),
      taughtAt: k.instant().notNull(),
      undoneAt: k.instant(),
      undoneBy: k.key(),
    },
    (t) => [k.index("place_names_at").on(t.taughtAt)],
  );

  return { placeNames };
}
