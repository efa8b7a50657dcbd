/** Pages of the worklist by keyset: the cursor is the key of the last row seen, so no page costs more than another. */
import { and, asc, desc, eq, gt, isNotNull, lt, or, type SQL } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { CaseRow } from "./caseRow.ts";
import type { Base } from "./db.ts";
import type { Scope } from "../server/domain/permit.ts";
import { filterCondition, handBranches, isOpenRow } from "./filter.ts";
import { scopeBranches, scopeCondition } from "./scope.ts";
import { searchFor, type Walk } from "./search.ts";
import type { CaseFilter, CasePage, CaseQueries, ListedCase, Page } from "./store.ts";

export function listCases(base: Base): CaseQueries["list"] {
  return async (scope, filter, page, now) => {
    const search = await searchFor(base, scope, filter);
    const told = filterCondition(base.tables, filter, now);
    const { walk } = search;
    if (walk && page.sort === "newest" && isWalked(page, walk))
      return await newestFound(base, walk, { page, where: and(scopeCondition(base.tables, scope), told) });
    const conditions = and(told, search.narrow);
    if (page.sort === "due") {
      const where = and(scopeCondition(base.tables, scope), conditions);
      return pageOf(await earliestDue(base, where, page), page);
    }
    const branches = branchesOf(base.tables, scope, filter);
    const found = await Promise.all(branches.map((branch) => newest(base, and(branch, conditions), page)));
    return pageOf(mergeNewest(found), page);
  };
}

/** What is in somebody's hands is little, whoever asks; everything else is found by the scope. */
function branchesOf(
  tables: Base["tables"],
  scope: Scope,
  { hands, states }: CaseFilter,
): readonly (SQL | undefined)[] {
  if (hands === undefined) return scopeBranches(tables, scope, states?.every(isOpen) ? "open" : "all");
  return handBranches(tables, hands).map((branch) => and(branch, scopeCondition(tables, scope)));
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

export function caseOf(row: ListedRow): ListedCase {
  const { rules, ...told } = row;
  return { ...told, desk: row.desk ?? [], ...(rules === null ? {} : { rules }) };
}

/** Ids rise with time, so the newest case has the highest id. */
async function newest({ db, tables }: Base, where: SQL | undefined, page: Page): Promise<ListedRow[]> {
  const { cases } = tables;
  const after = page.after === null ? undefined : lt(cases.id, page.after);
  return await db
    .select(listed(tables))
    .from(cases)
    .where(and(where, after))
    .orderBy(desc(cases.id))
    .limit(page.limit + 1);
}

/** Cases with some words as they were taken in, the latest first; the cursor is the place of the last one. */
async function newestFound(
  { db, tables }: Base,
  { from, matches, place }: Walk,
  { page, where }: { readonly page: Page; readonly where: SQL | undefined },
): Promise<CasePage> {
  const after = placeIn(page.after);
  const found = await db
    .select({ found: listed(tables), place })
    .from(from)
    .crossJoin(tables.caseWords)
    .crossJoin(tables.cases)
    .where(and(matches, after === null ? undefined : lt(place, after), where))
    .orderBy(desc(place))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ found: row }) => caseOf(row)),
    next: found.length > page.limit && last ? `${PLACE}${last.place}` : null,
  };
}

/** Whoever began at places goes on at places. */
function isWalked({ after }: Page, { isShorter }: Walk): boolean {
  return after === null ? isShorter : placeIn(after) !== null;
}

const PLACE = "place-";

function placeIn(cursor: string | null): number | null {
  return cursor?.startsWith(PLACE) ? Number(cursor.slice(PLACE.length)) || 0 : null;
}

/** Open cases only: bounded by what is under way, however old the county's archive. */
async function earliestDue({ db, tables }: Base, where: SQL | undefined, page: Page): Promise<ListedRow[]> {
  const { cases } = tables;
  return await db
    .select(listed(tables))
    .from(cases)
    .where(and(isOpenRow(tables), isNotNull(cases.dueAt), where, afterDue(tables, page.after)))
    .orderBy(asc(cases.dueAt), asc(cases.id))
    .limit(page.limit + 1);
}

/** A cursor that is none begins at the beginning. */
function afterDue({ cases }: Base["tables"], cursor: string | null): SQL | undefined {
  const [, dueAt, id] = /^(\d{1,15})\.(.+)$/u.exec(cursor ?? "") ?? [];
  if (dueAt === undefined || id === undefined) return undefined;
  const due = Number(dueAt);
  return or(gt(cases.dueAt, due), and(eq(cases.dueAt, due), gt(cases.id, id)));
}

/** A case may be in scope in two ways: it is listed once. */
function mergeNewest(found: readonly (readonly ListedRow[])[]): readonly ListedRow[] {
  if (found.length === 1) return found[0] ?? [];
  const rowById = new Map(found.flat().map((row) => [row.id, row]));
  return [...rowById.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}

function pageOf(found: readonly ListedRow[], page: Page): CasePage {
  const rows = found.slice(0, page.limit).map(caseOf);
  const last = rows.at(-1);
  return { rows, next: found.length > page.limit && last ? cursorOf(last, page) : null };
}

function cursorOf(last: ListedCase, page: Page): string {
  return page.sort === "due" ? `${last.dueAt}.${last.id}` : last.id;
}
