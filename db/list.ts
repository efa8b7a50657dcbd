/** Pages of the worklist by keyset: the cursor is the key of the last row seen, so no page costs more than another. */
import { and, asc, type Column, desc, eq, gt, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { CaseRow } from "./caseRow.ts";
import { type Base, rowReader } from "./db.ts";
import type { Scope } from "../server/domain/permit.ts";
import { filterCondition, handBranches, isOpenRow } from "./filter.ts";
import { idsBy, scopeCondition, scopeWays, type Way } from "./scope.ts";
import { searchFor, type Walk } from "./search.ts";
import type { CaseFilter, CasePage, CaseQueries, ListedCase, Page } from "./store.ts";

export function listCases(base: Base): CaseQueries["list"] {
  const newest = newestCases(base);
  const newestFound = newestWithWords(base);
  const earliestDue = earliestDueCases(base);
  return async (scope, filter, page, now) => {
    const { narrow, walk } = searchFor(base, scope, filter);
    const told = filterCondition(base.tables, filter, now);
    // Whose hands: said by the ways already, and not said twice
    const { hands: _, ...others } = filter;
    const rest = filterCondition(base.tables, others, now);
    const ways = waysOf(base.tables, scope, filter);
    if (walk?.isOfMany && page.sort === "newest" && placeIn(page.after) === null) {
      const lately = await newest(ways, rest, { ...page, among: LATELY });
      if (lately.length > page.limit) return pageOf(lately, page);
    }
    if (walk && page.sort === "newest" && (await isWalked(page, walk)))
      return await newestFound(walk, { page, where: and(scopeCondition(base.tables, scope), told) });
    const found = await narrow();
    if (page.sort === "due") {
      const where = and(scopeCondition(base.tables, scope), told, found);
      return pageOf(await earliestDue(where, page), page);
    }
    return pageOf(await newest(ways, and(rest, found), page), page);
  };
}

/** So many of the newest cases are read in a moment. */
const LATELY = 2000;

/** What is in somebody's hands is little, whoever asks; everything else is found by the scope. */
function waysOf(tables: Base["tables"], scope: Scope, { hands, states }: CaseFilter): readonly Way[] {
  if (hands === undefined) return scopeWays(tables, scope, states?.every(isOpen) ? "open" : "all");
  const isInScope = scopeCondition(tables, scope);
  return handBranches(tables, hands).map((branch) => ({ is: and(branch, isInScope), party: null }));
}

export type ListedRow = Pick<CaseRow, keyof ListedCase>;

export function listed({ cases }: Base["tables"]): Pick<Base["tables"]["cases"], keyof ListedCase> {
  const { id, number, version, state, channel, reportedAt, reportedBy, updatedAt, text, address } = cases;
  const { itemCode, urgency, townshipCode, cellCode, leadUnit, holder, desk, confidential } = cases;
  const { returns, reworks, urges, missed, warnAt, dueAt, severeAt, dueBy, rules } = cases;
  const told = { id, number, version, state, channel, reportedAt, reportedBy, updatedAt, text, address };
  const judged = { itemCode, urgency, townshipCode, cellCode, leadUnit, holder, desk, confidential };
  return { ...told, ...judged, returns, reworks, urges, missed, warnAt, dueAt, severeAt, dueBy, rules };
}

/** Into the fresh row, whose last column goes without a trace: a copy of so many columns would be felt. */
export function caseOf(row: ListedRow): ListedCase {
  const listedCase: Partial<Record<"rules", unknown>> = row;
  row.desk ??= [];
  if (row.rules === null) delete listedCase.rules;
  return row as ListedCase;
}

interface NewestPage extends Page {
  /** Only so many of the county's cases are looked through, whoever asks. */
  readonly among?: number;
}

/**
 * Ids rise with time, so the newest case has the highest id. Of each way in which a case may be meant the newest ids are
 * looked up, and only the rows of the page are read.
 */
function newestCases({ db, engine, tables }: Base) {
  const { cases } = tables;
  const read = rowReader<ListedRow>(engine);
  return async (
    ways: readonly Way[],
    rest: SQL | undefined,
    { limit: shown, after, among }: NewestPage,
  ): Promise<readonly ListedRow[]> => {
    const limit = shown + 1;
    const isAfter = (id: Column) => (after === null ? undefined : lt(id, after));
    const lastOf = (amount: number) =>
      sql`coalesce((select ${cases.id} from ${cases} where ${isAfter(cases.id) ?? sql`true`} order by ${desc(cases.id)} limit 1 offset ${amount}), '')`;
    const isMeant = (id: Column) => and(isAfter(id), among === undefined ? undefined : gt(id, lastOf(among)));
    // Written out: a builder for each way would cost as much as its answer
    const newestOf = (way: Way): SQL =>
      sql`select newest.id from (${idsBy(tables, way, (id) => ({
        where: and(rest, isMeant(id)),
        tail: sql`order by ${desc(id)} limit ${limit}`,
      }))}) as newest`;
    const [only] = ways;
    const where =
      only && ways.length === 1 && only.party === null
        ? and(only.is, rest, isMeant(cases.id))
        : isOneOf(cases.id, ways.map(newestOf));
    return await read(
      db.select(listed(tables)).from(cases).where(where).orderBy(desc(cases.id)).limit(limit),
    );
  };
}

function isOneOf(id: Column, found: readonly SQL[]): SQL {
  return found.length === 0 ? sql`false` : sql`${id} in (${sql.join([...found], sql` union `)})`;
}

/** Cases with some words as they were taken in, the latest first; the cursor is the place of the last one. */
function newestWithWords({ db, engine, tables }: Base) {
  const read = rowReader<{ readonly found: ListedRow; readonly place: number }>(engine);
  return async (
    { from, matches, place }: Walk,
    { page, where }: { readonly page: Page; readonly where: SQL | undefined },
  ): Promise<CasePage> => {
    const after = placeIn(page.after);
    const found = await read(
      db
        .select({ found: listed(tables), place })
        .from(from)
        .crossJoin(tables.caseWords)
        .crossJoin(tables.cases)
        .where(and(matches, after === null ? undefined : lt(place, after), where))
        .orderBy(desc(place))
        .limit(page.limit + 1),
    );
    const rows = found.slice(0, page.limit);
    const last = rows.at(-1);
    return {
      rows: rows.map(({ found: row }) => caseOf(row)),
      next: found.length > page.limit && last ? `${PLACE}${last.place}` : null,
    };
  };
}

/** Whoever began at places goes on at places. */
async function isWalked({ after }: Page, { isShorter }: Walk): Promise<boolean> {
  return after === null ? await isShorter() : placeIn(after) !== null;
}

const PLACE = "place-";

function placeIn(cursor: string | null): number | null {
  return cursor?.startsWith(PLACE) ? Number(cursor.slice(PLACE.length)) || 0 : null;
}

/** Open cases only: bounded by what is under way, however old the county's archive. */
function earliestDueCases({ db, engine, tables }: Base) {
  const { cases } = tables;
  const read = rowReader<ListedRow>(engine);
  return async (where: SQL | undefined, page: Page): Promise<readonly ListedRow[]> =>
    await read(
      db
        .select(listed(tables))
        .from(cases)
        .where(and(isOpenRow(tables), isNotNull(cases.dueAt), where, afterDue(tables, page.after)))
        .orderBy(asc(cases.dueAt), asc(cases.id))
        .limit(page.limit + 1),
    );
}

/** A cursor that is none begins at the beginning. */
function afterDue({ cases }: Base["tables"], cursor: string | null): SQL | undefined {
  const [, dueAt, id] = /^(\d{1,15})\.(.+)$/u.exec(cursor ?? "") ?? [];
  if (dueAt === undefined || id === undefined) return undefined;
  const due = Number(dueAt);
  return or(gt(cases.dueAt, due), and(eq(cases.dueAt, due), gt(cases.id, id)));
}

function pageOf(found: readonly ListedRow[], page: Page): CasePage {
  const rows = found.slice(0, page.limit).map(caseOf);
  const last = rows.at(-1);
  return { rows, next: found.length > page.limit && last ? cursorOf(last, page) : null };
}

function cursorOf(last: ListedCase, page: Page): string {
  return page.sort === "due" ? `${last.dueAt}.${last.id}` : last.id;
}
