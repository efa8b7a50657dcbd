/**
 * What is kept on this device (IndexedDB): drafts of reports and the queue of those not yet sent, photos as blobs, and
 * the components of a grid worker's own cells.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { NearComponent } from "../../server/domain/component/answers.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Draft } from "./draft.ts";
import type { QueuedReport } from "./sending.ts";

interface Shape extends DBSchema {
  readonly drafts: { readonly key: string; readonly value: Draft };
  readonly queue: { readonly key: string; readonly value: QueuedReport };
  readonly components: { readonly key: string; readonly value: KeptComponents };
}

interface KeptComponents {
  /** Account whose cells they stand in. */
  readonly by: string;
  readonly at: Instant;
  readonly rows: readonly NearComponent[];
}

let opened: Promise<IDBPDatabase<Shape>> | null = null;

export function deviceStore(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>("huying", 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore("drafts", { keyPath: "id" });
        db.createObjectStore("queue", { keyPath: "id" });
      }
      db.createObjectStore("components", { keyPath: "by" });
    },
  });
  return opened;
}
