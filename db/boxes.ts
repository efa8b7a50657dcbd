/**
 * Which cases lie in a box of the map. An index of strips, a hundredth of a degree high (some 1.1 km), holds everything a
 * map sorts by: within each strip the longitudes are in order, so that a box is one short range of each strip it meets.
 */
import { and, between, desc, isNotNull, type SQL, sql } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import type { Box } from "./store.ts";

const STRIPS_PER_DEGREE = 100;
/** A box of more is the whole county, and is not looked for by strips. */
const MOST_STRIPS = 400;
/** So many cases are read and sorted rather than walked by when they were changed. */
const FEW = 20_000;

export function insideBox({ cases }: Base["tables"], box: Box): SQL | undefined {
  return and(
    isNotNull(cases.lng),
    between(cases.lng, box.west, box.east),
    between(cases.lat, box.south, box.north),
  );
}

/** How the latest changed of a box are found. */
export interface InBox {
  readonly condition: SQL | undefined;
  /** Few enough to be sorted; else they are walked in the order in which they were changed. */
  readonly isSorted: boolean;
}

/**
 * Without reading the years before them.
 * @param limit how many are wanted.
 * @param isBare nothing else is asked of the cases than to lie in the box.
 * @param few so many are read and sorted.
 */
export async function latestInBox(
  base: Base,
  box: Box,
  { limit, isBare, few = FEW }: { readonly limit: number; readonly isBare: boolean; readonly few?: number },
): Promise<InBox> {
  const { db, tables } = base;
  const { cases } = tables;
  const strips = stripsOf(tables, box);
  const inside = and(strips, insideBox(tables, box));
  if (strips !== undefined && (await areFew(base, inside, few))) return { condition: inside, isSorted: true };
  if (!isBare || strips === undefined) return { condition: insideBox(tables, box), isSorted: false };
  const newest = db
    .select({ id: cases.id })
    .from(cases)
    .where(inside)
    .orderBy(desc(cases.updatedAt), desc(cases.id))
    .limit(limit);
  return { condition: sql`${cases.id} in (select id from (${newest}) as newest)`, isSorted: true };
}

function stripsOf({ cases }: Base["tables"], { south, north }: Box): SQL | undefined {
  const [first, last] = [Math.floor(south * STRIPS_PER_DEGREE), Math.ceil(north * STRIPS_PER_DEGREE)];
  if (!(last - first < MOST_STRIPS)) return undefined;
  const strips = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  // In the words of the partial index: SQLite, which keeps no statistics here, would take it for anything that has a place
  return sql`${cases.lng} + 0 is not null and round(${cases.lat} * 100) in (${sql.raw(strips.join(","))})`;
}

async function areFew(
  { db, tables: { cases } }: Base,
  inside: SQL | undefined,
  few: number,
): Promise<boolean> {
  const some = db
    .select({ lng: cases.lng })
    .from(cases)
    .where(inside)
    .limit(few + 1)
    .as("some");
  const [found] = await db.select({ n: countOf() }).from(some);
  return (found?.n ?? 0) <= few;
}
