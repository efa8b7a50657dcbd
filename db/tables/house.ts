/** What is not a case: notices on their way out, photos, reference data, counters, settings. */
import { sql } from "drizzle-orm";
import type { Notice } from "../../server/domain/case.ts";
import type { Kit } from "../kit.ts";

export function houseTables(k: Kit) {
  const outbox = k.table(
    "outbox",
    {
      id: k.key().primaryKey(),
      caseId: k.key().notNull(),
      /** The event that it tells of; 0 in rows written before events were named. */
      seq: k.int().notNull().default(0),
      kind: k.key().notNull(),
      toKind: k.key<Notice["to"]["kind"]>().notNull(),
      toCode: k.key(),
      createdAt: k.instant().notNull(),
      tries: k.int().notNull(),
      /** When to try next; claiming moves it to the end of the lease, sending clears it. */
      tryAt: k.instant(),
      sentAt: k.instant(),
    },
    (t) => [
      k
        .index("outbox_unsent")
        .on(t.tryAt)
        .where(sql`${t.tryAt} is not null`),
      k
        .index("outbox_to")
        .on(t.toCode, t.id)
        .where(sql`${t.toCode} is not null`),
      k
        .index("outbox_orders")
        .on(t.caseId)
        .where(sql`${t.kind} in ('urge', 'supervise', 'circulate', 'instruct')`),
    ],
  );

  /** 已读: who of those it was addressed to has opened the case since. */
  const noticeReads = k.table(
    "notice_reads",
    { noticeId: k.key().notNull(), accountId: k.key().notNull(), readAt: k.instant().notNull() },
    (t) => [k.primaryKey({ columns: [t.noticeId, t.accountId] })],
  );

  const photos = k.table(
    "photos",
    {
      id: k.key().primaryKey(),
      bytes: k.int().notNull(),
      width: k.int().notNull(),
      height: k.int().notNull(),
      uploadedBy: k.key(),
      uploadedAt: k.instant().notNull(),
      /** What the camera told of a photo taken by staff; NULL where it told nothing. */
      takenAt: k.instant(),
      lng: k.real(),
      lat: k.real(),
      /** Print of the picture, and its four pieces to find like ones by (closing/pictureHash.ts). */
      print: k.key(),
      band0: k.int(),
      band1: k.int(),
      band2: k.int(),
      band3: k.int(),
    },
    (t) => [
      k.index("photos_band0").on(t.band0),
      k.index("photos_band1").on(t.band1),
      k.index("photos_band2").on(t.band2),
      k.index("photos_band3").on(t.band3),
    ],
  );

  const reference = k.table(
    "reference",
    { kind: k.key().notNull(), code: k.key().notNull(), body: k.json<unknown>().notNull() },
    (t) => [k.primaryKey({ columns: [t.kind, t.code] })],
  );

  const counters = k.table("counters", { name: k.key().primaryKey(), n: k.int().notNull() });

  const settings = k.table("settings", { key: k.key().primaryKey(), value: k.text().notNull() });

  return { outbox, noticeReads, photos, reference, counters, settings };
}
