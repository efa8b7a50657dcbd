/**
 * Cases that hold some words. The index of words (words.ts) names candidates, `like` decides (filter.ts): the hits are
 * those of `like` alone. On PostgreSQL the planner weighs both; SQLite is told which way to go.
 */
import { and, eq, gte, sql, type SQL } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { Scope } from "../server/domain/permit.ts";
import { type Base, countOf } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import type { CaseFilter } from "./store.ts";
import { gramsAsked } from "./words.ts";

/** How to look for the words of a filter. */
export interface Search {
  /** Few cases hold them: all of these are looked at. Asks the index; absent where nothing is known to be gained. */
  readonly narrow: () => Promise<SQL | undefined>;
  /** Candidates in place of the table of cases (SQLite). */
  readonly walk: Walk | null;
}

/** `from case_grams cross join case_words cross join cases`, in this order: the words first, then their cases. */
export interface Walk {
  readonly from: SQL;
  readonly matches: SQL | undefined;
  /** Rises with every case that was taken in; no two have the same. */
  readonly place: SQL<number>;
  /** A single character stands in many cases, whose names the index has to put in order first. */
  readonly isOfMany: boolean;
  /** Rather than walking the cases themselves. Asks the index only where it is not known. */
  readonly isShorter: () => Promise<boolean>;
}

/** As many candidates are looked at one by one. */
const FEW = 1000;

const nothingAsked: Search = { narrow: async () => await Promise.resolve(undefined), walk: null };

/** @returns nothing to use for a filter without words. */
export function searchFor(base: Base, scope: Scope, filter: CaseFilter): Search {
  const { words } = filter;
  if (words === undefined || words === "") return nothingAsked;
  const { cases, caseWords } = base.tables;
  if (base.engine === "postgres") {
    const { grams, caseId } = caseWords;
    const narrow = sql`${cases.id} in (select ${caseId} from ${caseWords} where ${grams} @@ ${tsQuery(words)}::tsquery)`;
    return { ...nothingAsked, narrow: async () => await Promise.resolve(narrow) };
  }
  const matches = sql`case_grams match ${fullTextQuery(words)}`;
  const named = and(matches, sql`case_words.place = case_grams.rowid`);
  const ids = sql`select ${caseWords.caseId} from case_grams cross join ${caseWords} where ${named}`;
  const isOfOpen = filter.states?.every(isOpen) ?? false;
  // Candidates from before the oldest open case need not be read
  const isOpenSince = gte(
    caseWords.caseId,
    sql`(select ${cases.id} from ${cases} where ${isOpenRow(base.tables)} order by ${cases.id} limit 1)`,
  );
  let known: Promise<boolean> | null = null;
  // Open cases that are fewer than the candidates are rather read themselves
  const few = async () =>
    (known ??= areFew(base, matches, isOfOpen ? Math.min(FEW, await openCases(base)) : FEW));
  return {
    narrow: async () => ((await few()) ? sql`${cases.id} in (${ids})` : undefined),
    walk: {
      from: sql`case_grams`,
      matches: and(named, isOfOpen ? isOpenSince : undefined, eq(cases.id, caseWords.caseId)),
      place: sql<number>`case_grams.rowid`,
      isOfMany: gramsAsked(words).beginning !== null && !isOfOpen,
      isShorter: async () => (scope.kind !== "case" && !isOfOpen) || (await few()),
    },
  };
}

async function areFew({ db }: Base, match: SQL, few: number): Promise<boolean> {
  const found = await db
    .select({ n: sql<number>`count(*)` })
    .from(sql`(select 1 from case_grams where ${match} limit ${few + 1}) as found`);
  return (found[0]?.n ?? 0) <= few;
}

async function openCases({ db, tables }: Base): Promise<number> {
  const [row] = await db.select({ n: countOf() }).from(tables.cases).where(isOpenRow(tables));
  return row?.n ?? 0;
}

function fullTextQuery(words: string): string {
  const { all, beginning } = gramsAsked(words);
  return beginning === null ? all.join(" ") : `${beginning}*`;
}

function tsQuery(words: string): string {
  const { all, beginning } = gramsAsked(words);
  return beginning === null ? all.join(" & ") : `${beginning}:*`;
}
