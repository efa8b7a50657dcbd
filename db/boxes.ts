/**
 * Which cases lie in a box of the map, the latest changed first, at the cost of what is shown (decision 0069). An index of
 * strips, a hundredth of a degree high (some 1.1 km), holds everything a map sorts by, month after month of their last
 * change: within each strip of a month the longitudes are in order, so that a box is one short range of each strip it
 * meets. The newest months are looked through first, and no more of them than it takes.
 */
import { and, asc, between, desc, isNotNull, type SQL, sql } from "drizzle-orm";
import { DAY } from "../server/domain/time.ts";
import type { Base } from "./db.ts";
import type { Box } from "./store.ts";

const STRIPS_PER_DEGREE = 100;
/** A box of more is the whole county, and is not looked for by strips. */
const MOST_STRIPS = 400;
/** What the index calls a month (db/tables/cases.ts). */
const MONTH = 30 * DAY;

export function insideBox({ cases }: Base["tables"], box: Box): SQL | undefined {
  return and(
    isNotNull(cases.lng),
    between(cases.lng, box.west, box.east),
    between(cases.lat, box.south, box.north),
  );
}

interface Wanted {
  readonly limit: number;
  /** What else is asked of them. */
  readonly told: SQL | undefined;
}

/** Rows of the cases that fit, the latest changed first. */
type Read<Row> = (condition: SQL | undefined, ordered: SQL, limit: number) => Promise<readonly Row[]>;

/** @param read asks for the rows themselves: only those that are shown. */
export async function latestInBox<Row>(
  base: Base,
  box: Box,
  { limit, told }: Wanted,
  read: Read<Row>,
): Promise<readonly Row[]> {
  const { db, tables, engine } = base;
  const { cases } = tables;
  // SQLite finds a row by its own number in one step, by its id in two
  const key = engine === "sqlite" ? sql`${cases}.rowid` : sql`${cases.id}`;
  const inside = insideBox(tables, box);
  const strips = stripsOf(box);
  if (strips === null) return await read(and(inside, told), desc(cases.updatedAt), limit);
  // An order that no index has keeps SQLite from walking all years in it
  const latest = sql`${cases.updatedAt} + 0 desc`;
  const rows: Row[] = [];
  for (const months of spansOf(await monthsOf(base))) {
    const left = limit - rows.length;
    if (left <= 0) break;
    const newest = db
      .select({ key: sql`${key}`.as("key") })
      .from(cases)
      .where(and(stripsOfMonths(tables, months, strips), inside, told))
      .orderBy(latest, desc(cases.id))
      .limit(left);
    rows.push(...(await read(sql`${key} in (select newest.key from (${newest}) as newest)`, latest, left)));
  }
  return rows;
}

/** Of all years, for orders that are not by time. */
export async function everInBox(base: Base, box: Box): Promise<SQL | undefined> {
  const strips = stripsOf(box);
  const inside = insideBox(base.tables, box);
  if (strips === null) return inside;
  const all = [...spansOf(await monthsOf(base))].flat();
  return and(stripsOfMonths(base.tables, all, strips), inside);
}

/** In the words of the partial index: SQLite, which keeps no statistics here, would take it for anything that has a place. */
function stripsOfMonths(
  { cases }: Base["tables"],
  months: readonly number[],
  strips: readonly number[],
): SQL {
  const month = sql`${cases.updatedAt} / ${sql.raw(String(MONTH))}`;
  return sql`${cases.lng} + 0 is not null and ${month} in (${sql.raw(listed(months))}) and round(${cases.lat} * 100) in (${sql.raw(listed(strips))})`;
}

/** Both databases find nothing in a list of NULL, and refuse an empty one. */
function listed(numbers: readonly number[]): string {
  return numbers.length === 0 ? "null" : numbers.join(",");
}

function stripsOf({ south, north }: Box): readonly number[] | null {
  const [first, last] = [Math.floor(south * STRIPS_PER_DEGREE), Math.ceil(north * STRIPS_PER_DEGREE)];
  if (!(last - first < MOST_STRIPS)) return null;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

interface Months {
  readonly first: number;
  readonly last: number;
}

/** null without a case. Each end for itself: for both at once SQLite would read all of the index. */
async function monthsOf({ db, tables: { cases } }: Base): Promise<Months | null> {
  const end = async (order: SQL) => {
    const [row] = await db.select({ at: cases.updatedAt }).from(cases).orderBy(order).limit(1);
    return row === undefined ? null : Math.trunc(row.at / MONTH);
  };
  const [first, last] = [await end(asc(cases.updatedAt)), await end(desc(cases.updatedAt))];
  return first === null || last === null ? null : { first, last };
}

/** From the newest on, each time twice as many: a place where little happens is asked about few times. */
function* spansOf(months: Months | null): Generator<readonly number[], void, undefined> {
  if (months === null) return;
  const { first, last } = months;
  for (let [to, many] = [last, 1]; to >= first; to -= many, many *= 2)
    yield Array.from({ length: Math.min(many, to - first + 1) }, (_, back) => to - back);
}
