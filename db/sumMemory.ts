/**
 * Answers from sums, kept in memory: those of a month that is over hardly change and are asked for all day. Each question
 * first asks how often sums of its months were changed; what was changed since is read again (decision 0072).
 */
import { and, gte, lte, sql } from "drizzle-orm";
import type { CountedProfile } from "../server/domain/evaluate/figure.ts";
import { type Base, prepared, slot } from "./db.ts";
import { sumsCounter } from "./sums.ts";

type Profiles = readonly CountedProfile[];

interface Kept {
  readonly turns: number;
  readonly rows: Profiles;
}

/** Rows that are kept in all, some megabytes. */
const MOST_ROWS = 20_000;

/** @returns what `read` answers, or has answered for the same key since sums of these spans were changed last. */
export function createSumMemory(base: Base, most = MOST_ROWS) {
  const turnsIn = turnsOfMonths(base);
  // The one asked for last stands last
  const known = new Map<string, Kept>();
  let rowsKept = 0;

  function forget(key: string): void {
    rowsKept -= known.get(key)?.rows.length ?? 0;
    known.delete(key);
  }

  function keep(key: string, kept: Kept): void {
    forget(key);
    known.set(key, kept);
    rowsKept += kept.rows.length;
    for (const oldest of known.keys()) {
      if (rowsKept <= most) return;
      forget(oldest);
    }
  }

  return async (key: string, spans: readonly string[], read: () => Promise<Profiles>): Promise<Profiles> => {
    // Before the rows: what is written in between is read again next time, and never taken for older than it is
    const turns = await turnsIn(spans);
    const found = known.get(key);
    const kept = found?.turns === turns ? found : { turns, rows: await read() };
    keep(key, kept);
    return kept.rows;
  };
}

/** Counters only rise, so that their sum is that of before when none was turned. */
function turnsOfMonths({ db, tables: { counters } }: Base): (spans: readonly string[]) => Promise<number> {
  const read = prepared<{ readonly turns: number }>(
    "turns_of_sums",
    db
      .select({ turns: sql`coalesce(sum(${counters.n}), 0)`.mapWith(Number) })
      .from(counters)
      .where(and(gte(counters.name, slot("from")), lte(counters.name, slot("to")))),
  );
  return async (spans) => {
    const months = spans.map((span) => span.slice(0, "2026-11".length)).sort();
    const [first = "", last = ""] = [months.at(0), months.at(-1)];
    // A tilde follows everything that a month of that year begins with
    const [row] = await read({ from: sumsCounter(first), to: sumsCounter(`${last}~`) });
    return row?.turns ?? 0;
  };
}
