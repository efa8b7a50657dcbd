/** A connection to the one file, as the house wants it. */
import Database from "better-sqlite3";

const FULL = 2;

/** better-sqlite3 is built so that WAL alone would lose writes on a power cut: everything acknowledged is on disk. */
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
