/** Open cases by whose hands they are in and by cell: the efficiency centre's page and the map. */
import { and, gt, isNotNull, lte, or, sql } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries } from "./store.ts";
import { askedOfScope } from "./wholeScope.ts";

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

export function createHands(base: Base): Pick<StatQueries, "byHolder" | "byCell" | "openPlaces"> {
  const { db, tables } = base;
  const { cases } = tables;
  const holders = askedHolders(base);
  return {
    async byHolder(scope, now) {
      const rows = await holders(scope, now);
      return rows.map(({ oldestDueAt, ...counts }) => ({
        ...counts,
        oldestDueAt: oldestDueAt === null ? null : Number(oldestDueAt),
      }));
    },

    byCell: openByCell(base),

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

/** As the index of counts says it: by another one SQLite would walk through the closed cases too, which keep their holder. */
function askedHolders(base: Base) {
  const { db, tables } = base;
  const { cases } = tables;
  const holder = sql<string>`(${cases.holder} || '')`;
  return askedOfScope<HolderCounts>(base, "open_by_holder", (isInScope, now) => {
    const isOverdue = lte(cases.dueAt, now);
    return db
      .select({
        holder,
        overdue: countOf(isOverdue),
        warned: countOf(and(lte(cases.warnAt, now), gt(cases.dueAt, now))),
        oldestDueAt: sql<string | number | null>`min(case when ${isOverdue} then ${cases.dueAt} end)`,
      })
      .from(cases)
      .where(and(isOpenRow(tables), sql`${holder} > ''`, lte(cases.warnAt, now), isInScope))
      .groupBy(holder);
  });
}

function openByCell(base: Base): StatQueries["byCell"] {
  const { db, tables } = base;
  const { cases } = tables;
  // Never null, by what is asked
  const cell = sql<string>`${cases.cellCode}`;
  return askedOfScope<CellCounts>(base, "open_by_cell", (isInScope, now) =>
    db
      .select({ cell, open: countOf(), overdue: countOf(lte(cases.dueAt, now)) })
      .from(cases)
      .where(and(isOpenRow(tables), isNotNull(cases.cellCode), isInScope))
      .groupBy(cases.cellCode),
  );
}
