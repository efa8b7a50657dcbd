import { and, asc, count, desc, eq, gte, isNotNull, isNull, max, notInArray } from "drizzle-orm";
import { MINUTE } from "../server/domain/time.ts";
import { type Base, prepared, slot } from "./db.ts";
import type { LearningQueries } from "./store.ts";

export function createLearning({ db, tables: { cases, lessons, models } }: Base): LearningQueries {
  const { id, caseId, kind, about, label, rejected, at, actorId, undoneAt } = lessons;
  const told = { id, caseId, kind, about, label, rejected, at, actorId, undoneAt };
  const { number, text, itemCode, townshipCode } = cases;
  const withWords = { ...told, number, text, itemCode, townshipCode };
  // Asked every few seconds: none of them may grow with the years
  const newest = prepared("newest_lesson", db.select({ at: max(at) }).from(lessons));
  const countSince = prepared(
    "late_lessons",
    db
      .select({ rows: count() })
      .from(lessons)
      .where(gte(at, slot("from"))),
  );
  const takenBack = prepared(
    "lessons_taken_back",
    db
      .select({ rows: count(), last: max(undoneAt) })
      .from(lessons)
      .where(isNotNull(undoneAt)),
  );
  const taughtSince = prepared(
    "taught_since",
    db
      .select(withWords)
      .from(lessons)
      .innerJoin(cases, eq(cases.id, caseId))
      .where(and(isNull(undoneAt), gte(at, slot("from"))))
      .orderBy(asc(at), asc(id)),
  );
  return {
    lessons: async (limit) =>
      await db
        .select(withWords)
        .from(lessons)
        .innerJoin(cases, eq(cases.id, caseId))
        .orderBy(desc(at), desc(id))
        .limit(limit),
    async counting(limit) {
      const latest = await db
        .select(withWords)
        .from(lessons)
        .innerJoin(cases, eq(cases.id, caseId))
        .where(isNull(undoneAt))
        .orderBy(desc(at), desc(id))
        .limit(limit);
      return latest.toReversed();
    },
    since: async (from) => await taughtSince({ from }),
    async stamp() {
      const last = (await newest({}))[0]?.at ?? 0;
      const [late] = await countSince({ from: last - MINUTE });
      const [back] = await takenBack({});
      return { latest: [last, late?.rows].join(), undone: [back?.rows, back?.last].join() };
    },
    async undo(lesson, undoneBy, now) {
      const changed = await db
        .update(lessons)
        .set({ undoneAt: now, undoneBy })
        .where(and(eq(id, lesson), isNull(undoneAt)))
        .returning({ id });
      return changed.length > 0;
    },
    async confirmed(since, limit) {
      const rows = await db
        .select({
          id: cases.id,
          number: cases.number,
          state: cases.state,
          channel: cases.channel,
          confidential: cases.confidential,
          text: cases.text,
          address: cases.address,
          reportedAt: cases.reportedAt,
          itemCode: cases.itemCode,
          conditionCode: cases.conditionCode,
          townshipCode: cases.townshipCode,
          cellCode: cases.cellCode,
          leadUnit: cases.leadUnit,
          returns: cases.returns,
          reading: cases.reading,
          rules: cases.rules,
        })
        .from(cases)
        .where(
          and(
            gte(cases.reportedAt, since),
            isNotNull(cases.itemCode),
            notInArray(cases.state, ["reported", "verifying", "declined", "withdrawn"]),
          ),
        )
        .orderBy(desc(cases.reportedAt), asc(cases.id))
        .limit(limit);
      return rows.map(({ rules, ...row }) => (rules === null ? row : { ...row, rules }));
    },
    models: async () =>
      await db
        .select({
          version: models.version,
          createdAt: models.createdAt,
          createdBy: models.createdBy,
          report: models.report,
        })
        .from(models)
        .orderBy(desc(models.version)),
    async model(version) {
      const [row] = await db.select({ body: models.body }).from(models).where(eq(models.version, version));
      return row?.body ? Uint8Array.from(Buffer.from(row.body, "base64")) : null;
    },
    async addModel({ body, ...head }) {
      const [last] = await db.select({ version: max(models.version) }).from(models);
      const version = (last?.version ?? 0) + 1;
      const packed = body && Buffer.from(body).toString("base64");
      await db
        .insert(models)
        .values({ ...head, version, body: packed })
        .returning({ version: models.version });
      return version;
    },
  };
}
