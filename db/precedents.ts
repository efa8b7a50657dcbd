import { and, desc, eq, sql } from "drizzle-orm";
import { precedentsOf } from "../server/domain/precedent.ts";
import { type Base, countOf, prepared } from "./db.ts";
import { toStored } from "./history.ts";
import type { PrecedentQueries } from "./store.ts";

/** Read from the events themselves: a ruling stands in the record or it was not given. Few events are rulings. */
export function createPrecedents({ db, tables }: Base): PrecedentQueries {
  const { cases, events, sealedWords } = tables;
  // Written without parameters, so that SQLite sees the partial index of rulings
  const isRuling = sql`${events.action} in ('rule', 'uphold')`;
  const count = prepared("rulings", db.select({ n: countOf() }).from(events).where(isRuling));
  return {
    count: async () => (await count({}))[0]?.n ?? 0,
    async latest(limit) {
      const rows = await db
        .select({
          event: events,
          words: sealedWords.words,
          number: cases.number,
          text: cases.text,
          cellCode: cases.cellCode,
          townshipCode: cases.townshipCode,
          leadUnit: cases.leadUnit,
          reportedBy: cases.reportedBy,
          rules: cases.rules,
        })
        .from(events)
        .innerJoin(cases, eq(cases.id, events.caseId))
        .leftJoin(sealedWords, and(eq(sealedWords.caseId, events.caseId), eq(sealedWords.seq, events.seq)))
        .where(isRuling)
        .orderBy(desc(events.at), desc(events.caseId), desc(events.seq))
        .limit(limit);
      return rows.flatMap(({ event, words, number, text, rules, ...seen }) => {
        const stored = toStored({ event, words });
        const told = { id: event.caseId, ...seen, ...(rules === null ? {} : { rules }) };
        const note = stored.words["note"] ?? null;
        return precedentsOf([stored]).map((precedent) => ({ ...precedent, number, text, note, case: told }));
      });
    },
  };
}
