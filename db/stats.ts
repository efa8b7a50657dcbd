/** Open cases of each unit and township as they stand now. */
import { and, isNotNull, lte, sql } from "drizzle-orm";
import { type Base, countOf, rowReader } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { createHands } from "./hands.ts";
import { createReported } from "./reported.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries } from "./store.ts";
import { askedOfScope } from "./wholeScope.ts";

interface OpenCounts {
  readonly open: number;
  readonly overdue: number;
}

export function createStats(base: Base): StatQueries {
  const { db, engine, tables } = base;
  const readUnits = rowReader<OpenCounts & { readonly unit: string | null }>(engine);
  const { cases } = tables;
  return {
    ...createHands(base),
    ...createReported(base),
    openByTownship: openByTownship(base),

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

function openByTownship(base: Base): StatQueries["openByTownship"] {
  const { db, tables } = base;
  const { cases } = tables;
  // As the index of counts says it
  const township = sql<string>`(${cases.townshipCode} || '')`;
  return askedOfScope<OpenCounts & { readonly township: string }>(
    base,
    "open_by_township",
    (isInScope, now) =>
      db
        .select({ township, open: countOf(), overdue: countOf(lte(cases.dueAt, now)) })
        .from(cases)
        .where(and(isOpenRow(tables), sql`${township} >= ''`, isInScope))
        .groupBy(township),
  );
}
