import { asc, sql } from "drizzle-orm";
import type { Cell } from "../geo/cell.ts";
import { chunked, type Base } from "./db.ts";
import type { GridQueries } from "./store.ts";

/** The cells of all versions of the grid. */
export function createGrid({ db, tables: { cells } }: Base): GridQueries {
  return {
    async cells() {
      const rows = await db.select().from(cells).orderBy(asc(cells.code), asc(cells.validFrom));
      return rows.map(({ validTo, ...cell }): Cell => (validTo === null ? cell : { ...cell, validTo }));
    },
    async putCells(given) {
      const rows = given.map((cell) => ({ ...cell, validTo: cell.validTo ?? null }));
      for (const chunk of chunked(rows)) await put(chunk);
    },
  };

  async function put(rows: (typeof cells.$inferInsert)[]): Promise<void> {
    await db
      .insert(cells)
      .values(rows)
      .onConflictDoUpdate({
        target: [cells.code, cells.validFrom],
        set: {
          name: sql`excluded.name`,
          townshipCode: sql`excluded.township_code`,
          communityCode: sql`excluded.community_code`,
          kind: sql`excluded.kind`,
          rings: sql`excluded.rings`,
          validTo: sql`excluded.valid_to`,
        },
      })
      .returning({ code: cells.code });
  }
}
