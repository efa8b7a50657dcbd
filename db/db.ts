/** The part of drizzle that both databases share. */
import { type Column, getTableColumns, inArray, sql, type SQL, type Table } from "drizzle-orm";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { quickened, quickRows } from "./quick.ts";
import type { KeyRing } from "./secrets/ring.ts";
import type { Tables } from "./tables.ts";

/**
 * What queries may use: awaited builders and nothing else. `transaction`, `run` and their like behave differently on
 * the two drivers and do not compile; several writes that belong together go through a plan (`writes.ts`).
 */
export type Db = Pick<
  BaseSQLiteDatabase<"async", unknown>,
  "select" | "selectDistinct" | "insert" | "update" | "delete"
>;

/** The database as every query file receives it. */
export interface Base {
  /** Both speak nearly the same; the search for words does not. */
  readonly engine: "sqlite" | "postgres";
  readonly db: Db;
  readonly ring: KeyRing;
  readonly tables: Tables;
}

interface Preparable<Row> {
  prepare(name: string): { execute(values?: Record<string, unknown>): PromiseLike<readonly Row[]> };
}

/**
 * A hot query, built once, when it is first run: building costs ten times as much as running it. PostgreSQL wants a name, SQLite ignores it;
 * their types differ, hence the cast.
 */
export function prepared<Row>(
  name: string,
  query: { execute(): PromiseLike<readonly Row[]> },
): (values?: Record<string, unknown>) => Promise<readonly Row[]> {
  let run: ((values?: Record<string, unknown>) => Promise<readonly Row[]>) | null = null;
  return async (values) => await (run ??= ran<Row>(name, query))(values);
}

function ran<Row>(
  name: string,
  query: object,
): (values?: Record<string, unknown>) => Promise<readonly Row[]> {
  const ready = (query as Preparable<Row>).prepare(name);
  const quick = quickened(ready);
  if (quick === null) return async (values) => await ready.execute(values);
  return async (values = {}) => quick(values) as readonly Row[];
}

/**
 * For queries of one selection whose conditions vary too much to be prepared. Reading their rows as drizzle does would cost
 * as much as the database does to find them.
 */
export function rowReader<Row>(
  engine: Base["engine"],
): (query: { execute(): PromiseLike<readonly Row[]> }) => Promise<readonly Row[]> {
  if (engine === "postgres") return async (query) => await query.execute();
  const quick = quickRows();
  return async (query) => {
    const ready = (query as unknown as Preparable<Row>).prepare("");
    return (quick(ready) as readonly Row[] | null) ?? (await query.execute());
  };
}

/**
 * Rows that are about to be taken, without those that another process has in hand: nobody waits for somebody
 * else. SQLite has one writer and nothing to skip.
 */
export function skippingLocked<Query extends object>({ engine }: Pick<Base, "engine">, query: Query): Query {
  if (engine === "sqlite") return query;
  const locking = query as Query & { for(strength: "update", how: { skipLocked: true }): Query };
  return locking.for("update", { skipLocked: true });
}

/** A place in a prepared query. */
export function slot(name: string): SQL {
  return sql`${sql.placeholder(name)}`;
}

/** Whether a column holds one of the values that a slot is given as JSON: one prepared text for any number of them. */
export function isOneOf({ engine }: Pick<Base, "engine">, column: Column, name: string): SQL {
  const given = slot(name);
  // As an array that is made once, each value is looked up in the index
  return engine === "sqlite"
    ? sql`${column} in (select value from json_each(${given}))`
    : sql`${column} = any(array(select json_array_elements_text(${given}::json)))`;
}

/** A slot for every column, for an insert that stands prepared. */
export function slotsOf<T extends Table>(table: T): T["$inferInsert"] {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as T["$inferInsert"];
}

/** `count(*)`, as a number in both databases (PostgreSQL counts in text). */
export function countOf(condition?: SQL): SQL<number> {
  const counted = condition ? sql`count(case when ${condition} then 1 end)` : sql`count(*)`;
  return counted.mapWith(Number);
}

/** More values than this go into the statement itself: SQLite takes 32,766 of them apart from it, PostgreSQL 65,535. */
const MOST_VALUES = 1000;

/** Whether a column holds one of these ids, however many there are. Ids are made of letters, digits, - and _ only. */
export function isAmong(column: Column, ids: readonly string[]): SQL {
  if (ids.length <= MOST_VALUES) return inArray(column, [...ids]);
  const written = ids.filter((id) => /^[\w-]+$/u.test(id)).map((id) => `'${id}'`);
  return sql`${column} in (${sql.raw(written.join(","))})`;
}

const ROWS_PER_INSERT = 200;

/** Long lists in pieces: both databases bound the number of values in one statement. */
export function chunked<T>(rows: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
    chunks.push(rows.slice(from, from + ROWS_PER_INSERT));
  return chunks;
}
