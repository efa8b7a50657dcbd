/** SQLite: one process, one file. Everything acknowledged is on disk: `synchronous=FULL`, set and asserted. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { assemble } from "./assemble.ts";
import type { Base, Db } from "./db.ts";
import { sqliteKit } from "./kit.ts";
import { lockFolder } from "./lock.ts";
import { migrationsFolder } from "./migrations.ts";
import { createSerials } from "./serials.ts";
import { createSqliteWriter } from "./sqliteWriter.ts";
import type { Store } from "./store.ts";
import { defineTables } from "./tables.ts";

const FULL = 2;

/** @throws FolderInUse when another process works on the folder. */
export function openSqlite(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  try {
    const sqlite = connect(join(dataDir, "huying.db"));
    return sqliteStore(sqlite, () => lock.release());
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

function sqliteStore(sqlite: Database.Database, release: () => void): Store {
  const handle = drizzle(sqlite, { casing: "snake_case" });
  migrate(handle, { migrationsFolder: migrationsFolder("sqlite") });
  // The driver answers at once; awaited, it looks like the other one.
  const base: Base = { db: handle as unknown as Db, tables: defineTables(sqliteKit) };
  const stored = sqlite.prepare("select n from counters where name = ?").pluck();
  const serials = createSerials((name) => Number(stored.get(name) ?? 0));
  const writer = createSqliteWriter(sqlite, base, serials);
  return {
    engine: "sqlite",
    ...assemble(base, writer),
    drawNumber: async (day) => serials.draw(day),
    async backupTo(path) {
      await sqlite.backup(path);
    },
    async close() {
      writer.flush();
      sqlite.close();
      release();
    },
  };
}
