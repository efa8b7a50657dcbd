/** Counts of what waits, and the size of the database, in either engine. */
import { and, isNotNull, lte, min, sql } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import type { GaugeQueries, Store } from "./store.ts";

const sizes: Readonly<Record<Store["engine"], string>> = {
  sqlite: "(select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()) as size",
  postgres: "(select pg_database_size(current_database()) as bytes) as size",
  pglite: "(select pg_database_size(current_database()) as bytes) as size",
};

export function createGauges({ db, tables }: Base, engine: Store["engine"]): GaugeQueries {
  const { outbox, cases, calls, settings } = tables;
  return {
    async house(now) {
      const [size] = await db.select({ bytes: sql<number | string>`bytes` }).from(sql.raw(sizes[engine]));
      const [unsent] = await db.select({ n: countOf() }).from(outbox).where(isNotNull(outbox.tryAt));
      const waiting = await Promise.all(
        [cases, calls].map(async (table) => {
          const due = and(isNotNull(table.sweepAt), lte(table.sweepAt, now));
          const [row] = await db
            .select({ n: countOf(), first: min(table.sweepAt) })
            .from(table)
            .where(due);
          return { n: row?.n ?? 0, first: row?.first ?? now };
        }),
      );
      return {
        databaseBytes: Number(size?.bytes ?? 0),
        unsentNotices: unsent?.n ?? 0,
        dueClocks: waiting.reduce((sum, { n }) => sum + n, 0),
        sweepLag: now - Math.min(now, ...waiting.map(({ first }) => first)),
      };
    },
    async probe(now) {
      const value = String(now);
      await db
        .insert(settings)
        .values({ key: "probe", value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
        .returning({ key: settings.key });
    },
  };
}
