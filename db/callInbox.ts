/** Notices about calls for the bell. */
import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "../server/domain/case.ts";
import type { CallNotice } from "../server/domain/call/call.ts";
import type { Base } from "./db.ts";
import type { CallQueries } from "./store.ts";

export function callInbox({ db, tables: { calls, callNotices } }: Base): CallQueries["inbox"] {
  const newestTo = async ({ kind, code }: CallNotice["to"], limit: number) =>
    await db
      .select({ notice: callNotices, number: calls.number, text: calls.text })
      .from(callNotices)
      .innerJoin(calls, eq(calls.id, callNotices.callId))
      .where(and(eq(callNotices.toCode, code), eq(callNotices.toKind, kind)))
      .orderBy(desc(callNotices.id))
      .limit(limit);
  return async (actor, limit) => {
    const found = await Promise.all(addressesOf(actor).map(async (to) => await newestTo(to, limit)));
    return found
      .flat()
      .sort((a, b) => (a.notice.id < b.notice.id ? 1 : -1))
      .slice(0, limit)
      .map(({ notice: { toKind, toCode, ...notice }, number, text }) => ({
        ...notice,
        to: { kind: toKind, code: toCode },
        number,
        text,
      }));
  };
}

/** A grid worker belongs to a township, but its calls are not theirs. */
function addressesOf({ id, unit, role }: Actor): readonly CallNotice["to"][] {
  const own: CallNotice["to"] = { kind: "account", code: id };
  return unit === null || role === "gridWorker" ? [own] : [own, { kind: "unit", code: unit }];
}
