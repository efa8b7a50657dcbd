/** PostgreSQL: one transaction per plan; several processes may write at once and the version check sorts them out. */
import { sql } from "drizzle-orm";
import type { Base, Db } from "./db.ts";
import type { Writer } from "./writer.ts";
import { queryOf, type Step } from "./writes.ts";

/** Any number, the same in every process. */
const RECORD_LOCK = 7_400_102;

/** Runs work in a transaction and rolls back when it throws. */
export type Transact = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

export function createPgWriter(transact: Transact, base: Omit<Base, "db">): Writer {
  return {
    run: async (steps) => await transact(async (db) => await runSteps({ ...base, db }, steps)),
    async runTogether(steps) {
      try {
        return await transact(async (db) => {
          const answer = await runSteps({ ...base, db }, steps);
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

/** Entries come last, behind a lock: their places have no gaps and follow the order of commits. */
async function runSteps(base: Base, steps: readonly Step[]): ReturnType<Writer["run"]> {
  const entries = steps.filter(isEntry);
  const answer = await runInOrder(
    base,
    steps.filter((step) => !isEntry(step)),
  );
  if (answer !== "done" || entries.length === 0) return answer;
  await base.db.select({ locked: sql`pg_advisory_xact_lock(${RECORD_LOCK})` }).from(sql`(values (1)) as one`);
  return await runInOrder(base, entries);
}

function isEntry({ write }: Step): boolean {
  return write === "addEntry" || write === "addRowEntry";
}

async function runInOrder(base: Base, steps: readonly Step[]): ReturnType<Writer["run"]> {
  for (const step of steps) {
    const touched = await queryOf(base, step)
      .returning({ touched: sql`1` })
      .execute();
    if (step.orElse !== undefined && Array.isArray(touched) && touched.length === 0) return step.orElse;
  }
  return "done";
}
