/** Notices on their way out (通知). Claiming moves `tryAt` to the end of the lease: one column is both queue and lease. */
import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { type Base, prepared, skippingLocked, slot } from "./db.ts";
import { rowToNotice } from "./noticeRow.ts";
import { readMarks } from "./readMarks.ts";
import type { OutboxQueries } from "./store.ts";

export function createOutbox(base: Base): OutboxQueries {
  const { db, tables } = base;
  const { outbox } = tables;
  const sent = prepared(
    "notice_sent",
    db
      .update(outbox)
      .set({ sentAt: slot("at"), tryAt: null })
      .where(eq(outbox.id, slot("id")))
      .returning({ id: outbox.id }),
  );
  const failed = prepared(
    "notice_failed",
    db
      .update(outbox)
      .set({ tries: sql`${outbox.tries} + 1`, tryAt: slot("retryAt") })
      .where(eq(outbox.id, slot("id")))
      .returning({ id: outbox.id }),
  );
  return {
    claimUnsent: claimUnsent(base),
    async markSent(id, at) {
      await sent({ id, at });
    },
    async markFailed(id, retryAt) {
      await failed({ id, retryAt });
    },
    ...readMarks(base),
  };
}

function claimUnsent(base: Base): OutboxQueries["claimUnsent"] {
  const {
    db,
    tables: { outbox },
  } = base;
  const ready = and(isNotNull(outbox.tryAt), lte(outbox.tryAt, slot("now")));
  const waiting = skippingLocked(
    base,
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(ready)
      .orderBy(asc(outbox.tryAt), asc(outbox.id))
      .limit(sql.placeholder("limit")),
  );
  // The condition stands again outside: of two processes that read the same ids, one finds them taken.
  const claim = prepared(
    "claim_unsent",
    db
      .update(outbox)
      .set({ tryAt: slot("until") })
      .where(and(inArray(outbox.id, waiting), ready))
      .returning(),
  );
  return async (now, limit, leaseMs) => {
    const claimed = await claim({ now, limit, until: now + leaseMs });
    return claimed.map(rowToNotice).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}
