/**
 * Group commit without a timer: tasks that arrive while others are being written wait for the next turn and share one
 * durable transaction (batch.ts). One batch is under way at a time; each task is answered once its batch is on disk.
 */
import type { Call, Outcome, RunBatch, Task } from "./batch.ts";
import { createCompiler } from "./compile.ts";
import type { Base } from "./db.ts";
import type { Serials } from "./serials.ts";
import { takingAlone } from "./taking.ts";
import { type Answer, asError, type Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

const BATCH_LIMIT = 256;

/** Where batches are written: here, at once, or in another thread, later. `done` is called once. */
export type Commit = (
  batch: readonly Task[],
  before: readonly Call[],
  done: (result: readonly Outcome[] | Error) => void,
) => void;

export interface SqliteWriter extends Writer {
  /** One statement, whose rows are the answer. */
  ask(text: string, values: readonly unknown[]): Promise<unknown[][]>;
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>;
}

interface Waiting {
  readonly task: Task;
  readonly settle: (outcome: Outcome) => void;
}

export function createSqliteWriter(base: Base, serials: Serials, commit: Commit): SqliteWriter {
  const callOf = createCompiler(base);
  let queue: Waiting[] = [];
  let isUnderWay = false;
  let drained: (() => void)[] = [];

  function next(): void {
    if (isUnderWay) return;
    if (queue.length === 0) {
      for (const tell of drained) tell();
      drained = [];
      return;
    }
    const batch = queue.slice(0, BATCH_LIMIT);
    queue = queue.slice(BATCH_LIMIT);
    isUnderWay = true;
    const counters = serials.unwritten();
    const before = counters.map((row) => callOf({ write: "putCounter", row }));
    commit(
      batch.map(({ task }) => task),
      before,
      (result) => {
        isUnderWay = false;
        if (!(result instanceof Error)) serials.written(counters);
        for (const [at, { settle }] of batch.entries())
          settle(result instanceof Error ? { fault: result } : (result[at] ?? unanswered));
        next();
      },
    );
  }

  async function wait(task: Task): Promise<Exclude<Outcome, { readonly fault: Error }>> {
    return await new Promise((resolve, reject) => {
      const settle = (outcome: Outcome) => ("fault" in outcome ? reject(outcome.fault) : resolve(outcome));
      queue.push({ task, settle });
      if (queue.length === 1 && !isUnderWay) setImmediate(next);
    });
  }

  const write = async (steps: readonly Step[], together: boolean): Promise<Answer> =>
    (await wait({ together, calls: steps.map(callOf) })).answer;

  return {
    async commit(decision) {
      const { answer, headHash = "" } = await wait({ decision });
      return answer === "done" ? { answer, headHash } : { answer };
    },
    run: async (steps) => await write(steps, false),
    runTaken: takingAlone(),
    runTogether: async (steps) => await write(steps, true),
    ask: async (text, values) =>
      (await wait({ together: false, isAsked: true, calls: [{ text, values }] })).rows ?? [],
    drain: async () =>
      await new Promise((resolve) => {
        drained.push(resolve);
        next();
      }),
  };
}

const unanswered: Outcome = { fault: new Error("A batch came back without an answer for each task.") };

/** Batches in this thread: asked and done in one call. */
export function writeHere(run: RunBatch): Commit {
  return (batch, before, done) => {
    let result: readonly Outcome[] | Error;
    try {
      result = run(batch, before);
    } catch (error) {
      result = asError(error);
    }
    done(result);
  };
}
