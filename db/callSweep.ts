/** The sweep's questions about calls, answered as those about cases (clocks.ts). */
import { and, asc, eq, inArray, isNotNull, lte, min, sql } from "drizzle-orm";
import { type Base, prepared, skippingLocked, slot } from "./db.ts";
import type { CallQueries } from "./store.ts";

export function createCallSweep(base: Base): Pick<CallQueries, "claimDue" | "nextLook" | "putOff"> {
  const {
    db,
    tables: { calls },
  } = base;
  const due = prepared(
    "calls_to_sweep",
    db
      .select({ id: calls.id })
      .from(calls)
      .where(and(isNotNull(calls.sweepAt), lte(calls.sweepAt, slot("now"))))
      .orderBy(asc(calls.sweepAt), asc(calls.id))
      .limit(sql.placeholder("limit")),
  );
  return {
    async claimDue(now, limit, leaseMs) {
      const ids = (await due({ now, limit })).map(({ id }) => id);
      if (ids.length === 0) return [];
      const free = skippingLocked(
        base,
        db
          .select({ id: calls.id })
          .from(calls)
          .where(and(inArray(calls.id, ids), lte(calls.sweepAt, now))),
      );
      // The condition stands again in the update: of two processes that read the same ids, one finds them taken.
      const claimed = await db
        .update(calls)
        .set({ sweepAt: now + leaseMs })
        .where(and(inArray(calls.id, free), lte(calls.sweepAt, now)))
        .returning({ id: calls.id });
      const mine = new Set(claimed.map(({ id }) => id));
      return ids.filter((id) => mine.has(id));
    },
    async nextLook() {
      const [row] = await db
        .select({ at: min(calls.sweepAt) })
        .from(calls)
        .where(isNotNull(calls.sweepAt));
      return row?.at ?? null;
    },
    async putOff(callId, until) {
      await db
        .update(calls)
        .set({ sweepAt: until })
        .where(and(eq(calls.id, callId), isNotNull(calls.sweepAt)))
        .returning({ id: calls.id });
    },
  };
}
