/** SQLite: one process, one file. Everything acknowledged is on disk: `synchronous=FULL`, set and asserted. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as remote } from "drizzle-orm/sqlite-proxy";
import { assemble } from "./assemble.ts";
import { createBatchRunner } from "./batch.ts";
import { connect } from "./connect.ts";
import type { Base, Db } from "./db.ts";
import { sqliteKitWith } from "./kit.ts";
import { lockFolder } from "./lock.ts";
import { migrationsFolder } from "./migrations.ts";
import { refuseNewer } from "./pgFault.ts";
import { noOthers } from "./others.ts";
import { keyFileName } from "./secrets/keyFile.ts";
import { newSamples, ringFor, SAMPLES } from "./secrets/keep.ts";
import type { KeyRing } from "./secrets/ring.ts";
import { createSerials } from "./serials.ts";
import { createSqliteWriter, type SqliteWriter, writeHere } from "./sqliteWriter.ts";
import { remembering } from "./statements.ts";
import type { Store } from "./store.ts";
import { watchSyncs } from "./syncWatch.ts";
import { defineTables } from "./tables.ts";
import { startWriteThread, type WriteThread } from "./writeAway.ts";

/**
 * @param keyFile by default beside the database.
 * @param thread the program of the thread where everything is written; null for this thread.
 * @throws FolderInUse when another process works on the folder, KeyFault when its keys are not there.
 */
export function openSqlite(
  dataDir: string,
  keyFile = join(dataDir, keyFileName),
  thread: string | null = null,
): Store {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  const file = join(dataDir, "huying.db");
  try {
    const sqlite = connect(file);
    try {
      return storeOn(sqlite, (samples) => ringFor(keyFile, samples), {
        release: () => lock.release(),
        ...(thread === null ? {} : { startThread: () => startWriteThread(file, thread) }),
      });
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Finds the keys of a database by the samples it remembers; null for a new one. */
export type RingSource = (samples: string | null) => KeyRing;

export interface Standing {
  /** Called when the store is closed. */
  readonly release: () => void;
  /** Absent: this connection writes, too. */
  readonly startThread?: () => WriteThread;
}

/** The house on an open connection, which is migrated first. */
export function storeOn(
  connection: Database.Database,
  keys: RingSource,
  { release, startThread }: Standing,
): Store {
  const { sqlite, ...watch } = watchSyncs(connection);
  refuseNewer(migrationsDone(sqlite), "sqlite");
  const handle = drizzle(remembering(sqlite), { casing: "snake_case" });
  migrate(handle, { migrationsFolder: migrationsFolder("sqlite") });
  const ring = ringOf(sqlite, keys);
  // The driver answers at once; awaited, it looks like the other one.
  const tables = defineTables(sqliteKitWith(ring));
  const here: Base = { engine: "sqlite", db: handle as unknown as Db, tables, ring };
  const stored = sqlite.prepare("select n from counters where name = ?").pluck();
  const serials = createSerials((name) => Number(stored.get(name) ?? 0));
  const thread = startThread?.() ?? null;
  const writer = createSqliteWriter(here, serials, thread?.commit ?? writeHere(createBatchRunner(sqlite)));
  // From now on this connection only reads
  if (thread) sqlite.pragma("query_only = ON");
  const base = thread ? { ...here, db: writingAway(here.db, writer) } : here;
  const queries = assemble(base, writer, "sqlite");
  const { unsure, isUnsure } = thread ?? watch;
  return {
    engine: "sqlite",
    ...queries,
    others: noOthers,
    secrets: {
      ...queries.secrets,
      async clearTraces() {
        await writer.drain();
        if (thread) await thread.clearTraces();
        else clearTraces(sqlite);
      },
    },
    drawNumber: async (day) => serials.draw(day),
    async backupTo(path) {
      await sqlite.backup(path);
    },
    unsure,
    async close() {
      if (!isUnsure()) await writer.drain();
      await thread?.close();
      sqlite.close();
      release();
    },
  };
}

function migrationsDone(sqlite: Database.Database): readonly string[] {
  const table = "select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'";
  if (sqlite.prepare(table).get() === undefined) return [];
  return sqlite.prepare("select hash from __drizzle_migrations").pluck().all().map(String);
}

/** Reads here, writes by the writer: each a plan of its own, in whichever batch is next. */
function writingAway(reads: Db, writer: SqliteWriter): Db {
  const writes = remote(
    async (text, values: unknown[]) => ({ rows: await writer.ask(text, values) }),
    undefined,
    {
      casing: "snake_case",
    },
  );
  return {
    select: reads.select.bind(reads),
    selectDistinct: reads.selectDistinct.bind(reads),
    insert: writes.insert.bind(writes),
    update: writes.update.bind(writes),
    delete: writes.delete.bind(writes),
  };
}

function ringOf(sqlite: Database.Database, keys: RingSource): KeyRing {
  const read = sqlite.prepare("select value from settings where key = ?").pluck();
  const samples = read.get(SAMPLES);
  const known = typeof samples === "string" ? samples : null;
  const ring = keys(known);
  const changed = newSamples(ring, known);
  if (changed !== null)
    sqlite.prepare("insert or replace into settings (key, value) values (?, ?)").run(SAMPLES, changed);
  return ring;
}

/** The whole file is written anew, and the log cut to nothing. */
function clearTraces(sqlite: Database.Database): void {
  sqlite.exec("VACUUM");
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
}
