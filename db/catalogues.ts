import { and, desc, eq, isNotNull, isNull, lte, max } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { CatalogueQueries } from "./store.ts";

export function createCatalogues({ db, tables: { catalogues } }: Base): CatalogueQueries {
  const { body: _body, ...headColumns } = columnsOf();
  return {
    heads: async () => await db.select(headColumns).from(catalogues).orderBy(desc(catalogues.version)),
    version: async (version) => await one(eq(catalogues.version, version)),
    inForce: async (day) => await one(and(isNotNull(catalogues.publishedAt), lte(catalogues.validFrom, day))),
    draft: async () => await one(isNull(catalogues.publishedAt)),
    async saveDraft({ note, body, by, at }, seen) {
      const changed = { note, body, changedBy: by, changedAt: at };
      if (seen === null) {
        if ((await one(isNull(catalogues.publishedAt))) !== null) return false;
        return await insert({ ...changed, revision: 1, validFrom: null, restores: null, publishedAt: null });
      }
      return await update(seen, { ...changed, revision: seen + 1 });
    },
    publishDraft: async (seen, { validFrom, note, by, at }) =>
      await update(seen, { validFrom, note, changedBy: by, publishedAt: at }),
    async discardDraft(seen) {
      const gone = await db
        .delete(catalogues)
        .where(draftAt(seen))
        .returning({ version: catalogues.version });
      return gone.length > 0;
    },
    publish: async ({ note, body, by, at, validFrom, restores }) =>
      await insert({
        note,
        body,
        changedBy: by,
        changedAt: at,
        publishedAt: at,
        revision: 1,
        validFrom,
        restores,
      }),
  };

  function columnsOf() {
    const { version, revision, note, validFrom, restores, body } = catalogues;
    const { changedBy, changedAt, publishedAt } = catalogues;
    return { version, revision, note, validFrom, restores, body, changedBy, changedAt, publishedAt };
  }

  async function one(condition: ReturnType<typeof and>) {
    const [row] = await db
      .select()
      .from(catalogues)
      .where(condition)
      .orderBy(desc(catalogues.validFrom), desc(catalogues.version))
      .limit(1);
    return row ?? null;
  }

  /** The draft has the number it will be published under: whoever else takes it first is seen here. */
  async function insert(row: Omit<typeof catalogues.$inferInsert, "version">): Promise<boolean> {
    const [last] = await db.select({ version: max(catalogues.version) }).from(catalogues);
    const version = (last?.version ?? 0) + 1;
    const added = await db
      .insert(catalogues)
      .values({ ...row, version })
      .onConflictDoNothing()
      .returning({ version: catalogues.version });
    return added.length > 0;
  }

  async function update(seen: number, row: Partial<typeof catalogues.$inferInsert>): Promise<boolean> {
    const changed = await db
      .update(catalogues)
      .set(row)
      .where(draftAt(seen))
      .returning({ version: catalogues.version });
    return changed.length > 0;
  }

  function draftAt(revision: number) {
    return and(isNull(catalogues.publishedAt), eq(catalogues.revision, revision));
  }
}
