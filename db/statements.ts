/** Statements that drizzle builds anew each time are parsed once: the same text finds the one that was parsed before. */
import type { Database, Statement } from "better-sqlite3";

/** Texts that differ in the number of their values (`in (?, ?, …)`) come and go; those in use stay. */
const MOST = 500;

/**
 * The connection as drizzle is to see it. For queries whose rows are all read before the next one runs, as drizzle's
 * are; a statement that is being walked through could not be shared.
 */
export function remembering(sqlite: Database): Database {
  const known = new Map<string, Statement>();
  const prepare = (text: string): Statement => {
    const statement = known.get(text) ?? sqlite.prepare(text);
    // The last one used stands last
    known.delete(text);
    known.set(text, statement);
    if (known.size > MOST) known.delete(known.keys().next().value ?? "");
    return statement;
  };
  return Object.create(sqlite, { prepare: { value: prepare } }) as Database;
}
