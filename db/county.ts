import { and, asc, desc, eq, gte, isNotNull, isNull, lte, max } from "drizzle-orm";
import type { CountySubject } from "../server/domain/county/subjects.ts";
import { FIRST_VERSION } from "../server/domain/county/version.ts";
import type { Base } from "./db.ts";
import { rowEntry } from "./record/rows.ts";
import type { CountyQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

export function createCounty({ db, tables }: Base, writer: Writer): CountyQueries {
  const { countyVersions: versions, clocks, cases } = tables;
  const { subject, version, revision, note, validFrom, restores, changedBy, changedAt, publishedAt } =
    versions;
  const head = {
    subject,
    version,
    revision,
    note,
    validFrom,
    restores,
    changedBy,
    changedAt,
    publishedAt,
  };

  return {
    heads: async (of) =>
      await db
        .select(head)
        .from(versions)
        .where(of === undefined ? undefined : eq(subject, of))
        .orderBy(asc(subject), desc(version)),
    version: async (of, wanted) => await one(and(eq(subject, of), eq(version, wanted))),
    inForce: async (of, day) => await one(and(eq(subject, of), isNotNull(publishedAt), lte(validFrom, day))),
    draft: async (of) => await one(draftOf(of)),
    async saveDraft(of, { note, body, by, at }, seen) {
      const changed = { note, body, changedBy: by, changedAt: at };
      if (seen !== null) return await update(of, seen, { ...changed, revision: seen + 1 });
      if ((await one(draftOf(of))) !== null) return false;
      const row = { ...changed, subject: of, version: await next(of), revision: 1 };
      const added = await db
        .insert(versions)
        .values({ ...row, validFrom: null, restores: null, publishedAt: null })
        .onConflictDoNothing()
        .returning({ version });
      return added.length > 0;
    },
    async publishDraft(of, { validFrom, note, body, by, at }, seen) {
      const draft = await one(draftAt(of, seen));
      if (draft === null) return false;
      const row = { ...draft, validFrom, note, body, changedBy: by, publishedAt: at };
      return await recorded({ write: "publishCounty", row, orElse: "stale" });
    },
    async discardDraft(of, seen) {
      const gone = await db.delete(versions).where(draftAt(of, seen)).returning({ version });
      return gone.length > 0;
    },
    async publish(of, { note, body, by, at, validFrom, restores }) {
      const times = { changedBy: by, changedAt: at, publishedAt: at };
      const row = { subject: of, version: await next(of), note, body, ...times, revision: 1 };
      return await recorded({
        write: "addCounty",
        row: { ...row, validFrom, restores },
        orElse: "duplicate",
      });
    },
    async clocks({ from, limit }) {
      const rows = await db
        .select({
          clock: clocks,
          caseId: cases.id,
          number: cases.number,
          urgency: cases.urgency,
        })
        .from(clocks)
        .innerJoin(cases, eq(cases.id, clocks.caseId))
        .where(from === null ? isNull(clocks.outcome) : gte(clocks.startedAt, from))
        .orderBy(asc(cases.id), asc(clocks.id))
        .limit(limit);
      return rows;
    },
  };

  async function one(condition: ReturnType<typeof and>) {
    const [row] = await db
      .select()
      .from(versions)
      .where(condition)
      .orderBy(desc(validFrom), desc(version))
      .limit(1);
    return row ?? null;
  }

  /** The draft has the number it will be published under: whoever else takes it first is seen. */
  async function next(of: CountySubject): Promise<number> {
    const [last] = await db
      .select({ version: max(version) })
      .from(versions)
      .where(eq(subject, of));
    return Math.max(FIRST_VERSION, last?.version ?? 0) + 1;
  }

  /** What was published stands in the tree, with the version itself. */
  async function recorded(step: Extract<Step, { write: "addCounty" | "publishCounty" }>): Promise<boolean> {
    const { row } = step;
    return (await writer.run([step, rowEntry("county", `${row.subject} ${row.version}`, row)])) === "done";
  }

  async function update(
    of: CountySubject,
    seen: number,
    row: Partial<typeof versions.$inferInsert>,
  ): Promise<boolean> {
    const changed = await db.update(versions).set(row).where(draftAt(of, seen)).returning({ version });
    return changed.length > 0;
  }

  function draftOf(of: CountySubject) {
    return and(eq(subject, of), isNull(publishedAt));
  }

  function draftAt(of: CountySubject, seen: number) {
    return and(draftOf(of), eq(revision, seen));
  }
}
