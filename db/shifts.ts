import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { type Base, chunked } from "./db.ts";
import type { PointedCase, ShiftQueries } from "./store.ts";

export function createShifts({ db, tables }: Base): ShiftQueries {
  const { cases, events, shiftBatches, shiftCases } = tables;
  return {
    async pointed(since, { before, limit }) {
      const rows = await db
        .select({
          id: cases.id,
          number: cases.number,
          channel: cases.channel,
          reportedBy: cases.reportedBy,
          reportedAt: cases.reportedAt,
          address: cases.address,
          text: cases.text,
          cellCode: cases.cellCode,
          rules: cases.rules,
          point: cases.point,
          placement: cases.placement,
          facts: events.facts,
        })
        .from(cases)
        .innerJoin(events, and(eq(events.caseId, cases.id), eq(events.seq, 1)))
        .where(
          and(
            gte(cases.reportedAt, since),
            isNotNull(cases.point),
            before === null ? undefined : lt(cases.id, before),
          ),
        )
        .orderBy(desc(cases.id))
        .limit(limit);
      return rows.flatMap(({ facts, point, placement, rules, ...row }): readonly PointedCase[] => {
        if (point === null || placement === null) return [];
        const origin = typeof facts["source"] === "string" ? facts["source"] : null;
        return [{ ...row, ...(rules === null ? {} : { rules }), point, placement, origin }];
      });
    },
    async batches(limit) {
      const rows = await db.select().from(shiftBatches).orderBy(desc(shiftBatches.at)).limit(limit);
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      const counted = await db
        .select({ batchId: shiftCases.batchId, cases: count() })
        .from(shiftCases)
        .where(inArray(shiftCases.batchId, ids))
        .groupBy(shiftCases.batchId);
      const byId = new Map(counted.map(({ batchId, cases }) => [batchId, cases]));
      return rows.map((row) => ({ ...row, cases: byId.get(row.id) ?? 0 }));
    },
    async batch(id) {
      const [row] = await db.select().from(shiftBatches).where(eq(shiftBatches.id, id));
      return row ?? null;
    },
    async begin(batch, ids) {
      // The list first: a batch that is seen has all of its cases
      for (const chunk of chunked(ids))
        await db
          .insert(shiftCases)
          .values(chunk.map((caseId) => ({ batchId: batch.id, caseId })))
          .returning({ caseId: shiftCases.caseId });
      await db
        .insert(shiftBatches)
        .values({ ...batch, undoneAt: null, undoneBy: null, undoneReason: null })
        .returning({ id: shiftBatches.id });
    },
    async casesOf(id) {
      const rows = await db
        .select({ caseId: shiftCases.caseId })
        .from(shiftCases)
        .where(eq(shiftCases.batchId, id))
        .orderBy(asc(shiftCases.caseId));
      return rows.map(({ caseId }) => caseId);
    },
    async undo(id, { by, at, reason }) {
      const changed = await db
        .update(shiftBatches)
        .set({ undoneAt: at, undoneBy: by, undoneReason: reason })
        .where(and(eq(shiftBatches.id, id), isNull(shiftBatches.undoneAt)))
        .returning({ id: shiftBatches.id });
      return changed.length > 0;
    },
  };
}
