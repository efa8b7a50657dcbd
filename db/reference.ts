import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { canonical } from "./canonical.ts";
import { type Base, chunked } from "./db.ts";
import type { ReferenceQueries, ReferenceRow } from "./store.ts";

/** Reference data by kind and code: taxonomy, departments, calendars, policies. */
export function createReference({ db, tables: { reference } }: Base): ReferenceQueries {
  return {
    all: async (kind) =>
      await db
        .select()
        .from(reference)
        .where(kind === undefined ? undefined : eq(reference.kind, kind))
        .orderBy(asc(reference.kind), asc(reference.code)),
    async put(rows) {
      let changes = 0;
      for (const chunk of chunked(rows)) changes += await putChanged(chunk);
      return changes;
    },
  };

  async function putChanged(rows: readonly ReferenceRow[]): Promise<number> {
    const stored = await storedBodies(rows);
    const changed = rows.filter((row) => stored.get(keyOf(row)) !== canonical(row.body));
    if (changed.length === 0) return 0;
    await db
      .insert(reference)
      .values(changed)
      .onConflictDoUpdate({
        target: [reference.kind, reference.code],
        set: { body: sql`excluded.body` },
      })
      .returning({ code: reference.code });
    return changed.length;
  }

  /** Compared as canonical text: jsonb forgets the order of keys. */
  async function storedBodies(rows: readonly ReferenceRow[]): Promise<ReadonlyMap<string, string>> {
    const kinds = [...new Set(rows.map((row) => row.kind))];
    const codes = rows.map((row) => row.code);
    const found = await db
      .select()
      .from(reference)
      .where(and(inArray(reference.kind, kinds), inArray(reference.code, codes)));
    return new Map(found.map((row) => [keyOf(row), canonical(row.body)]));
  }
}

function keyOf(row: ReferenceRow): string {
  return `${row.kind}\n${row.code}`;
}
