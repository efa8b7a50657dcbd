/** Where cases lie, to see them on another grid. */
import { and, asc, gt, isNotNull, sql } from "drizzle-orm";
import type { Base } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import type { GridQueries } from "./store.ts";

export function createGridPoints({ db, tables }: Base): Pick<GridQueries, "openPoints" | "points"> {
  const { cases } = tables;
  const lng = sql<number>`${cases.lng}`;
  const lat = sql<number>`${cases.lat}`;
  const row = { id: cases.id, number: cases.number, cell: cases.cellCode, lng, lat };
  return {
    openPoints: async () =>
      await db
        .select(row)
        .from(cases)
        .where(and(isOpenRow(tables), isNotNull(cases.lng)))
        .orderBy(asc(cases.id)),
    points: async (after, limit) =>
      await db
        .select(row)
        .from(cases)
        .where(and(isNotNull(cases.lng), gt(cases.id, after)))
        .orderBy(asc(cases.id))
        .limit(limit),
  };
}
