/**
 * Cases that hold some words. The index of words (words.ts) names candidates, `like` decides (filter.ts): the hits are
 * those of `like` alone. On PostgreSQL the planner weighs both; SQLite is told which way to go.
 */
import { and, eq, sql, type SQL } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { Scope } from "../server/domain/permit.ts";
import type { Base } from "./db.ts";
import type { CaseFilter } from "./store.ts";
import { gramsAsked } from "./words.ts";

/** How to look for the words of a filter. */
export interface Search {
  /** Few cases hold them: all of these are looked at. Absent where nothing is known to be gained. */
  readonly narrow?: SQL | undefined;
  /** Candidates in place of the table of cases (SQLite). */
  readonly walk?: Walk | undefined;
}

/** `from case_grams cross join case_words cross join cases`, in this order: the words first, then their cases. */
export interface Walk {
  readonly from: SQL;
  readonly matches: SQL | undefined;
  /** Rises with every case that was taken in; no two have the same. */
  readonly place: SQL<number>;
  /** Rather than walking the cases themselves. */
  readonly isShorter: boolean;
}

/** As many candidates are looked at one by one. */
const FEW = 1000;

/** @returns nothing to use for a filter without words. */
export async function searchFor(base: Base, scope: Scope, filter: CaseFilter): Promise<Search> {
  const { words } = filter;
  if (words === undefined || words === "") return {};
  const { cases, caseWords } = base.tables;
  if (base.engine === "postgres") {
    const { grams, caseId } = caseWords;
    return {
      narrow: sql`${cases.id} in (select ${caseId} from ${caseWords} where ${grams} @@ ${tsQuery(words)}::tsquery)`,
    };
  }
  const matches = sql`case_grams match ${fullTextQuery(words)}`;
  const few = await areFew(base, matches);
  const named = and(matches, sql`case_words.place = case_grams.rowid`);
  const ids = sql`select ${caseWords.caseId} from case_grams cross join ${caseWords} where ${named}`;
  return {
    narrow: few ? sql`${cases.id} in (${ids})` : undefined,
    walk: {
      from: sql`case_grams`,
      matches: and(named, eq(cases.id, caseWords.caseId)),
      place: sql<number>`case_grams.rowid`,
      isShorter: few || isWide(scope, filter),
    },
  };
}

/** Of open cases alone there are not so many. */
function isWide(scope: Scope, { states }: CaseFilter): boolean {
  return scope.kind !== "case" && !(states?.every(isOpen) ?? false);
}

async function areFew({ db }: Base, match: SQL): Promise<boolean> {
  const found = await db
    .select({ n: sql<number>`count(*)` })
    .from(sql`(select 1 from case_grams where ${match} limit ${FEW + 1}) as found`);
  return (found[0]?.n ?? 0) <= FEW;
}

function fullTextQuery(words: string): string {
  const { all, beginning } = gramsAsked(words);
  return beginning === null ? all.join(" ") : `${beginning}*`;
}

function tsQuery(words: string): string {
  const { all, beginning } = gramsAsked(words);
  return beginning === null ? all.join(" & ") : `${beginning}:*`;
}
