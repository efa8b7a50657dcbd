/**
 * Rows into a database as fast as it takes them: the statements of the house, prepared; nothing synced and secondary
 * indexes made when all rows are there. For generated databases only: what a county acknowledges is written by `commit`.
 */
import type { Database, Statement } from "better-sqlite3";
import { compile, type Compiled } from "../../../db/compile.ts";
import type { Base } from "../../../db/db.ts";
import type { Step } from "../../../db/writes.ts";

export interface Bulk {
  write(steps: readonly Step[]): void;
  /** Ends the transaction: other statements may come. */
  pause(): void;
  /** Makes the indexes and everything durable. */
  finish(): void;
}

const ROWS_PER_TRANSACTION = 20_000;

const tables = [
  "cases",
  "events",
  "sealed_words",
  "clocks",
  "assignments",
  "outbox",
  "reporters",
  "case_photos",
  "tallies",
  "held_times",
  "record_entries",
] as const;

export function openBulk(sqlite: Database, base: Base): Bulk {
  sqlite.pragma("synchronous = OFF");
  sqlite.pragma("foreign_keys = OFF");
  sqlite.pragma("secure_delete = OFF");
  const indexes = dropIndexes(sqlite);
  const statements = new Map<Step["write"], { compiled: Compiled; statement: Statement }>();
  let rows = 0;

  function run(step: Step): void {
    let found = statements.get(step.write);
    if (!found) {
      const compiled = compile(base, step);
      found = { compiled, statement: sqlite.prepare(compiled.text) };
      statements.set(step.write, found);
    }
    found.statement.run(...found.compiled.bind(step.row));
  }

  function pause(): void {
    if (rows > 0) sqlite.exec("COMMIT");
    rows = 0;
  }

  return {
    pause,
    write(steps) {
      if (rows === 0) sqlite.exec("BEGIN IMMEDIATE");
      for (const step of steps) run(step);
      rows += steps.length;
      if (rows >= ROWS_PER_TRANSACTION) pause();
    },
    finish() {
      pause();
      for (const index of indexes) sqlite.exec(index);
      sqlite.pragma("wal_checkpoint(TRUNCATE)");
      sqlite.pragma("synchronous = FULL");
    },
  };
}

/** @returns what makes them again. The two that a statement's `on conflict` names must stay. */
function dropIndexes(sqlite: Database): readonly string[] {
  const kept = new Set(["cases_report", "record_entries_subject"]);
  const found = sqlite
    .prepare("select name, tbl_name as of, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as readonly { readonly name: string; readonly of: string; readonly sql: string }[];
  const filled: ReadonlySet<string> = new Set(tables);
  const dropped = found.filter(({ name, of }) => filled.has(of) && !kept.has(name));
  for (const { name } of dropped) sqlite.exec(`DROP INDEX ${name}`);
  return dropped.map(({ sql }) => sql);
}
