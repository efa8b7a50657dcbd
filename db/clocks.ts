/** The sweep's questions: which cases must be looked at. A case is claimed as a whole, by one compare-and-set. */
import { and, asc, eq, inArray, isNotNull, lte, min, sql } from "drizzle-orm";
import { type Base, prepared, skippingLocked, slot } from "./db.ts";
import type { ClockQueries } from "./store.ts";

export function createClocks(base: Base): ClockQueries {
  const {
    db,
    tables: { cases },
  } = base;
  const isDue = and(isNotNull(cases.sweepAt), lte(cases.sweepAt, slot("now")));
  const longestDue = () =>
    db
      .select({ id: cases.id })
      .from(cases)
      .where(isDue)
      .orderBy(asc(cases.sweepAt), asc(cases.id))
      .limit(sql.placeholder("limit"));
  const due = prepared("cases_to_sweep", longestDue());
  const earliest = prepared(
    "next_look",
    db
      .select({ at: min(cases.sweepAt) })
      .from(cases)
      .where(isNotNull(cases.sweepAt)),
  );
  const waiting = skippingLocked(base, longestDue());
  // The condition stands again in the update: of two processes that read the same ids, one finds them taken.
  const claim = prepared(
    "claim_cases",
    db
      .update(cases)
      .set({ sweepAt: slot("until") })
      .where(and(inArray(cases.id, waiting), isDue))
      .returning({ id: cases.id }),
  );
  return {
    async claimDue(now, limit, leaseMs) {
      const ids = (await due({ now, limit })).map((row) => row.id);
      if (ids.length === 0) return [];
      const claimed = await claim({ now, limit, until: now + leaseMs });
      const mine = new Set(claimed.map((row) => row.id));
      // What fell due a moment ago, or was left by another process, comes last
      return [...new Set([...ids.filter((id) => mine.has(id)), ...mine])];
    },
    nextLook: async () => (await earliest())[0]?.at ?? null,
    async putOff(caseId, until) {
      await db
        .update(cases)
        .set({ sweepAt: until })
        .where(and(eq(cases.id, caseId), isNotNull(cases.sweepAt)))
        .returning({ id: cases.id });
    },
  };
}
