import { and, asc, desc, eq, gt, gte, max } from "drizzle-orm";
import { type Base, prepared, slot } from "../db.ts";
import type { RecordQueries } from "../store/record.ts";
import { consistencyPath, inclusionPath } from "./merkle.ts";
import type { Writer } from "../writer.ts";
import { adoptRows } from "./rows.ts";
import { createRangeRoot, keepNodes, readEntries } from "./tree.ts";
import { treeHashOf } from "./treeHash.ts";

export function createRecord(base: Base, writer: Writer): RecordQueries {
  const { db, tables } = base;
  const { recordEntries, checkpoints } = tables;
  const first = prepared(
    "first_entry",
    db
      .select({ hash: recordEntries.hash })
      .from(recordEntries)
      .where(
        and(
          eq(recordEntries.subject, slot("caseId")),
          eq(recordEntries.kind, "case"),
          eq(recordEntries.seq, 1),
        ),
      ),
  );
  // Asked before every answer that is given from memory
  const last = prepared("last_entry", db.select({ last: max(recordEntries.position) }).from(recordEntries));
  return {
    firstHash: async (caseId) => (await first({ caseId }))[0]?.hash ?? "",
    size: async () => ((await last({}))[0]?.last ?? -1) + 1,
    casesFrom: async (position, limit) =>
      await db
        .select({ position: recordEntries.position, caseId: recordEntries.subject })
        .from(recordEntries)
        .where(and(gte(recordEntries.position, position), eq(recordEntries.kind, "case")))
        .orderBy(asc(recordEntries.position))
        .limit(limit),
    async lastAt() {
      const { events } = tables;
      const [entry] = await db
        .select({ subject: recordEntries.subject, seq: recordEntries.seq })
        .from(recordEntries)
        .where(eq(recordEntries.kind, "case"))
        .orderBy(desc(recordEntries.position))
        .limit(1);
      const [event] =
        entry === undefined
          ? []
          : await db
              .select({ at: events.recordedAt })
              .from(events)
              .where(and(eq(events.caseId, entry.subject), eq(events.seq, entry.seq)));
      const [signed] = await newest(1);
      const instants = [event, signed].flatMap((row) => row?.at ?? []);
      return instants.length === 0 ? null : Math.max(...instants);
    },
    entries: async (from, limit) => await readEntries(base, from, limit),
    entriesOf: async (kind, subject) =>
      await db
        .select()
        .from(recordEntries)
        .where(and(eq(recordEntries.subject, subject), eq(recordEntries.kind, kind)))
        .orderBy(asc(recordEntries.seq)),
    adoptRows: async () => await adoptRows(base, writer),
    keepNodes: async (algorithm) => await keepNodes(base, algorithm),
    root: async (size, algorithm) =>
      size === 0 ? treeHashOf(algorithm)(new Uint8Array()) : await createRangeRoot(base, algorithm)(0, size),
    inclusion: async (position, size, algorithm) =>
      await inclusionPath(position, size, createRangeRoot(base, algorithm)),
    consistency: async (older, newer, algorithm) =>
      await consistencyPath(older, newer, createRangeRoot(base, algorithm)),
    async addCheckpoint(checkpoint) {
      await db
        .insert(checkpoints)
        .values(checkpoint)
        .onConflictDoNothing()
        .returning({ size: checkpoints.size });
    },
    latestCheckpoint: async () => (await newest(1))[0] ?? null,
    checkpoints: newest,
    checkpointsOver: async (size, limit) =>
      await db
        .select()
        .from(checkpoints)
        .where(gt(checkpoints.size, size))
        .orderBy(asc(checkpoints.size), asc(checkpoints.at))
        .limit(limit),
    async checkpointOver(position) {
      const [row] = await db
        .select()
        .from(checkpoints)
        .where(gt(checkpoints.size, position))
        .orderBy(asc(checkpoints.size))
        .limit(1);
      return row ?? null;
    },
  };

  async function newest(limit: number) {
    return await db
      .select()
      .from(checkpoints)
      .orderBy(desc(checkpoints.size), desc(checkpoints.at))
      .limit(limit);
  }
}
