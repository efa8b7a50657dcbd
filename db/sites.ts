import { asc, sql } from "drizzle-orm";
import { type Base, chunked } from "./db.ts";
import type { SiteQueries } from "./store.ts";

export function createSites({ db, tables: { sites, cellPeople } }: Base): SiteQueries {
  return {
    async put(given) {
      for (const chunk of chunked(given))
        await db
          .insert(sites)
          .values(chunk)
          .onConflictDoUpdate({
            target: sites.id,
            set: {
              kind: sql`excluded.kind`,
              name: sql`excluded.name`,
              lng: sql`excluded.lng`,
              lat: sql`excluded.lat`,
              people: sql`excluded.people`,
              phone: sql`excluded.phone`,
              source: sql`excluded.source`,
            },
          })
          .returning({ id: sites.id });
    },
    all: async () => await db.select().from(sites).orderBy(asc(sites.id)),
    async putPeople(given) {
      for (const chunk of chunked(given))
        await db
          .insert(cellPeople)
          .values(chunk)
          .onConflictDoUpdate({
            target: cellPeople.cellCode,
            set: { people: sql`excluded.people`, source: sql`excluded.source` },
          })
          .returning({ cellCode: cellPeople.cellCode });
    },
    people: async () => await db.select().from(cellPeople).orderBy(asc(cellPeople.cellCode)),
  };
}
