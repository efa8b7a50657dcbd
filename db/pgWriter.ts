/** PostgreSQL: one transaction per plan; several processes may write at once and the version check sorts them out. */
import { sql } from "drizzle-orm";
import type { Base, Db } from "./db.ts";
import type { Tables } from "./tables.ts";
import type { Writer } from "./writer.ts";
import { queryOf, type Step } from "./writes.ts";

/** Runs work in a transaction and rolls back when it throws. */
export type Transact = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

export function createPgWriter(transact: Transact, tables: Tables): Writer {
  return {
    run: async (steps) => await transact(async (db) => await runSteps({ db, tables }, steps)),
    async runTogether(steps) {
      try {
        return await transact(async (db) => {
          const answer = await runSteps({ db, tables }, steps);
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

async function runSteps(base: Base, steps: readonly Step[]): ReturnType<Writer["run"]> {
  for (const step of steps) {
    const touched = await queryOf(base, step)
      .returning({ touched: sql`1` })
      .execute();
    if (step.orElse !== undefined && Array.isArray(touched) && touched.length === 0) return step.orElse;
  }
  return "done";
}
