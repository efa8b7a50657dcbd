import { and, desc, eq, isNotNull, isNull, lte, max } from "drizzle-orm";
import type { Base } from "./db.ts";
import { rowEntry } from "./record/rows.ts";
import type { CatalogueQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

export function createCatalogues({ db, tables: { catalogues } }: Base, writer: Writer): CatalogueQueries {
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
    async publishDraft(seen, { validFrom, note, by, at }) {
      const draft = await one(draftAt(seen));
      if (draft === null) return false;
      const row = { ...draft, validFrom, note, changedBy: by, publishedAt: at };
      return await recorded({ write: "publishCatalogue", row, orElse: "stale" });
    },
    async discardDraft(seen) {
      const gone = await db
        .delete(catalogues)
        .where(draftAt(seen))
        .returning({ version: catalogues.version });
      return gone.length > 0;
    },
    async publish({ note, body, by, at, validFrom, restores }) {
      const times = { changedBy: by, changedAt: at, publishedAt: at };
      const row = { version: await next(), note, body, ...times, revision: 1, validFrom, restores };
      return await recorded({ write: "addCatalogue", row, orElse: "duplicate" });
    },
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
    const version = await next();
    const added = await db
      .insert(catalogues)
      .values({ ...row, version })
      .onConflictDoNothing()
      .returning({ version: catalogues.version });
    return added.length > 0;
  }

  async function next(): Promise<number> {
    const [last] = await db.select({ version: max(catalogues.version) }).from(catalogues);
    return (last?.version ?? 0) + 1;
  }

  /** What was published stands in the tree, with the version itself. */
  async function recorded(
    step: Extract<Step, { write: "addCatalogue" | "publishCatalogue" }>,
  ): Promise<boolean> {
    const { row } = step;
    return (await writer.run([step, rowEntry("catalogue", String(row.version), row)])) === "done";
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
