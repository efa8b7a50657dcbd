import { desc, eq } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { PhraseQueries } from "./store.ts";

export function createPhrases({ db, tables: { unitPhrases } }: Base): PhraseQueries {
  return {
    async of(unit) {
      const [row] = await db
        .select({ version: unitPhrases.version, rows: unitPhrases.rows })
        .from(unitPhrases)
        .where(eq(unitPhrases.unit, unit))
        .orderBy(desc(unitPhrases.version))
        .limit(1);
      return row ?? { version: 0, rows: [] };
    },
    async save(unit, { version, rows, by, at }) {
      const added = await db
        .insert(unitPhrases)
        .values({ unit, version, rows, changedBy: by, changedAt: at })
        .onConflictDoNothing()
        .returning({ version: unitPhrases.version });
      return added.length > 0;
    },
  };
}
