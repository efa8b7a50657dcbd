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
  };
}

async function runSteps(base: Base, steps: readonly Step[]): ReturnType<Writer["run"]> {
  for (const step of steps) {
    const touched = await queryOf(base, step)
      .returning({ touched: sql`1` })
      .execute();
    // Only the first step may find no row, so nothing has been written that would have to be undone.
    if (step.orElse !== undefined && Array.isArray(touched) && touched.length === 0) return step.orElse;
  }
  return "done";
}
