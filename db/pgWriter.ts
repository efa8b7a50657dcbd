/**
 * PostgreSQL: group commit without a timer, as on SQLite (sqliteWriter.ts). Plans that arrive while others are written wait and
 * share one transaction. Several processes may write at once; the version check sorts them out.
 */
import type { Base } from "./db.ts";
import { createPgBatch, type Line, type PgCall } from "./pgBatch.ts";
import { planFor } from "./plan.ts";
import { answeredAs, isPlan, planned, takingAlone, unanswered } from "./taking.ts";
import { type Answer, asError, type Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

/** Runs work in a durable transaction of its own and rolls back when it throws. */
export type Transact = <T>(work: (line: Line, lock: Lock) => Promise<T>) => Promise<T>;

/** @returns the ids of the rows that it locked until the transaction ends. */
export type Lock = (call: PgCall) => Promise<readonly string[]>;

const BATCH_LIMIT = 128;

/** So many batches are under way at once: one is decided on and sent while the other waits for the disk. */
const LANES = 2;

/** What waits is shared among the lanes that are free, since all at once would leave one side idle; fewer go together. */
const WORTH_A_LANE = 8;

interface Waiting {
  readonly steps: readonly Step[];
  readonly settle: (answer: Answer | Error) => void;
}

/** @param isAlone no other process can be on the database. */
export function createPgWriter(
  transact: Transact,
  base: Base,
  { isAlone }: { readonly isAlone: boolean },
): Writer {
  const batches = createPgBatch(base);
  let queue: Waiting[] = [];
  let lanes = 0;

  async function work(): Promise<void> {
    const share = Math.ceil(queue.length / (LANES - lanes));
    const size = Math.min(BATCH_LIMIT, Math.max(WORTH_A_LANE, share));
    const batch = queue.slice(0, size);
    queue = queue.slice(size);
    lanes += 1;
    const answers = await written(batch.map(({ steps }) => steps));
    lanes -= 1;
    for (const [at, { settle }] of batch.entries()) settle(answers[at] ?? unanswered);
    next();
  }

  function next(): void {
    while (lanes < LANES && queue.length > 0) void work();
  }

  /** Never throws: each plan is answered, with an error where it could not be written. */
  async function written(plans: readonly (readonly Step[])[]): Promise<readonly (Answer | Error)[]> {
    try {
      await transact(async (line) => await line(batches.hopefully(plans), "last"));
      return plans.map(() => "done");
    } catch (error) {
      // Some first step found no row, or some plan is bad
      return isTakenBack(error) ? await askingFirst(plans) : plans.map(() => asError(error));
    }
  }

  async function askingFirst(plans: readonly (readonly Step[])[]): Promise<readonly (Answer | Error)[]> {
    try {
      return await transact(async (line) => await batches.together(plans, line));
    } catch (error) {
      const [, second] = plans;
      // One bad plan spoils the transaction of all: each is written again for itself, and the bad one is told
      if (second === undefined || !isTakenBack(error)) return plans.map(() => asError(error));
      const answers: (Answer | Error)[] = [];
      for (const plan of plans) answers.push(...(await askingFirst([plan])));
      return answers;
    }
  }

  const run: Writer["run"] = async (steps) =>
    await new Promise((resolve, reject) => {
      const settle = (answer: Answer | Error) => (answer instanceof Error ? reject(answer) : resolve(answer));
      queue.push({ steps, settle });
      if (queue.length === 1) setImmediate(next);
    });

  /** The rows stay locked while it is decided what follows, so that the plans find them as they were read. */
  const takeLocked: Writer["runTaken"] = async ({ look, lock: locking, stepsFor }, decide) => {
    if ((await look()).length === 0) return [];
    let made: readonly (readonly Step[] | Error)[] | null = null;
    const plans = () => (made ?? []).filter(isPlan);
    try {
      await transact(async (line, lock) => {
        const ids = await lock(locking);
        if (ids.length === 0) return;
        made = await planned(await decide(ids), stepsFor);
        if (plans().length > 0) await line(batches.hopefully(plans(), "locked"), "last");
      });
    } catch (error) {
      if (made === null || !isTakenBack(error)) throw error;
      // Nothing is locked any more: from here on the version alone keeps a plan from being written twice
      return answeredAs(made, await askingFirst(plans()));
    }
    return answeredAs(
      made ?? [],
      plans().map(() => "done"),
    );
  };

  return {
    async commit(decision) {
      const { steps, headHash } = planFor(decision);
      const answer = await run(steps);
      return answer === "done" ? { answer, headHash } : { answer };
    },
    run,
    runTaken: isAlone ? takingAlone() : takeLocked,
    async runTogether(steps) {
      try {
        return await transact(async (line) => {
          const answer = await batches.inOrder(steps, line);
          if (answer !== "done") throw new Undo(answer);
          return answer;
        });
      } catch (error) {
        if (error instanceof Undo) return error.answer;
        throw error;
      }
    },
  };
}

/** Thrown to roll the transaction back: earlier plans of several have written already. */
class Undo extends Error {
  readonly answer: "stale" | "duplicate";

  constructor(answer: "stale" | "duplicate") {
    super(answer);
    this.answer = answer;
  }
}

/**
 * Whether the server itself refused a statement, so that nothing of the transaction stands. A line that broke may have broken
 * behind the commit: writing again could meet its own rows.
 */
function isTakenBack(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^[0-9A-Z]{5}$/u.test(code) && !/^(?:08|53|57|58|XX)/u.test(code);
}
