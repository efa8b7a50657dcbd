/**
 * Group commit without a timer: plans that arrive while others are being written wait for the next turn of the event
 * loop and share one BEGIN IMMEDIATE … COMMIT, each in a savepoint of its own. One sync to disk serves them all.
 */
import type { Database, Statement } from "better-sqlite3";
import { compile, type Compiled } from "./compile.ts";
import type { Base } from "./db.ts";
import type { Serials } from "./serials.ts";
import type { Writer } from "./writer.ts";
import type { Step, WriteName } from "./writes.ts";

const BATCH_LIMIT = 256;

type Answer = Awaited<ReturnType<Writer["run"]>>;

interface Waiting {
  readonly steps: readonly Step[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface SqliteWriter extends Writer {
  /** Writes what is waiting, at once. */
  flush(): void;
}

export function createSqliteWriter(sqlite: Database, base: Base, serials: Serials): SqliteWriter {
  const execute = createExecutor(sqlite, base);
  const run = inSavepoint(sqlite, execute);
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  const rollback = sqlite.prepare("ROLLBACK");
  let queue: Waiting[] = [];

  function writeBatch(batch: readonly Waiting[]): void {
    begin.run();
    try {
      for (const row of serials.unwritten()) execute({ write: "putCounter", row });
      const answers = batch.map((waiting) => {
        const answer = settled(waiting, run);
        if (!sqlite.inTransaction) throw new Error("SQLite gave the transaction up (full disk, I/O error).");
        return answer;
      });
      commit.run();
      serials.written();
      for (const answer of answers) answer();
    } catch (error) {
      if (sqlite.inTransaction) rollback.run();
      throw error;
    }
  }

  function flush(): void {
    while (queue.length > 0) {
      const batch = queue.slice(0, BATCH_LIMIT);
      queue = queue.slice(BATCH_LIMIT);
      try {
        writeBatch(batch);
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  return {
    run: async (steps) =>
      await new Promise((resolve, reject) => {
        queue.push({ steps, resolve, reject });
        if (queue.length === 1) setImmediate(flush);
      }),
    flush,
  };
}

/** Runs one plan and says how to answer once the batch is on disk. */
function settled({ steps, resolve, reject }: Waiting, run: (steps: readonly Step[]) => Answer): () => void {
  try {
    const answer = run(steps);
    return () => resolve(answer);
  } catch (error) {
    return () => reject(error);
  }
}

function inSavepoint(sqlite: Database, execute: (step: Step) => boolean): (steps: readonly Step[]) => Answer {
  const save = sqlite.prepare("SAVEPOINT plan");
  const release = sqlite.prepare("RELEASE plan");
  const undo = sqlite.prepare("ROLLBACK TO plan");
  return (steps) => {
    save.run();
    try {
      for (const step of steps) {
        if (execute(step) || step.orElse === undefined) continue;
        undo.run();
        return step.orElse;
      }
      return "done";
    } catch (error) {
      if (sqlite.inTransaction) undo.run();
      throw error;
    } finally {
      if (sqlite.inTransaction) release.run();
    }
  };
}

/** Runs single steps by statements prepared on first use; says whether a row was touched. */
function createExecutor(sqlite: Database, base: Base): (step: Step) => boolean {
  const ready = new Map<WriteName, { compiled: Compiled; statement: Statement }>();
  return (step) => {
    let found = ready.get(step.write);
    if (!found) {
      const compiled = compile(base, step);
      found = { compiled, statement: sqlite.prepare(compiled.text) };
      ready.set(step.write, found);
    }
    const values = found.compiled.bind(step.row);
    if (found.statement.reader) return found.statement.get(values) !== undefined;
    return found.statement.run(values).changes > 0;
  };
}
