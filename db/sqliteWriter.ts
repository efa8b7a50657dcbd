/**
 * Group commit without a timer: plans that arrive while others are being written wait for the next turn and share one
 * durable transaction (batch.ts). One batch is under way at a time; each plan is answered once its batch is on disk.
 */
import type { Answer, Call, Outcome, Plan, RunBatch } from "./batch.ts";
import { compile, type Compiled } from "./compile.ts";
import type { Base } from "./db.ts";
import type { Serials } from "./serials.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

const BATCH_LIMIT = 256;

/** Where batches are written: here, at once, or in another thread, later. `done` is called once. */
export type Commit = (
  batch: readonly Plan[],
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
  readonly plan: Plan;
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
      batch.map(({ plan }) => plan),
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

  async function wait(plan: Plan): Promise<Exclude<Outcome, { readonly fault: Error }>> {
    return await new Promise((resolve, reject) => {
      const settle = (outcome: Outcome) => ("fault" in outcome ? reject(outcome.fault) : resolve(outcome));
      queue.push({ plan, settle });
      if (queue.length === 1 && !isUnderWay) setImmediate(next);
    });
  }

  const write = async (steps: readonly Step[], together: boolean): Promise<Answer> =>
    (await wait({ together, calls: steps.map(callOf) })).answer;

  return {
    run: async (steps) => await write(steps, false),
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

const unanswered: Outcome = { fault: new Error("A batch came back without an answer for each plan.") };

/** Batches in this thread: asked and done in one call. */
export function writeHere(run: RunBatch): Commit {
  return (batch, before, done) => {
    let result: readonly Outcome[] | Error;
    try {
      result = run(batch, before);
    } catch (error) {
      result = error instanceof Error ? error : new Error(String(error));
    }
    done(result);
  };
}

/** Of one statement there are as many as sets of columns that decisions change: some dozens. */
const MOST_READY = 400;

/** Steps as statements with their values; each statement is compiled on first use. */
function createCompiler(base: Base): (step: Step) => Call {
  const ready = new Map<string, Compiled>();
  return (step) => {
    const name = step.only === undefined ? step.write : `${step.write} ${step.only.join()}`;
    let compiled = ready.get(name);
    if (!compiled) {
      compiled = compile(base, step, step.only);
      if (ready.size >= MOST_READY) ready.clear();
      ready.set(name, compiled);
    }
    return { text: compiled.text, values: compiled.bind(step.row), orElse: step.orElse };
  };
}
