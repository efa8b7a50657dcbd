/** Open cases by whose hands they are in and by cell: the efficiency centre's page and the map. */
import { and, gt, isNotNull, lte, or, sql } from "drizzle-orm";
import { type Base, countOf, rowReader } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries } from "./store.ts";

interface HolderCounts {
  readonly holder: string;
  readonly overdue: number;
  readonly warned: number;
  readonly oldestDueAt: string | number | null;
}

interface CellCounts {
  readonly cell: string;
  readonly open: number;
  readonly overdue: number;
}

export function createHands({
  db,
  engine,
  tables,
}: Base): Pick<StatQueries, "byHolder" | "byCell" | "openPlaces"> {
  const { cases } = tables;
  const readHolders = rowReader<HolderCounts>(engine);
  const readCells = rowReader<CellCounts>(engine);
  // As the indexes of counts say it: by another one SQLite would walk through the closed cases too, or read rows
  const holder = sql<string>`(${cases.holder} || '')`;
  const cell = sql<string>`(${cases.cellCode} || '')`;
  return {
    async byHolder(scope, now) {
      const isOverdue = lte(cases.dueAt, now);
      const rows = await readHolders(
        db
          .select({
            holder,
            overdue: countOf(isOverdue),
            warned: countOf(and(lte(cases.warnAt, now), gt(cases.dueAt, now))),
            oldestDueAt: sql<string | number | null>`min(case when ${isOverdue} then ${cases.dueAt} end)`,
          })
          .from(cases)
          .where(
            and(
              isOpenRow(tables),
              sql`${holder} > ''`,
              lte(cases.warnAt, now),
              scopeCondition(tables, scope),
            ),
          )
          .groupBy(holder),
      );
      return rows.map(({ oldestDueAt, ...counts }) => ({
        ...counts,
        oldestDueAt: oldestDueAt === null ? null : Number(oldestDueAt),
      }));
    },

    async byCell(scope, now) {
      return await readCells(
        db
          .select({ cell, open: countOf(), overdue: countOf(lte(cases.dueAt, now)) })
          .from(cases)
          .where(and(isOpenRow(tables), sql`${cell} >= ''`, scopeCondition(tables, scope)))
          .groupBy(cell),
      );
    },

    async openPlaces(scope, now) {
      const rows = await db
        .select({
          cell: cases.cellCode,
          lng: cases.lng,
          lat: cases.lat,
          isOverdue: sql`case when ${lte(cases.dueAt, now)} then 1 else 0 end`.mapWith(Boolean),
        })
        .from(cases)
        .where(
          and(
            isOpenRow(tables),
            or(isNotNull(cases.cellCode), isNotNull(cases.lng)),
            scopeCondition(tables, scope),
          ),
        );
      return rows.map(({ cell, ...row }) => ({ ...row, cell: cell ?? "" }));
    },
  };
}
