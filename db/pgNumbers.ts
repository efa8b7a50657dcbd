/** Running numbers on PostgreSQL, of which several processes draw: those asked for together are drawn together. */
import { sql } from "drizzle-orm";
import type { Base } from "./db.ts";

/** @returns draws the next number under a name, from 1. */
export function createPgNumbers(base: Base): (name: string) => Promise<number> {
  const waiting = new Map<string, Asking[]>();

  async function draw(name: string): Promise<void> {
    for (let asked = waiting.get(name) ?? []; asked.length > 0; asked = waiting.get(name) ?? []) {
      waiting.set(name, []);
      try {
        const last = await add(base, name, asked.length);
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

/** @returns the last of so many new numbers. */
async function add({ db, tables: { counters } }: Base, name: string, count: number): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ name, n: count })
    .onConflictDoUpdate({ target: counters.name, set: { n: sql`${counters.n} + ${count}` } })
    .returning({ n: counters.n });
  if (!row) throw new Error(`Counter ${name} gave no number.`);
  return row.n;
}
