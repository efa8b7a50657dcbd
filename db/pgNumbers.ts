/** Running numbers on PostgreSQL, of which several processes draw: those asked for together are drawn together. */
import { sql } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";

/** @returns draws the next number under a name, from 1. */
export function createPgNumbers(base: Base): (name: string) => Promise<number> {
  const waiting = new Map<string, Asking[]>();
  const add = adder(base);

  async function draw(name: string): Promise<void> {
    for (let asked = waiting.get(name) ?? []; asked.length > 0; asked = waiting.get(name) ?? []) {
      waiting.set(name, []);
      try {
        const last = await add(name, asked.length);
        for (const [at, { take }] of asked.entries()) take(last - asked.length + 1 + at);
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    waiting.delete(name);
  }

  return async (name) =>
    await new Promise((take, fail) => {
      const asked = waiting.get(name);
      if (asked) {
        asked.push({ take, fail });
        return;
      }
      waiting.set(name, [{ take, fail }]);
      setImmediate(() => void draw(name));
    });
}

interface Asking {
  readonly take: (number: number) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The last of so many new numbers. Nobody waits for the disk: what a case with such a number commits lies behind it in the log,
 * so that where the case stands the counter does.
 */
function adder({ db, tables: { counters } }: Base): (name: string, count: number) => Promise<number> {
  const many = sql<number>`${sql.placeholder("count")} + 0 * length(set_config('synchronous_commit', 'off', true))`;
  const add = prepared(
    "draw_numbers",
    db
      .insert(counters)
      .values({ name: slot("name"), n: many })
      .onConflictDoUpdate({ target: counters.name, set: { n: sql`${counters.n} + excluded.n` } })
      .returning({ n: counters.n }),
  );
  return async (name, count) => {
    const [row] = await add({ name, count });
    if (!row) throw new Error(`Counter ${name} gave no number.`);
    return row.n;
  };
}
