/** Open cases at a glance: counts for tabs and tiles, pins for the map. */
import { and, asc, type Column, desc, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { isOpen } from "../server/domain/case.ts";
import type { Instant } from "../server/domain/time.ts";
import { everInBox, insideBox, latestInBox } from "./boxes.ts";
import { type Base, countOf, rowReader } from "./db.ts";
import { filterCondition, isOpenRow, lampColumn } from "./filter.ts";
import { idsBy, scopeCondition, scopeWays, type Way } from "./scope.ts";
import { searchFor } from "./search.ts";
import type { CaseCounts, CasePin, CaseQueries } from "./store.ts";
import { askedOfScope } from "./wholeScope.ts";

export function caseCounts(base: Base): CaseQueries["counts"] {
  const { db, tables } = base;
  const { cases } = tables;
  // As the index of counts says it, in whose order states come
  const state = sql<StateCounts["state"]>`(${cases.state} || '')`;
  const counted = (told: SQL | undefined, now: Instant | SQL) =>
    db
      .select({ state, n: countOf(), ...lampCounts(tables, now) })
      .from(cases)
      .where(and(isOpenRow(tables), told))
      .groupBy(state);
  const unfiltered = askedOfScope<StateCounts>(base, "open_by_state", counted);
  const read = rowReader<StateCounts>(base.engine);
  return async (scope, filter, now) => {
    if (Object.values(filter).every((value) => value === undefined))
      return summed(await unfiltered(scope, now));
    const narrow = await searchFor(base, scope, filter).narrow();
    const told = and(scopeCondition(tables, scope), filterCondition(tables, filter, now), narrow);
    return summed(await read(counted(told, now)));
  };
}

/**
 * The archive grows for ever: looking stops at `most` rows, the newest ones, so that no question costs more than that. In
 * whichever way a case is in scope, it is found by that way's index: asked all at once, SQLite would read every case there is.
 */
export function archiveCounts(base: Base): CaseQueries["archiveCounts"] {
  const { db, tables } = base;
  const { cases } = tables;
  return async (scope, filter, now, most) => {
    const { walk, narrow } = searchFor(base, scope, filter);
    const told = filterCondition(tables, filter, now);
    const limit = most + 1;
    const states =
      walk !== null && (await walk.isShorter())
        ? sql`select ${cases.state} as state from ${walk.from} cross join ${tables.caseWords} cross join ${cases}
            where ${and(walk.matches, scopeCondition(tables, scope), told)} limit ${limit}`
        : statesBy(tables, scopeWays(tables, scope), { rest: and(await narrow(), told), limit });
    const state = sql<StateCounts["state"]>`seen.state`;
    const rows = await db
      .select({ state, n: countOf() })
      .from(sql`(${states}) as seen`)
      .groupBy(state);
    const total = rows.reduce((all, { n }) => all + n, 0);
    const byState = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    return { byState, total: Math.min(total, most), more: total > most };
  };
}

/** Each case by the first way that finds it: names of cases would have to be gathered, and looked up once more. */
function statesBy(
  tables: Base["tables"],
  ways: readonly Way[],
  { rest, limit }: { readonly rest: SQL | undefined; readonly limit: number },
): SQL {
  const found = ways.map((way, at) => {
    const isNew = ways.slice(0, at).map(({ is }) => sql`(${is}) is not true`);
    const asked = (id: Column) => ({
      where: and(rest, ...isNew),
      tail: sql`order by ${desc(id)} limit ${limit}`,
    });
    return sql`select found.state from (${idsBy(tables, way, asked, sql`, ${tables.cases.state} as state`)}) as found`;
  });
  if (found.length === 0) return sql`select ${tables.cases.state} as state from ${tables.cases} where false`;
  return sql`${sql.join(found, sql` union all `)} limit ${limit}`;
}

export function casePins(base: Base): CaseQueries["pins"] {
  const { db, engine, tables } = base;
  const read = rowReader<CasePin>(engine);
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
    const narrow = await searchFor(base, scope, filter).narrow();
    const told = and(scopeCondition(tables, scope), filterCondition(tables, filter, now), narrow);
    // Open cases, and those that words were found in, are few enough to be looked at one by one
    const isFew = filter.states?.every(isOpen) || narrow !== undefined;
    if (sort === "due") {
      const inBox = isFew ? insideBox(tables, box) : await everInBox(base, box);
      return await pins(and(inBox, told), [isNull(dueAt), asc(dueAt), asc(id)], limit);
    }
    // An order that no index has keeps SQLite from walking all years in it
    const latest = sql`${cases.updatedAt} + 0 desc`;
    if (isFew) return await pins(and(insideBox(tables, box), told), [latest, desc(id)], limit);
    return await latestInBox(base, box, { limit, told }, (condition, ordered, left) =>
      pins(condition, [ordered, desc(id)], left),
    );
  };

  async function pins(condition: SQL | undefined, order: SQL[], limit: number) {
    return await read(
      db
        .select({ ...row, lng, lat })
        .from(cases)
        .where(condition)
        .orderBy(...order)
        .limit(limit),
    );
  }
}

export function casePoints(base: Base): CaseQueries["points"] {
  const { db, tables } = base;
  const { cases } = tables;
  const lng = sql<number>`${cases.lng}`;
  const lat = sql<number>`${cases.lat}`;
  const { number, itemCode, reportedAt, id } = cases;
  return async (scope, filter, { limit, now }) => {
    const narrow = await searchFor(base, scope, filter).narrow();
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

interface StateCounts {
  readonly state: keyof CaseCounts["byState"];
  readonly n: number;
  readonly running: number;
  readonly warned: number;
  readonly overdue: number;
  readonly severe: number;
}

/**
 * How many have at least that lamp: one group a state, where a group for each of its lamps would have to be sorted. As
 * `lampColumn` has it, a severe case counts as overdue whatever else its instants say.
 */
function lampCounts({ cases }: Base["tables"], now: Instant | SQL) {
  const { dueAt } = cases;
  const [isWarned, isOverdue, isSevere] = [cases.warnAt, dueAt, cases.severeAt].map((at) => lte(at, now));
  const countRunning = (...conditions: readonly (SQL | undefined)[]) =>
    sql`count(case when ${dueAt} is null then null ${sql.join(
      conditions.map((condition) => sql`when ${condition} then 1 `),
    )}end)`.mapWith(Number);
  return {
    running: sql`count(${dueAt})`.mapWith(Number),
    warned: countRunning(isWarned, isOverdue, isSevere),
    overdue: countRunning(isOverdue, isSevere),
    severe: countRunning(isSevere),
  };
}

function summed(rows: readonly StateCounts[]): CaseCounts {
  const byState: { -readonly [S in StateCounts["state"]]?: number } = {};
  const byLamp = { green: 0, amber: 0, red: 0, severe: 0 };
  let total = 0;
  for (const { state, n, running, warned, overdue, severe } of rows) {
    byState[state] = n;
    byLamp.green += running - warned;
    byLamp.amber += warned - overdue;
    byLamp.red += overdue - severe;
    byLamp.severe += severe;
    total += n;
  }
  return { byState, byLamp, total };
}
