/**
 * What the county has taught, as this device keeps it. A database of its own: a page of an older version that is still
 * open must not keep the drafts from being opened.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Lexicon } from "../../server/domain/learning/lexicon.ts";
import type { LearnedAnswer } from "../../server/domain/readerAnswers.ts";

/** As it came last, with what came before it. */
export type KeptLearned = Omit<LearnedAnswer, "change" | "lexicon" | "since"> & {
  readonly lexicon: Lexicon;
  /** The whole, packed by `packChange`. */
  readonly change: Uint8Array;
};

export interface KeptModel {
  readonly version: number;
  readonly bytes: Uint8Array;
}

interface Shape extends DBSchema {
  readonly learned: { readonly key: string; readonly value: KeptLearned };
  readonly model: { readonly key: string; readonly value: KeptModel };
}

/** There is one of each. */
const HERE = "here";

let opened: Promise<IDBPDatabase<Shape>> | null = null;

function store(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>("huying-reader", 1, {
    upgrade(db) {
      db.createObjectStore("learned");
      db.createObjectStore("model");
    },
  });
  return opened;
}

export async function keptLearned(): Promise<KeptLearned | null> {
  return (await (await store()).get("learned", HERE)) ?? null;
}

export async function keptModel(): Promise<KeptModel | null> {
  return (await (await store()).get("model", HERE)) ?? null;
}

export async function keepLearned(learned: KeptLearned): Promise<void> {
  await (await store()).put("learned", learned, HERE);
}

export async function keepModel(model: KeptModel): Promise<void> {
  await (await store()).put("model", model, HERE);
}

/** Emptied, not taken away: a page that still has it open would keep it from being opened again. */
export async function forgetTaught(): Promise<void> {
  const kept = await store();
  await Promise.all([kept.clear("learned"), kept.clear("model")]);
}
