/** The databases that the contract runs on: SQLite and PGlite always, a real PostgreSQL when one answers. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openPostgres } from "../../db/postgres.ts";
import { keyFileName } from "../../db/secrets/keyFile.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";
import { openPglite } from "./pglite.ts";
import { answeringPostgres, ownDatabase } from "./postgres.ts";
import { temporaryFolder } from "./store.ts";

export interface Opened {
  readonly store: Store;
  /** The database behind the store's back, for what the store itself refuses to do. */
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}

export interface Engine {
  /** `sqlite, written in a thread` is how the server runs it. */
  readonly name: string;
  readonly open: () => Promise<Opened>;
  /** SQL that lets events be changed for the rest of the test, as a thief with the database's password would. */
  readonly disarm: string;
}

export async function availableEngines(): Promise<readonly Engine[]> {
  const disarm =
    "ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE call_events DISABLE TRIGGER USER; SET session_replication_role = replica;";
  const disarmSqlite =
    "DROP TRIGGER IF EXISTS events_no_update; DROP TRIGGER IF EXISTS events_no_delete; DROP TRIGGER IF EXISTS call_events_no_update; DROP TRIGGER IF EXISTS call_events_no_delete; PRAGMA foreign_keys = OFF";
  const engines: Engine[] = [
    { name: "sqlite", open: async () => openSqliteFile(null), disarm: disarmSqlite },
    {
      name: "sqlite, written in a thread",
      open: async () => openSqliteFile(writeThread),
      disarm: disarmSqlite,
    },
    { name: "pglite", open: openPglite, disarm },
  ];
  const url = await answeringPostgres();
  if (url !== null) engines.push({ name: "postgres", open: async () => await openReal(url), disarm });
  return engines;
}

const writeThread = join(import.meta.dirname, "writeThread.mjs");

function openSqliteFile(thread: string | null): Opened {
  const folder = temporaryFolder();
  const store = openSqlite(folder, undefined, thread);
  const other = new Database(join(folder, "huying.db"));
  return {
    store,
    async tamper(statement) {
      other.exec(statement);
    },
    async close() {
      other.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openReal(server: string): Promise<Opened> {
  const database = await ownDatabase(server);
  const folder = temporaryFolder();
  const store = await openPostgres(database.url, join(folder, keyFileName));
  return {
    store,
    async tamper(statement) {
      await database.ask(statement);
    },
    async close() {
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
