/**
 * What the writing connection does, in whichever thread it lives: tasks as statements with their values, several of them in
 * one BEGIN IMMEDIATE … COMMIT. One sync to disk serves them all. When a plan throws, the batch is rolled back and written
 * again with a savepoint around each plan, so that only the bad one is lost: bad plans are rare, and savepoints for all would
 * cost every case 7 %.
 */
import type { Database } from "better-sqlite3";
import type { Decision } from "../server/domain/case.ts";
import type { Planner } from "./planner.ts";
import { remembering } from "./statements.ts";
import { type Answer, asError } from "./writer.ts";

/** One statement. When it touches no row, `orElse` is the answer and the whole plan is dropped. */
export interface Call {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly orElse?: Answer | undefined;
}

export interface Plan {
  /** A later call may find no row: a savepoint undoes what was written before it. */
  readonly together: boolean;
  /** Of the one call: the rows it answers, if it does, are wanted. */
  readonly isAsked?: boolean;
  readonly calls: readonly Call[];
}

/** A decision is planned here, before the transaction begins: whoever decided has better things to do (decision 0078). */
export type Task = Plan | { readonly decision: Decision };

/** Of a decision that was written: the new head of its case. */
export type Outcome =
  | { readonly answer: Answer; readonly rows?: unknown[][]; readonly headHash?: string | undefined }
  | { readonly fault: Error };

/** @param before written first, in the same transaction. @throws when nothing of the batch could be written. */
export type RunBatch = (batch: readonly Task[], before: readonly Call[]) => readonly Outcome[];

export function createBatchRunner(sqlite: Database, planned: Planner): RunBatch {
  const known = remembering(sqlite);
  const prepare = (text: string) => known.prepare(text);
  const inTransaction = immediate(sqlite);
  const inSavepoint = savepoint(sqlite);

  const isTouched = ({ text, values }: Call): boolean =>
    // As arguments, not as one array: the driver reads those twice as fast.
    prepare(text).run(...values).changes > 0;

  function rowsOf({ text, values }: Call): unknown[][] {
    const statement = prepare(text);
    if (statement.reader) return statement.raw().all(...values) as unknown[][];
    statement.run(...values);
    return [];
  }

  function run({ calls, isAsked }: Plan): Done {
    const [first] = calls;
    if (isAsked && first) return { answer: "done", rows: rowsOf(first) };
    for (const call of calls)
      if (!isTouched(call) && call.orElse !== undefined) return { answer: call.orElse };
    return { answer: "done" };
  }

  const boldly = (plan: Plan): Outcome => (plan.together ? inSavepoint(() => run(plan)) : run(plan));

  function carefully(plan: Plan): Outcome {
    try {
      return inSavepoint(() => run(plan));
    } catch (error) {
      if (!sqlite.inTransaction || !(error instanceof Error)) throw error;
      return { fault: error };
    }
  }

  function ready(task: Task): Ready {
    if (!("decision" in task)) return { plan: task };
    try {
      const { calls, headHash } = planned(task.decision);
      return { plan: { together: false, calls }, headHash };
    } catch (error) {
      return { fault: asError(error) };
    }
  }

  return (batch, before) => {
    const tasks = batch.map(ready);
    const write = (each: (plan: Plan) => Outcome) =>
      inTransaction(() => {
        for (const call of before) isTouched(call);
        return tasks.map((task): Outcome => {
          if ("fault" in task) return task;
          const outcome = each(task.plan);
          return "fault" in outcome || task.headHash === undefined
            ? outcome
            : { ...outcome, headHash: task.headHash };
        });
      });
    try {
      return write(boldly);
    } catch {
      // Whatever it was: the careful attempt meets it again and says which plan it belongs to.
      return write(carefully);
    }
  };
}

type Ready = { readonly plan: Plan; readonly headHash?: string } | { readonly fault: Error };

type Done = Exclude<Outcome, { readonly fault: Error }>;

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
function savepoint(sqlite: Database): (work: () => Done) => Done {
  const save = sqlite.prepare("SAVEPOINT plan");
  const release = sqlite.prepare("RELEASE plan");
  const undo = sqlite.prepare("ROLLBACK TO plan");
  return (work) => {
    save.run();
    try {
      const done = work();
      if (done.answer !== "done") undo.run();
      return done;
    } catch (error) {
      if (sqlite.inTransaction) undo.run();
      throw error;
    } finally {
      if (sqlite.inTransaction) release.run();
    }
  };
}
