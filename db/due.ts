/** The sweeps' questions, the same about cases and about calls: which must be looked at, and what follows for them. */
import { and, asc, eq, isNotNull, lte, min, sql } from "drizzle-orm";
import { binderOf } from "./compile.ts";
import { type Base, prepared, skippingLocked, slot } from "./db.ts";
import type { DueQueries, Stored } from "./store.ts";
import type { Tables } from "./tables.ts";
import type { Answer, Taking, Writer } from "./writer.ts";

export interface Swept<Made> extends Pick<Taking<Made>, "stepsFor" | "write"> {
  readonly table: Tables["cases"] | Tables["calls"];
  /** Names its statements. */
  readonly name: string;
}

export function createDue<Made>(
  base: Base,
  writer: Writer,
  { table, name, stepsFor, write }: Swept<Made>,
): DueQueries<Made> {
  const { db } = base;
  const { id, sweepAt } = table;
  const longestDue = () =>
    db
      .select({ id })
      .from(table)
      .where(and(isNotNull(sweepAt), lte(sweepAt, slot("now"))))
      .orderBy(asc(sweepAt), asc(id))
      .limit(sql.placeholder("limit"));
  const due = prepared(`${name}_to_sweep`, longestDue());
  const locking = skippingLocked(base, longestDue()).toSQL();
  const bind = binderOf(locking.params);
  const earliest = prepared(
    `next_look_at_${name}`,
    db
      .select({ at: min(sweepAt) })
      .from(table)
      .where(isNotNull(sweepAt)),
  );

  return {
    async takeDue(now, limit, decide) {
      const asked = { now, limit };
      const taking: Taking<Made> = {
        look: async () => (await due(asked)).map((row) => row.id),
        lock: { name: `${name}_to_take`, text: locking.sql, values: bind(asked) },
        stepsFor,
        write,
      };
      return (await writer.runTaken(taking, decide)).map(storedAs);
    },
    nextLook: async () => (await earliest())[0]?.at ?? null,
    async putOff(one, until) {
      await db
        .update(table)
        .set({ sweepAt: until })
        .where(and(eq(id, one), isNotNull(sweepAt)))
        .returning({ id });
    },
  };
}

function storedAs(answer: Answer | Error): Stored {
  if (answer === "done") return "committed";
  return answer === "stale" || answer instanceof Error ? answer : new Error(`It was answered ${answer}.`);
}
