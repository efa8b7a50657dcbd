/** Open cases at a glance: counts for tabs and tiles, pins for the map. */
import { and, asc, between, desc, isNotNull, isNull, sql } from "drizzle-orm";
import type { Lamp } from "../server/domain/clock.ts";
import { type Base, countOf } from "./db.ts";
import { filterCondition, isOpenRow, lampColumn } from "./filter.ts";
import { scopeCondition } from "./scope.ts";
import type { Box, CaseCounts, CaseQueries } from "./store.ts";

export function caseCounts({ db, tables }: Base): CaseQueries["counts"] {
  const { cases } = tables;
  return async (scope, filter, now) => {
    const lamp = lampColumn(tables, now).as("lamp");
    const rows = await db
      .select({ state: cases.state, lamp, n: countOf() })
      .from(cases)
      .where(and(isOpenRow(tables), scopeCondition(tables, scope), filterCondition(tables, filter, now)))
      .groupBy(cases.state, sql`lamp`);
    return summed(rows);
  };
}

/** The archive grows for ever: looking stops at `most` rows, so that no question costs more than that. */
export function archiveCounts({ db, tables }: Base): CaseQueries["archiveCounts"] {
  const { cases } = tables;
  return async (scope, filter, now, most) => {
    const some = db
      .select({ state: cases.state })
      .from(cases)
      .where(and(scopeCondition(tables, scope), filterCondition(tables, filter, now)))
      .limit(most + 1)
      .as("some");
    const rows = await db.select({ state: some.state, n: countOf() }).from(some).groupBy(some.state);
    const total = rows.reduce((all, { n }) => all + n, 0);
    const byState = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    return { byState, total: Math.min(total, most), more: total > most };
  };
}

export function casePins({ db, tables }: Base): CaseQueries["pins"] {
  const { cases } = tables;
  const { id, number, state, text, address, itemCode, cellCode, holder, warnAt, dueAt, severeAt, dueBy } =
    cases;
  const row = {
    id,
    number,
    state,
    text,
    address,
    itemCode,
    cellCode,
    holder,
    warnAt,
    dueAt,
    severeAt,
    dueBy,
  };
  const lng = sql<number>`${cases.lng}`;
  const lat = sql<number>`${cases.lat}`;
  return async (scope, filter, { box, limit, now, sort }) =>
    await db
      .select({ ...row, lng, lat })
      .from(cases)
      .where(and(insideBox(tables, box), scopeCondition(tables, scope), filterCondition(tables, filter, now)))
      .orderBy(...(sort === "due" ? [isNull(dueAt), asc(dueAt), asc(id)] : [desc(cases.updatedAt), desc(id)]))
      .limit(limit);
}

export function casePoints({ db, tables }: Base): CaseQueries["points"] {
  const { cases } = tables;
  const lng = sql<number>`${cases.lng}`;
  const lat = sql<number>`${cases.lat}`;
  const { number, itemCode, reportedAt, id } = cases;
  return async (scope, filter, { limit, now }) =>
    await db
      .select({ lng, lat, number, itemCode, lamp: lampColumn(tables, now) })
      .from(cases)
      .where(and(isNotNull(cases.lng), scopeCondition(tables, scope), filterCondition(tables, filter, now)))
      .orderBy(desc(reportedAt), desc(id))
      .limit(limit);
}

function insideBox({ cases }: Base["tables"], box: Box) {
  return and(
    isNotNull(cases.lng),
    between(cases.lng, box.west, box.east),
    between(cases.lat, box.south, box.north),
  );
}

type Row = { readonly state: keyof CaseCounts["byState"]; readonly lamp: Lamp | null; readonly n: number };

function summed(rows: readonly Row[]): CaseCounts {
  const byState: { -readonly [S in Row["state"]]?: number } = {};
  const byLamp = { green: 0, amber: 0, red: 0, severe: 0 };
  let total = 0;
  for (const { state, lamp, n } of rows) {
    byState[state] = (byState[state] ?? 0) + n;
    if (lamp !== null) byLamp[lamp] += n;
    total += n;
  }
  return { byState, byLamp, total };
}
