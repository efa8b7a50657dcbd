import { and, asc, desc, eq, gte, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { type Base, chunked } from "./db.ts";
import type { FindingQueries, StoredFinding } from "./store.ts";

export function createFindings({ db, tables }: Base): FindingQueries {
  const { findings, cases } = tables;
  return {
    traces: async (since) =>
      await db
        .select({
          id: cases.id,
          state: cases.state,
          itemCode: cases.itemCode,
          cellCode: cases.cellCode,
          townshipCode: cases.townshipCode,
          componentCode: cases.componentCode,
          lng: cases.lng,
          lat: cases.lat,
          reportedAt: cases.reportedAt,
          closedAt: cases.closedAt,
        })
        .from(cases)
        .where(
          and(
            gte(cases.reportedAt, since),
            isNull(cases.mergedInto),
            notInArray(cases.state, ["declined", "withdrawn"]),
          ),
        )
        .orderBy(asc(cases.reportedAt), asc(cases.id)),
    async put(given, at) {
      const rows = given.map((body) => ({
        id: body.id,
        kind: body.kind,
        state: "open" as const,
        townshipCode: body.townshipCode,
        firstAt: at,
        lastAt: at,
        body,
      }));
      for (const chunk of chunked(rows))
        await db
          .insert(findings)
          .values(chunk)
          .onConflictDoUpdate({
            target: findings.id,
            set: {
              lastAt: sql`excluded.last_at`,
              // What was decided stays what it was: more cases are then seen to be new
              body: sql`case when ${findings.state} = 'open' then excluded.body else ${findings.body} end`,
            },
          })
          .returning({ id: findings.id });
    },
    async list({ township, run }, limit) {
      const counts = or(ne(findings.state, "open"), eq(findings.lastAt, run));
      const own = township === null ? undefined : eq(findings.townshipCode, township);
      const rows = await db
        .select()
        .from(findings)
        .where(and(counts, own))
        .orderBy(desc(findings.lastAt), asc(findings.id))
        .limit(limit);
      return rows.map(toStored);
    },
    async byId(id) {
      const [row] = await db.select().from(findings).where(eq(findings.id, id));
      return row === undefined ? null : toStored(row);
    },
    async decide(id, { state, by, at, reason, note, taskCase }) {
      const rows = await db
        .update(findings)
        .set({ state, decidedBy: by, decidedAt: at, reason, note, taskCase })
        .where(and(eq(findings.id, id), eq(findings.state, "open")))
        .returning({ id: findings.id });
      return rows.length > 0;
    },
    async reopen(id, by) {
      const rows = await db
        .update(findings)
        .set({ state: "open", decidedBy: null, decidedAt: null, reason: null, note: null })
        .where(and(eq(findings.id, id), eq(findings.state, "dismissed"), eq(findings.decidedBy, by)))
        .returning({ id: findings.id });
      return rows.length > 0;
    },
  };

  function toStored(row: typeof findings.$inferSelect): StoredFinding {
    const { body, state, firstAt, lastAt, decidedBy, decidedAt, reason, note, taskCase } = row;
    return { ...body, state, firstAt, lastAt, decidedBy, decidedAt, reason, note, taskCase };
  }
}
