/** Notices on their way out (通知). Claiming moves `tryAt` to the end of the lease: one column is both queue and lease. */
import { and, asc, desc, eq, inArray, isNotNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../server/domain/case.ts";
import type { Base } from "./db.ts";
import type { OutboxNotice, OutboxQueries } from "./store.ts";
import type { Tables } from "./tables.ts";

type NoticeRow = Tables["outbox"]["$inferSelect"];

export function createOutbox(base: Base): OutboxQueries {
  const { db, tables } = base;
  const { outbox, cases } = tables;
  return {
    claimUnsent: claimUnsent(base),
    async markSent(id, at) {
      await db
        .update(outbox)
        .set({ sentAt: at, tryAt: null })
        .where(eq(outbox.id, id))
        .returning({ id: outbox.id });
    },
    async markFailed(id, retryAt) {
      await db
        .update(outbox)
        .set({ tries: sql`${outbox.tries} + 1`, tryAt: retryAt })
        .where(eq(outbox.id, id))
        .returning({ id: outbox.id });
    },
    async inbox(actor, limit) {
      const rows = await db
        .select({ notice: outbox, number: cases.number, text: cases.text })
        .from(outbox)
        .innerJoin(cases, eq(cases.id, outbox.caseId))
        .where(addressedTo(tables, actor))
        .orderBy(desc(outbox.id))
        .limit(limit);
      return rows.map(({ notice, number, text }) => ({ ...rowToNotice(notice), number, text }));
    },
  };
}

function claimUnsent({ db, tables: { outbox } }: Base): OutboxQueries["claimUnsent"] {
  return async (now, limit, leaseMs) => {
    const ready = and(isNotNull(outbox.tryAt), lte(outbox.tryAt, now));
    const waiting = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(ready)
      .orderBy(asc(outbox.tryAt), asc(outbox.id))
      .limit(limit);
    // The condition stands again outside: of two processes that read the same ids, one finds them taken.
    const claimed = await db
      .update(outbox)
      .set({ tryAt: now + leaseMs })
      .where(and(inArray(outbox.id, waiting), ready))
      .returning();
    return claimed.map(rowToNotice).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}

function addressedTo({ outbox }: Tables, actor: Actor): SQL | undefined {
  const to = (kind: NoticeRow["toKind"], code: string) =>
    and(eq(outbox.toCode, code), eq(outbox.toKind, kind));
  return or(
    to("account", actor.id),
    actor.unit === null ? undefined : to("unit", actor.unit),
    ...actor.cells.map((cell) => to("cell", cell)),
  );
}

function rowToNotice(row: NoticeRow): OutboxNotice {
  const { toKind, toCode, tryAt: _tryAt, ...notice } = row;
  const to = toKind === "reporter" ? { kind: toKind } : { kind: toKind, code: toCode ?? "" };
  return { ...notice, to };
}
