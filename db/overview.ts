/** Open cases at a glance: counts for tabs and tiles, pins for the map. */
import { and, asc, desc, isNotNull, isNull, sql } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { Lamp } from "../server/domain/clock.ts";
import { type InBox, insideBox, latestInBox } from "./boxes.ts";
import { type Base, countOf } from "./db.ts";
import { filterCondition, isOpenRow, lampColumn } from "./filter.ts";
import { scopeCondition } from "./scope.ts";
import { searchFor } from "./search.ts";
import type { CaseCounts, CaseQueries } from "./store.ts";

export function caseCounts(base: Base): CaseQueries["counts"] {
  const { db, tables } = base;
  const { cases } = tables;
  return async (scope, filter, now) => {
    const { narrow } = await searchFor(base, scope, filter);
    const lamp = lampColumn(tables, now).as("lamp");
    const rows = await db
      .select({ state: cases.state, lamp, n: countOf() })
      .from(cases)
      .where(
        and(isOpenRow(tables), scopeCondition(tables, scope), filterCondition(tables, filter, now), narrow),
      )
      .groupBy(cases.state, sql`lamp`);
    return summed(rows);
  };
}

/** The archive grows for ever: looking stops at `most` rows, so that no question costs more than that. */
export function archiveCounts(base: Base): CaseQueries["archiveCounts"] {
  const { db, tables } = base;
  const { cases } = tables;
  return async (scope, filter, now, most) => {
    const { walk, narrow } = await searchFor(base, scope, filter);
    const told = and(scopeCondition(tables, scope), filterCondition(tables, filter, now));
    const state = db.select({ state: cases.state });
    const found = walk?.isShorter
      ? state.from(walk.from).crossJoin(tables.caseWords).crossJoin(cases).where(and(walk.matches, told))
      : state.from(cases).where(and(narrow, told));
    const some = found.limit(most + 1).as("some");
    const rows = await db.select({ state: some.state, n: countOf() }).from(some).groupBy(some.state);
    const total = rows.reduce((all, { n }) => all + n, 0);
    const byState = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    return { byState, total: Math.min(total, most), more: total > most };
  };
}

export function casePins(base: Base): CaseQueries["pins"] {
  const { db, tables } = base;
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
  return async (scope, filter, { box, limit, now, sort }) => {
    const { narrow } = await searchFor(base, scope, filter);
    const told = and(scopeCondition(tables, scope), filterCondition(tables, filter, now), narrow);
    const { condition, isSorted } = await inBox();
    // An order that no index has keeps SQLite from walking all years in it
    const latest = isSorted ? sql`${cases.updatedAt} + 0 desc` : desc(cases.updatedAt);
    return await db
      .select({ ...row, lng, lat })
      .from(cases)
      .where(and(condition, told))
      .orderBy(...(sort === "due" ? [isNull(dueAt), asc(dueAt), asc(id)] : [latest, desc(id)]))
      .limit(limit);

    /** Open cases are few enough to be looked at one by one. */
    async function inBox(): Promise<InBox> {
      const isFew = filter.states?.every(isOpen) || narrow !== undefined;
      if (isFew) return { condition: insideBox(tables, box), isSorted: true };
      const isBare = scope.kind === "all" && Object.keys(filter).length === 0 && sort === undefined;
      return await latestInBox(base, box, { limit, isBare });
    }
  };
}

export function casePoints(base: Base): CaseQueries["points"] {
  const { db, tables } = base;
  const { cases } = tables;
  const lng = sql<number>`${cases.lng}`;
  const lat = sql<number>`${cases.lat}`;
  const { number, itemCode, reportedAt, id } = cases;
  return async (scope, filter, { limit, now }) => {
    const { narrow } = await searchFor(base, scope, filter);
    return await db
      .select({ lng, lat, number, itemCode, lamp: lampColumn(tables, now) })
      .from(cases)
      .where(
        and(
          isNotNull(cases.lng),
          scopeCondition(tables, scope),
          filterCondition(tables, filter, now),
          narrow,
        ),
      )
      .orderBy(desc(reportedAt), desc(id))
      .limit(limit);
  };
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
