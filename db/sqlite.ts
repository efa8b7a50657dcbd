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
import type { Db } from "./db.ts";
import { lockFolder } from "./lock.ts";
import { migrationsFolder } from "./migrations.ts";
import { refuseNewer } from "./pgFault.ts";
import { noOthers } from "./others.ts";
import { keyFileName } from "./secrets/keyFile.ts";
import { ringFor } from "./secrets/keep.ts";
import { createPlanner } from "./planner.ts";
import { createSerials } from "./serials.ts";
import { type RingSource, sqliteBase } from "./sqliteBase.ts";
import { createSqliteWriter, type SqliteWriter, writeHere } from "./sqliteWriter.ts";
import type { Store } from "./store.ts";
import { watchSyncs } from "./syncWatch.ts";
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
        ...(thread === null ? {} : { startThread: () => startWriteThread({ file, keyFile }, thread) }),
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
  migrate(drizzle(sqlite), { migrationsFolder: migrationsFolder("sqlite") });
  const here = sqliteBase(sqlite, keys);
  const stored = sqlite.prepare("select n from counters where name = ?").pluck();
  const serials = createSerials((name) => Number(stored.get(name) ?? 0));
  const thread = startThread?.() ?? null;
  const commit = thread?.commit ?? writeHere(createBatchRunner(sqlite, createPlanner(here)));
  const writer = createSqliteWriter(here, serials, commit);
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

/** The whole file is written anew, and the log cut to nothing. */
function clearTraces(sqlite: Database.Database): void {
  sqlite.exec("VACUUM");
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
}
