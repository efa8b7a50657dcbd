/** The tables of an open SQLite file, with the keys that seal some of their columns. */
import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Base, Db } from "./db.ts";
import { sqliteKitWith } from "./kit.ts";
import { newSamples, SAMPLES } from "./secrets/keep.ts";
import type { KeyRing } from "./secrets/ring.ts";
import { remembering } from "./statements.ts";
import { defineTables } from "./tables.ts";

/** Finds the keys of a database by the samples it remembers; null for a new one. */
export type RingSource = (samples: string | null) => KeyRing;

/** @param sqlite migrated. @throws KeyFault when its keys are not there. */
export function sqliteBase(sqlite: Database, keys: RingSource): Base {
  const ring = ringOf(sqlite, keys);
  const db = drizzle(remembering(sqlite), { casing: "snake_case" });
  // The driver answers at once; awaited, it looks like the other one.
  return { engine: "sqlite", db: db as unknown as Db, tables: defineTables(sqliteKitWith(ring)), ring };
}

function ringOf(sqlite: Database, keys: RingSource): KeyRing {
  const read = sqlite.prepare("select value from settings where key = ?").pluck();
  const samples = read.get(SAMPLES);
  const known = typeof samples === "string" ? samples : null;
  const ring = keys(known);
  const changed = newSamples(ring, known);
  if (changed !== null)
    sqlite.prepare("insert or replace into settings (key, value) values (?, ?)").run(SAMPLES, changed);
  return ring;
}
