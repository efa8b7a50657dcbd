/** What is kept on this device (IndexedDB): drafts of reports and the queue of those not yet sent, photos as blobs. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Draft } from "./draft.ts";
import type { QueuedReport } from "./sending.ts";

interface Shape extends DBSchema {
  readonly drafts: { readonly key: string; readonly value: Draft };
  readonly queue: { readonly key: string; readonly value: QueuedReport };
}

let opened: Promise<IDBPDatabase<Shape>> | null = null;

export function deviceStore(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>("huying", 1, {
    upgrade(db) {
      db.createObjectStore("drafts", { keyPath: "id" });
      db.createObjectStore("queue", { keyPath: "id" });
    },
  });
  return opened;
}
