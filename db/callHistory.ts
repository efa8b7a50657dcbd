/** The events of a call as people read them: with their words, as far as these were not erased. */
import { and, asc, eq } from "drizzle-orm";
import type { Base } from "./db.ts";
import { toStored } from "./history.ts";
import type { CallQueries } from "./store.ts";

export function callHistory({
  db,
  tables: { callEvents, callWords },
}: Base): Pick<CallQueries, "history" | "eventByCommand"> {
  const rows = () =>
    db
      .select({ event: callEvents, words: callWords.words })
      .from(callEvents)
      .leftJoin(callWords, and(eq(callWords.callId, callEvents.callId), eq(callWords.seq, callEvents.seq)));
  return {
    async history(callId) {
      const found = await rows().where(eq(callEvents.callId, callId)).orderBy(asc(callEvents.seq));
      return found.map(toStored);
    },
    async eventByCommand(callId, commandId) {
      const [row] = await rows().where(
        and(eq(callEvents.callId, callId), eq(callEvents.commandId, commandId)),
      );
      return row ? toStored(row) : null;
    },
  };
}
