/**
 * Rows into a database as fast as it takes them: the statements of the house, prepared, and nothing synced. Indexes are kept
 * as they are in a house, where cases come in the order of time: made afterwards, each would read all the years again.
 * For generated databases only: what a county acknowledges is written by `commit`.
 */
import type { Database, Statement } from "better-sqlite3";
import { compile, type Compiled } from "../../../db/compile.ts";
import type { Base } from "../../../db/db.ts";
import { createAccount, sumsOf, sumSteps } from "../../../db/sums.ts";
import type { Counted } from "../../../db/counted.ts";
import { wordsStep } from "../../../db/words.ts";
import type { RowOf, Step } from "../../../db/writes.ts";

export interface Bulk {
  write(steps: readonly Step[]): void;
  /** What a case is found by. */
  addWords(row: Parameters<typeof wordsStep>[0]): void;
  /** What a case adds to the sums; they are written at the end. */
  count(counted: Counted): void;
  /** Ends the transaction: other statements may come. */
  pause(): void;
  /** Writes the sums and makes everything durable. */
  finish(): void;
}

const ROWS_PER_TRANSACTION = 20_000;
/** In kilobytes: the ends of all indexes, where cases come in. */
const CACHE = 600_000;

export function openBulk(sqlite: Database, base: Base): Bulk {
  // What is cut off is thrown away, and everything would be written twice by way of the log
  sqlite.pragma("journal_mode = MEMORY");
  sqlite.pragma("synchronous = OFF");
  sqlite.pragma("foreign_keys = OFF");
  sqlite.pragma("secure_delete = OFF");
  sqlite.pragma(`cache_size = -${CACHE}`);
  const statements = new Map<Step["write"], { compiled: Compiled; statement: Statement }>();
  const account = createAccount();
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

  function write(steps: readonly Step[]): void {
    if (rows === 0) sqlite.exec("BEGIN IMMEDIATE");
    for (const step of steps) run(step);
    rows += steps.length;
    if (rows >= ROWS_PER_TRANSACTION) pause();
  }

  function pause(): void {
    if (rows > 0) sqlite.exec("COMMIT");
    rows = 0;
  }

  return {
    write,
    addWords: (row) => write([wordsStep(row)]),
    count: (counted) => account.add(sumsOf(counted), 1),
    pause,
    finish() {
      write(sumSteps(account.sums()));
      pause();
      sqlite.pragma("synchronous = FULL");
      sqlite.pragma("journal_mode = WAL");
    },
  };
}

/** The rows that a case counts by, among all that it is written by. */
export function countedIn(steps: readonly Step[]): Counted {
  const [tallies, held]: [RowOf["addTally"][], RowOf["addHeld"][]] = [[], []];
  for (const { write, row } of steps) {
    if (write === "addTally") tallies.push(row);
    if (write === "addHeld") held.push(row);
  }
  return { tallies, held };
}
