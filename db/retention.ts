/** 留存: what is due to be erased, and erasing it together with the record of it. */
import { and, asc, eq, inArray, isNull, lt, ne, notExists, notInArray, sql, type SQL } from "drizzle-orm";
import type { CaseMatter, DueQuestion } from "../server/domain/retention.ts";
import { type Base, chunked, countOf } from "./db.ts";
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
      const { what, caseId } = erasure;
      const lonely = what === "photos" ? await lonelyPhotos(base, caseId) : [];
      await writer.run([
        ...stepsOf(what, caseId),
        ...lonely.flatMap(forgettingPhoto),
        { write: "addErasure", row: erasure },
        rowEntry("erasure", erasure.id, erasure),
      ]);
      return lonely;
    },
    async erasedAmong(ids) {
      const { recordEntries, photos } = tables;
      const found = [];
      for (const some of chunked(ids)) {
        const isErased = and(
          inArray(recordEntries.subject, some),
          eq(recordEntries.kind, "photo"),
          eq(recordEntries.hash, ""),
          isNull(photos.id),
        );
        const rows = await db
          .selectDistinct({ id: recordEntries.subject })
          .from(recordEntries)
          .leftJoin(photos, eq(photos.id, recordEntries.subject))
          .where(isErased);
        found.push(...rows);
      }
      return found.map(({ id }) => id);
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

/** Of the photos of a case, those that no other one shows whose photos are still kept. */
async function lonelyPhotos({ db, tables }: Base, caseId: string): Promise<readonly string[]> {
  const { casePhotos, erasures, photos } = tables;
  const own = db.select({ id: casePhotos.photoId }).from(casePhotos).where(eq(casePhotos.caseId, caseId));
  const erased = db.select({ id: erasures.caseId }).from(erasures).where(eq(erasures.what, "photos"));
  const elsewhere = db
    .select({ id: casePhotos.photoId })
    .from(casePhotos)
    .where(and(ne(casePhotos.caseId, caseId), notInArray(casePhotos.caseId, erased)));
  const rows = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(inArray(photos.id, own), notInArray(photos.id, elsewhere)));
  return rows.map(({ id }) => id);
}

/** An entry without a hash: taken away by right. */
function forgettingPhoto(id: string): readonly Step[] {
  return [
    { write: "forgetPhoto", row: { id } },
    { write: "addRowEntry", row: { kind: "photo", subject: id, hash: "" } },
  ];
}

function stepsOf(what: CaseMatter, caseId: string): readonly Step[] {
  if (what === "photos") return [];
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
  const { cases, reporters, casePhotos, holds, erasures } = tables;
  const held = db
    .select({ one: sql`1` })
    .from(holds)
    .where(eq(holds.caseId, cases.id));
  const done = db
    .select({ one: sql`1` })
    .from(erasures)
    .where(and(eq(erasures.caseId, cases.id), eq(erasures.what, what)));
  const holding: Readonly<Record<CaseMatter, SQL>> = {
    reporter: inArray(cases.id, db.select({ id: reporters.caseId }).from(reporters)),
    photos: inArray(cases.id, db.select({ id: casePhotos.caseId }).from(casePhotos)),
    words: ne(cases.text, ""),
  };
  return and(
    eq(cases.open, false),
    lt(sql`coalesce(${cases.closedAt}, ${cases.updatedAt})`, overBefore),
    lt(cases.updatedAt, overBefore),
    channels === undefined ? undefined : inArray(cases.channel, [...channels]),
    confidential === undefined ? undefined : eq(cases.confidential, confidential),
    holding[what],
    notExists(held),
    notExists(done),
  );
}
