/** SQLite: one process, one file. Everything acknowledged is on disk: `synchronous=FULL`, set and asserted. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { assemble } from "./assemble.ts";
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
import { createSqliteWriter } from "./sqliteWriter.ts";
import { remembering } from "./statements.ts";
import type { Store } from "./store.ts";
import { watchSyncs } from "./syncWatch.ts";
import { defineTables } from "./tables.ts";

const FULL = 2;

/**
 * @param keyFile by default beside the database.
 * @throws FolderInUse when another process works on the folder, KeyFault when its keys are not there.
 */
export function openSqlite(dataDir: string, keyFile = join(dataDir, keyFileName)): Store {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  try {
    const sqlite = connect(join(dataDir, "huying.db"));
    try {
      return storeOn(
        sqlite,
        (samples) => ringFor(keyFile, samples),
        () => lock.release(),
      );
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A connection as the house wants it. better-sqlite3 is built so that WAL alone would lose writes on a power cut. */
export function connect(file: string): Database.Database {
  const sqlite = new Database(file);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("busy_timeout = 5000");
  sqlite.pragma("temp_store = MEMORY");
  sqlite.pragma("cache_size = -65536");
  sqlite.pragma("wal_autocheckpoint = 4000");
  // What is erased is overwritten, not only unlinked.
  sqlite.pragma("secure_delete = ON");
  const level = sqlite.pragma("synchronous", { simple: true });
  if (level !== FULL) throw new Error(`PRAGMA synchronous reads ${String(level)}, expected ${FULL} (FULL).`);
  return sqlite;
}

/** Finds the keys of a database by the samples it remembers; null for a new one. */
export type RingSource = (samples: string | null) => KeyRing;

/** The house on an open connection; `release` is called when it is closed. */
export function storeOn(connection: Database.Database, keys: RingSource, release: () => void): Store {
  const { sqlite, unsure, isUnsure } = watchSyncs(connection);
  refuseNewer(migrationsDone(sqlite), "sqlite");
  const handle = drizzle(remembering(sqlite), { casing: "snake_case" });
  migrate(handle, { migrationsFolder: migrationsFolder("sqlite") });
  const ring = ringOf(sqlite, keys);
  // The driver answers at once; awaited, it looks like the other one.
  const tables = defineTables(sqliteKitWith(ring));
  const base: Base = { engine: "sqlite", db: handle as unknown as Db, tables, ring };
  const stored = sqlite.prepare("select n from counters where name = ?").pluck();
  const serials = createSerials((name) => Number(stored.get(name) ?? 0));
  const writer = createSqliteWriter(sqlite, base, serials);
  const queries = assemble(base, writer, "sqlite");
  return {
    engine: "sqlite",
    ...queries,
    others: noOthers,
    secrets: { ...queries.secrets, clearTraces: async () => clearTraces(sqlite) },
    drawNumber: async (day) => serials.draw(day),
    async backupTo(path) {
      await sqlite.backup(path);
    },
    unsure,
    async close() {
      if (!isUnsure()) writer.flush();
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
