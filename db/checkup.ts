/** A look at a SQLite database before it is opened for work: nothing is written, nothing is migrated. */
import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { migrationHashes } from "./migrations.ts";

export interface Checkup {
  /** Whether it is a database of this program at all. */
  readonly isHouse: boolean;
  /** What `quick_check` says of the pages; empty when they are sound. */
  readonly pages: readonly string[];
  /** Migrations in the database that this program does not know: a newer one has worked on it. */
  readonly unknownMigrations: number;
  /** Migrations that the start will apply. */
  readonly waitingMigrations: number;
  /** Cases whose head is not the hash of their last event; by number, at most ten. */
  readonly bentHeads: readonly string[];
  /** Entries of the tree, and how many the last checkpoint speaks for. */
  readonly entries: number;
  readonly signed: number;
  /** Whether names and numbers are sealed by keys that must be at hand. */
  readonly isSealed: boolean;
}

/** The youngest cases: what the last minutes before a crash have touched. */
const HEADS = 500;
const MOST = 10;

/** @returns null when there is no database yet. @throws when it cannot be read at all. */
export function checkUp(file: string): Checkup | null {
  if (!existsSync(file)) return null;
  const database = new Database(file, { fileMustExist: true, readonly: true });
  try {
    const pages = (database.pragma("quick_check(10)") as readonly { quick_check: string }[])
      .map((row) => row.quick_check)
      .filter((answer) => answer !== "ok");
    if (pages.length > 0) return { ...empty, pages };
    const isHouse = ["__drizzle_migrations", "cases", "events"].every((name) => hasTable(database, name));
    return { ...empty, isHouse, ...migrationsIn(database), ...recordIn(database) };
  } finally {
    database.close();
  }
}

const nothingRecorded: Pick<Checkup, "bentHeads" | "entries" | "signed" | "isSealed"> = {
  bentHeads: [],
  entries: 0,
  signed: 0,
  isSealed: false,
};

const empty: Checkup = {
  isHouse: false,
  pages: [],
  unknownMigrations: 0,
  waitingMigrations: 0,
  ...nothingRecorded,
};

function hasTable(database: Database.Database, name: string): boolean {
  return (
    database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined
  );
}

function migrationsIn(database: Database.Database): Pick<Checkup, "unknownMigrations" | "waitingMigrations"> {
  const ours = migrationHashes("sqlite");
  if (!hasTable(database, "__drizzle_migrations"))
    return { unknownMigrations: 0, waitingMigrations: ours.size };
  const done = database.prepare("select hash from __drizzle_migrations").pluck().all() as string[];
  return {
    unknownMigrations: done.filter((hash) => !ours.has(hash)).length,
    waitingMigrations: Math.max(0, ours.size - done.length),
  };
}

function recordIn(
  database: Database.Database,
): Pick<Checkup, "bentHeads" | "entries" | "signed" | "isSealed"> {
  // An older program kept none
  if (!hasTable(database, "record_entries")) return nothingRecorded;
  const one = (text: string) => Number(database.prepare(text).pluck().get() ?? 0);
  const bentHeads = database
    .prepare(
      `select number from (select * from cases order by updated_at desc limit ${HEADS}) c
       where head_hash is not (select hash from events e where e.case_id = c.id order by seq desc limit 1) limit ${MOST}`,
    )
    .pluck()
    .all() as string[];
  return {
    bentHeads,
    entries: one("select max(position) + 1 from record_entries"),
    signed: one("select max(size) from checkpoints"),
    isSealed: one("select count(*) from settings where key = 'secrets.samples' and value <> '[]'") > 0,
  };
}
