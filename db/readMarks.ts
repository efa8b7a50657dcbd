/** The bell, and who has read what (已读): a notice counts as read when the person opened its case. */
import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Actor } from "../server/domain/case.ts";
import { type Base, chunked, prepared, slot } from "./db.ts";
import { type NoticeRow, rowToNotice } from "./noticeRow.ts";
import type { OrderNotice, OutboxQueries } from "./store.ts";

export function readMarks(base: Base): Pick<OutboxQueries, "inbox" | "markRead" | "orders"> {
  const { db, tables } = base;
  const { outbox, cases, noticeReads } = tables;
  const readBy = (actor: Actor) =>
    and(eq(noticeReads.noticeId, outbox.id), eq(noticeReads.accountId, actor.id));

  const newestTo = async (actor: Actor, to: Address, limit: number) =>
    await db
      .select({ notice: outbox, number: cases.number, text: cases.text, readAt: noticeReads.readAt })
      .from(outbox)
      .innerJoin(cases, eq(cases.id, outbox.caseId))
      .leftJoin(noticeReads, readBy(actor))
      .where(addressedTo(base, [to]))
      .orderBy(desc(outbox.id))
      .limit(limit);

  // Written without a parameter, so that SQLite sees the partial index of orders
  const isOrder = sql`${outbox.kind} in ('urge', 'supervise', 'circulate', 'instruct')`;
  const ordersOf = prepared(
    "orders_of_case",
    db
      .select({ notice: outbox, accountId: noticeReads.accountId, readAt: noticeReads.readAt })
      .from(outbox)
      .leftJoin(noticeReads, eq(noticeReads.noticeId, outbox.id))
      .where(and(isOrder, eq(outbox.caseId, slot("caseId"))))
      .orderBy(outbox.id, noticeReads.readAt),
  );

  return {
    async inbox(actor, limit) {
      // One question per address, each in the order of its index, merged here.
      const found = await Promise.all(addressesOf(actor).map(async (to) => await newestTo(actor, to, limit)));
      const newest = found.flat().sort((a, b) => (a.notice.id < b.notice.id ? 1 : -1));
      return newest.slice(0, limit).map(({ notice, ...rest }) => ({ ...rowToNotice(notice), ...rest }));
    },
    async markRead(actor, caseId, at) {
      const unread = await db
        .select({ id: outbox.id })
        .from(outbox)
        .leftJoin(noticeReads, readBy(actor))
        .where(
          and(eq(outbox.caseId, caseId), addressedTo(base, addressesOf(actor)), isNull(noticeReads.noticeId)),
        );
      for (const rows of chunked(unread.map(({ id }) => id)))
        await db
          .insert(noticeReads)
          .values(rows.map((noticeId) => ({ noticeId, accountId: actor.id, readAt: at })))
          .onConflictDoNothing()
          .returning({ id: noticeReads.noticeId });
      return unread.length;
    },
    orders: async (caseId) => together(await ordersOf({ caseId })),
  };
}

interface ReadRow {
  readonly notice: NoticeRow;
  readonly accountId: string | null;
  readonly readAt: number | null;
}

function together(rows: readonly ReadRow[]): readonly OrderNotice[] {
  const byId = new Map<string, ReadRow[]>();
  for (const row of rows) byId.set(row.notice.id, [...(byId.get(row.notice.id) ?? []), row]);
  return [...byId.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { seq, kind, to } = rowToNotice(first.notice);
    const reads = same.flatMap(({ accountId, readAt }) =>
      accountId === null || readAt === null ? [] : [{ accountId, readAt }],
    );
    return [{ seq, kind, to, reads }];
  });
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

function addressedTo({ tables: { outbox } }: Base, addresses: readonly Address[]) {
  const kinds = [...new Set(addresses.map(({ kind }) => kind))];
  return or(
    ...kinds.map((kind) => {
      const codes = addresses.filter((address) => address.kind === kind).map(({ code }) => code);
      return and(eq(outbox.toKind, kind), inArray(outbox.toCode, codes));
    }),
  );
}
