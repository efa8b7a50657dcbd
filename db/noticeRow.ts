/** A notice as its row, and back. */
import type { OutboxNotice } from "./store.ts";
import type { Tables } from "./tables.ts";

export type NoticeRow = Tables["outbox"]["$inferSelect"];

export function rowToNotice(row: NoticeRow): OutboxNotice {
  const { toKind, toCode, tryAt: _tryAt, ...notice } = row;
  const to = toKind === "reporter" ? { kind: toKind } : { kind: toKind, code: toCode ?? "" };
  return { ...notice, to };
}
