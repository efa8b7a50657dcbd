/** The events of a case as people read them: with their words, as far as these were not erased. */
import { and, asc, eq } from "drizzle-orm";
import type { ChainedEvent, SealedWord } from "./chain.ts";
import { type Base, prepared, slot } from "./db.ts";
import { isRowSeal } from "./rowSeals.ts";
import type { CaseQueries, StoredEvent } from "./store.ts";

export function historyReads({ db, tables }: Base): Pick<CaseQueries, "history" | "eventByCommand"> {
  const { events, sealedWords } = tables;
  const rows = () =>
    db
      .select({ event: events, words: sealedWords.words })
      .from(events)
      .leftJoin(sealedWords, and(eq(sealedWords.caseId, events.caseId), eq(sealedWords.seq, events.seq)));
  const ofCase = prepared(
    "history",
    rows()
      .where(eq(events.caseId, slot("caseId")))
      .orderBy(asc(events.seq)),
  );
  const ofCommand = prepared(
    "event_of_command",
    rows().where(and(eq(events.caseId, slot("caseId")), eq(events.commandId, slot("commandId")))),
  );
  return {
    history: async (caseId) => (await ofCase({ caseId })).map(toStored),
    async eventByCommand(caseId, commandId) {
      const [row] = await ofCommand({ caseId, commandId });
      return row ? toStored(row) : null;
    },
  };
}

/** An event with its words in place of their commitments. */
export function toStored<Event extends Pick<ChainedEvent, "seals">>(row: {
  readonly event: Event;
  readonly words: Readonly<Record<string, SealedWord>> | null;
}): Omit<Event, "seals"> & Pick<StoredEvent, "words" | "erased"> {
  const { seals, ...event } = row.event;
  const words = Object.entries(row.words ?? {}).map(([field, word]) => [field, word.value]);
  const erased = Object.keys(seals).filter((name) => !isRowSeal(name) && row.words?.[name] === undefined);
  return { ...event, words: Object.fromEntries(words), erased };
}
