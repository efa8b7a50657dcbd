/** Notices on their way out (通知). Claiming moves `tryAt` to the end of the lease: one column is both queue and lease. */
import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Actor } from "../server/domain/case.ts";
import type { Base } from "./db.ts";
import type { OutboxNotice, OutboxQueries } from "./store.ts";
import type { Tables } from "./tables.ts";

type NoticeRow = Tables["outbox"]["$inferSelect"];

export function createOutbox(base: Base): OutboxQueries {
  const { db, tables } = base;
  const { outbox, cases } = tables;
  const newestTo = async (to: Address, limit: number) =>
    await db
      .select({ notice: outbox, number: cases.number, text: cases.text })
      .from(outbox)
      .innerJoin(cases, eq(cases.id, outbox.caseId))
      .where(and(eq(outbox.toCode, to.code), eq(outbox.toKind, to.kind)))
      .orderBy(desc(outbox.id))
      .limit(limit);
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
      // One question per address, each in the order of its index, merged here.
      const found = await Promise.all(addressesOf(actor).map(async (to) => await newestTo(to, limit)));
      const newest = found.flat().sort((a, b) => (a.notice.id < b.notice.id ? 1 : -1));
      return newest
        .slice(0, limit)
        .map(({ notice, number, text }) => ({ ...rowToNotice(notice), number, text }));
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

interface Address {
  readonly kind: NoticeRow["toKind"];
  readonly code: string;
}

function addressesOf(actor: Actor): readonly Address[] {
  const cells = actor.cells.map((code): Address => ({ kind: "cell", code }));
  const unit: Address[] = actor.unit === null ? [] : [{ kind: "unit", code: actor.unit }];
  return [{ kind: "account", code: actor.id }, ...unit, ...cells];
}

function rowToNotice(row: NoticeRow): OutboxNotice {
  const { toKind, toCode, tryAt: _tryAt, ...notice } = row;
  const to = toKind === "reporter" ? { kind: toKind } : { kind: toKind, code: toCode ?? "" };
  return { ...notice, to };
}
