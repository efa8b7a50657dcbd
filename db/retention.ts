/** 留存: what is due to be erased, and erasing it together with the record of it. */
import { and, asc, eq, inArray, lt, ne, notExists, sql, type SQL } from "drizzle-orm";
import type { CaseMatter, DueQuestion } from "../server/domain/retention.ts";
import { type Base, countOf } from "./db.ts";
import { erasurePlan } from "./plan.ts";
import { rowEntry } from "./record/rows.ts";
import type { RetentionQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

export function createRetention(base: Base, writer: Writer): RetentionQueries {
  const { db, tables } = base;
  const { cases, erasures, holds, signInFailures } = tables;
  return {
    due: async (question, limit) =>
      await db
        .select({ id: cases.id, number: cases.number, closedAt: cases.closedAt })
        .from(cases)
        .where(isDue(base, question))
        .orderBy(asc(cases.updatedAt), asc(cases.id))
        .limit(limit),
    async countDue(question) {
      const [row] = await db.select({ n: countOf() }).from(cases).where(isDue(base, question));
      return row?.n ?? 0;
    },
    async erase(erasure) {
      await writer.run([
        ...stepsOf(erasure.what, erasure.caseId),
        { write: "addErasure", row: erasure },
        rowEntry("erasure", erasure.id, erasure),
      ]);
    },
    erasures: async (caseId) =>
      await db
        .select()
        .from(erasures)
        .where(eq(erasures.caseId, caseId))
        .orderBy(asc(erasures.at), asc(erasures.id)),
    async hold(hold) {
      await db
        .insert(holds)
        .values(hold)
        .onConflictDoUpdate({ target: holds.caseId, set: hold })
        .returning({ caseId: holds.caseId });
    },
    async release(caseId) {
      const gone = await db.delete(holds).where(eq(holds.caseId, caseId)).returning({ caseId: holds.caseId });
      return gone.length === 1;
    },
    holds: async () =>
      await db
        .select({ caseId: holds.caseId, reason: holds.reason, at: holds.at, number: cases.number })
        .from(holds)
        .innerJoin(cases, eq(cases.id, holds.caseId))
        .orderBy(asc(holds.at), asc(holds.caseId)),
    async forgetFailures(before) {
      const gone = await db
        .delete(signInFailures)
        .where(lt(signInFailures.at, before))
        .returning({ key: signInFailures.key });
      return gone.length;
    },
  };
}

function stepsOf(what: CaseMatter, caseId: string): readonly Step[] {
  if (what === "words") return erasurePlan(caseId);
  return [
    { write: "forgetReporter", row: { caseId } },
    { write: "endContact", row: { id: caseId } },
  ];
}

/** Over for so long, still holding it, by channel and kind, and not kept back. */
function isDue(
  { db, tables }: Base,
  { what, overBefore, channels, confidential }: DueQuestion,
): SQL | undefined {
  const { cases, reporters, holds, erasures } = tables;
  const held = db
    .select({ one: sql`1` })
    .from(holds)
    .where(eq(holds.caseId, cases.id));
  const done = db
    .select({ one: sql`1` })
    .from(erasures)
    .where(and(eq(erasures.caseId, cases.id), eq(erasures.what, what)));
  const reporter = db.select({ id: reporters.caseId }).from(reporters);
  return and(
    eq(cases.open, false),
    lt(sql`coalesce(${cases.closedAt}, ${cases.updatedAt})`, overBefore),
    lt(cases.updatedAt, overBefore),
    channels === undefined ? undefined : inArray(cases.channel, [...channels]),
    confidential === undefined ? undefined : eq(cases.confidential, confidential),
    what === "reporter" ? inArray(cases.id, reporter) : ne(cases.text, ""),
    notExists(held),
    notExists(done),
  );
}
