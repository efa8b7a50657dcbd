/** Open cases of each unit and township as they stand now. */
import { and, isNotNull, lte } from "drizzle-orm";
import { type Base, countOf, rowReader } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { createHands } from "./hands.ts";
import { createReported } from "./reported.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries } from "./store.ts";

interface OpenCounts {
  readonly open: number;
  readonly overdue: number;
}

export function createStats(base: Base): StatQueries {
  const { db, engine, tables } = base;
  const readTownships = rowReader<OpenCounts & { readonly township: string | null }>(engine);
  const readUnits = rowReader<OpenCounts & { readonly unit: string | null }>(engine);
  const { cases } = tables;
  return {
    ...createHands(base),
    ...createReported(base),
    async openByTownship(scope, now) {
      const rows = await readTownships(
        db
          .select({ township: cases.townshipCode, open: countOf(), overdue: countOf(lte(cases.dueAt, now)) })
          .from(cases)
          .where(and(isOpenRow(tables), isNotNull(cases.townshipCode), scopeCondition(tables, scope)))
          .groupBy(cases.townshipCode),
      );
      return rows.map(({ township, ...counts }) => ({ ...counts, township: township ?? "" }));
    },

    async openByUnit(scope, now) {
      const rows = await readUnits(
        db
          .select({ unit: cases.leadUnit, open: countOf(), overdue: countOf(lte(cases.dueAt, now)) })
          .from(cases)
          .where(and(isOpenRow(tables), isNotNull(cases.leadUnit), scopeCondition(tables, scope)))
          .groupBy(cases.leadUnit),
      );
      return rows.map(({ unit, ...counts }) => ({ ...counts, unit: unit ?? "" }));
    },
  };
}
