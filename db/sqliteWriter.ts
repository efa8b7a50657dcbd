/**
 * Group commit without a timer: plans that arrive while others are being written wait for the next turn of the event
 * loop and share one BEGIN IMMEDIATE … COMMIT. One sync to disk serves them all. When a plan throws, the batch is
 * rolled back and written again with a savepoint around each plan, so that only the bad one is lost: bad plans are
 * rare, and savepoints for all would cost every case 7 %.
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
  /** A later step may find no row: a savepoint undoes what was written before it. */
  readonly together: boolean;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface SqliteWriter extends Writer {
  /** Writes what is waiting, at once. */
  flush(): void;
}

export function createSqliteWriter(sqlite: Database, base: Base, serials: Serials): SqliteWriter {
  const execute = createExecutor(sqlite, base);
  const inTransaction = immediate(sqlite);
  const inSavepoint = savepoint(sqlite);
  let queue: Waiting[] = [];

  /** @param write says how to answer a plan once the batch is on disk. */
  function writeBatch(batch: readonly Waiting[], write: (waiting: Waiting) => () => void): void {
    const answers = inTransaction(() => {
      for (const row of serials.unwritten()) execute({ write: "putCounter", row });
      return batch.map(write);
    });
    serials.written();
    for (const answer of answers) answer();
  }

  function boldly({ steps, together, resolve }: Waiting): () => void {
    const answer = together ? inSavepoint(() => runSteps(steps, execute)) : runSteps(steps, execute);
    return () => resolve(answer);
  }

  function carefully({ steps, resolve, reject }: Waiting): () => void {
    try {
      const answer = inSavepoint(() => runSteps(steps, execute));
      return () => resolve(answer);
    } catch (error) {
      if (!sqlite.inTransaction) throw error;
      return () => reject(error);
    }
  }

  function settle(batch: readonly Waiting[]): void {
    try {
      writeBatch(batch, boldly);
    } catch {
      // Whatever it was: the careful attempt meets it again and says which plan it belongs to.
      writeBatch(batch, carefully);
    }
  }

  function flush(): void {
    while (queue.length > 0) {
      const batch = queue.slice(0, BATCH_LIMIT);
      queue = queue.slice(BATCH_LIMIT);
      try {
        settle(batch);
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  async function wait(steps: readonly Step[], together: boolean): Promise<Answer> {
    return await new Promise((resolve, reject) => {
      queue.push({ steps, together, resolve, reject });
      if (queue.length === 1) setImmediate(flush);
    });
  }

  return {
    run: async (steps) => await wait(steps, false),
    runTogether: async (steps) => await wait(steps, true),
    flush,
  };
}

function runSteps(steps: readonly Step[], execute: (step: Step) => boolean): Answer {
  for (const step of steps) if (!execute(step) && step.orElse !== undefined) return step.orElse;
  return "done";
}

function immediate(sqlite: Database): <T>(work: () => T) => T {
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  const rollback = sqlite.prepare("ROLLBACK");
  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      // A full disk or the like has ended the transaction already.
      if (sqlite.inTransaction) rollback.run();
      throw error;
    }
  };
}

/** Undoes what was written when the work throws or answers with anything but "done". */
function savepoint(sqlite: Database): (work: () => Answer) => Answer {
  const save = sqlite.prepare("SAVEPOINT plan");
  const release = sqlite.prepare("RELEASE plan");
  const undo = sqlite.prepare("ROLLBACK TO plan");
  return (work) => {
    save.run();
    try {
      const answer = work();
      if (answer !== "done") undo.run();
      return answer;
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
    // As arguments, not as one array: the driver reads those twice as fast.
    return found.statement.run(...found.compiled.bind(step.row)).changes > 0;
  };
}
