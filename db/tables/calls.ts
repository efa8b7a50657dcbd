/** The township's call (乡呼县应) and what belongs to it. Answers and limits are few and always read whole: they stand in the row. */
import { sql } from "drizzle-orm";
import type { ActorRole, Fact } from "../../server/domain/case.ts";
import type { Call, CallEvent, CallNotice } from "../../server/domain/call/call.ts";
import type { SealedWord } from "../chain.ts";
import type { Kit } from "../kit.ts";

export function callTables(k: Kit) {
  const calls = k.table(
    "calls",
    {
      id: k.key().primaryKey(),
      number: k.key().notNull(),
      /** Made by the sender, so that sending twice launches once. */
      launchId: k.key().notNull(),
      version: k.int().notNull(),
      turn: k.int().notNull(),
      caseId: k.key(),
      township: k.key().notNull(),
      level: k.key<Call["level"]>().notNull(),
      state: k.key<Call["state"]>().notNull(),
      /** `!isOver(state)`, kept as a column because partial indexes ask for it. */
      open: k.bool().notNull(),
      itemCode: k.key(),
      text: k.text().notNull(),
      address: k.text(),
      launchedBy: k.key().notNull(),
      answers: k.json<Call["answers"]>().notNull(),
      clocks: k.json<Call["clocks"]>().notNull(),
      climbed: k.int().notNull(),
      /** NULL instead of an empty list, so that "nobody hears" is `is not null`. */
      unheard: k.json<readonly string[]>(),
      reopens: k.int().notNull(),
      launchedAt: k.instant().notNull(),
      sentAt: k.instant(),
      closedAt: k.instant(),
      updatedAt: k.instant().notNull(),
      headHash: k.key().notNull(),
      /** `,LD,SW,`: the departments that were named, for the scope of lists. */
      units: k.text().notNull(),
      /** `,LD,`: whose turn it is; NULL when it is over. */
      waiting: k.text(),
      /** The earliest running limit, for the lamp of the row. */
      dueAt: k.instant(),
      /** When the sweep looks next: a limit, or the end of a delay. */
      sweepAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex("calls_number").on(t.number),
      k.uniqueIndex("calls_launch").on(t.launchId),
      /** 一个案卷同时只有一次呼叫. */
      k
        .uniqueIndex("calls_running_case")
        .on(t.caseId)
        .where(sql`${t.open} = true and ${t.caseId} is not null`),
      k.index("calls_township").on(t.township, t.id),
      k.index("calls_launched").on(t.launchedAt),
      k
        .index("calls_case")
        .on(t.caseId)
        .where(sql`${t.caseId} is not null`),
      k
        .index("calls_open")
        .on(t.id)
        .where(sql`${t.open} = true`),
      k
        .index("calls_sweep")
        .on(t.sweepAt)
        .where(sql`${t.sweepAt} is not null`),
    ],
  );

  /** Append-only, as the events of cases are, and chained by the same rule (chain.ts). */
  const callEvents = k.table(
    "call_events",
    {
      callId: k
        .key()
        .notNull()
        .references(() => calls.id),
      seq: k.int().notNull(),
      action: k.key<CallEvent["action"]>().notNull(),
      at: k.instant().notNull(),
      recordedAt: k.instant().notNull(),
      actorId: k.key().notNull(),
      actorRole: k.key<ActorRole>().notNull(),
      actorUnit: k.key(),
      from: k.key<Call["state"]>(),
      to: k.key<Call["state"]>().notNull(),
      facts: k.json<Readonly<Record<string, Fact>>>().notNull(),
      seals: k.json<Readonly<Record<string, string>>>().notNull(),
      commandId: k.key(),
      previousHash: k.key().notNull(),
      hash: k.key().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.callId, t.seq] })],
  );

  /** The free words of an event with their salts: the only place they stand in beside the row, so that erasing is a delete. */
  const callWords = k.table(
    "call_words",
    {
      callId: k.key().notNull(),
      seq: k.int().notNull(),
      words: k.json<Readonly<Record<string, SealedWord>>>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.callId, t.seq] })],
  );

  const callNotices = k.table(
    "call_notices",
    {
      id: k.key().primaryKey(),
      callId: k.key().notNull(),
      kind: k.key().notNull(),
      toKind: k.key<CallNotice["to"]["kind"]>().notNull(),
      toCode: k.key().notNull(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.index("call_notices_to").on(t.toCode, t.id)],
  );

  return { calls, callEvents, callWords, callNotices };
}
