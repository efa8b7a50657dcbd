/** The statements that change calls: see writes.ts. */
import { and, eq, inArray } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { Tables } from "./tables.ts";

type Row<Name extends keyof Tables> = Tables[Name]["$inferSelect"];

/** The row that each statement takes. */
export interface CallRowOf {
  readonly addCall: Row<"calls">;
  readonly changeCall: Omit<Row<"calls">, "launchId"> & {
    readonly expects: number;
    readonly expectsHash: string;
  };
  readonly addCallEvent: Row<"callEvents">;
  readonly sealCallWords: Row<"callWords">;
  readonly addCallNotice: Row<"callNotices">;
  readonly forgetCallWords: { readonly caseId: string };
  readonly blankCalls: { readonly caseId: string };
}

export const callWrites = {
  // Another launch under the same id, or another running call of the same case: either index says no.
  addCall: ({ db, tables: { calls } }: Base, row: CallRowOf["addCall"]) =>
    db.insert(calls).values(row).onConflictDoNothing(),

  // Version and head together, as for cases; what the launch said never changes.
  changeCall: ({ db, tables: { calls } }: Base, row: CallRowOf["changeCall"]) => {
    const { expects, expectsHash, id, text: _1, address: _2, number: _3, ...changed } = row;
    return db
      .update(calls)
      .set(changed)
      .where(and(eq(calls.id, id), eq(calls.version, expects), eq(calls.headHash, expectsHash)));
  },

  addCallEvent: ({ db, tables }: Base, row: CallRowOf["addCallEvent"]) =>
    db.insert(tables.callEvents).values(row),
  sealCallWords: ({ db, tables }: Base, row: CallRowOf["sealCallWords"]) =>
    db.insert(tables.callWords).values(row),
  addCallNotice: ({ db, tables }: Base, row: CallRowOf["addCallNotice"]) =>
    db.insert(tables.callNotices).values(row),

  forgetCallWords: (base: Base, row: CallRowOf["forgetCallWords"]) => {
    const { callWords, calls } = base.tables;
    const ofCase = base.db.select({ id: calls.id }).from(calls).where(eq(calls.caseId, row.caseId));
    return base.db.delete(callWords).where(inArray(callWords.callId, ofCase));
  },
  blankCalls: ({ db, tables: { calls } }: Base, row: CallRowOf["blankCalls"]) =>
    db.update(calls).set({ text: "", address: null }).where(eq(calls.caseId, row.caseId)),
};
