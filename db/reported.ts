/** Cases counted by when they were reported. */
import { and, gte, isNotNull, lt, sql } from "drizzle-orm";
import { DAY, startOfDay } from "../server/domain/time.ts";
import { type Base, countOf } from "./db.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries } from "./store.ts";

export function createReported({
  db,
  tables,
}: Base): Pick<StatQueries, "reportedIn" | "reportedBy" | "reportedByDay"> {
  const { cases } = tables;
  const columns = { township: cases.townshipCode, item: cases.itemCode, cell: cases.cellCode } as const;
  return {
    async reportedIn(scope, { from, to }) {
      const [row] = await db
        .select({ n: countOf() })
        .from(cases)
        .where(and(gte(cases.reportedAt, from), lt(cases.reportedAt, to), scopeCondition(tables, scope)));
      return row?.n ?? 0;
    },

    async reportedByDay(scope, { from, to }) {
      // Both databases divide whole numbers down to whole numbers; instants lie after 1970
      const day =
        sql`(${cases.reportedAt} - ${sql.raw(String(startOfDay(0)))}) / ${sql.raw(String(DAY))}`.mapWith(
          // A bigint comes as text
          Number,
        );
      const rows = await db
        .select({ day, n: countOf() })
        .from(cases)
        .where(and(gte(cases.reportedAt, from), lt(cases.reportedAt, to), scopeCondition(tables, scope)))
        .groupBy(day);
      return new Map(rows.map((row) => [row.day, row.n]));
    },

    async reportedBy(scope, by, { from, to }) {
      const column = columns[by];
      const rows = await db
        .select({ code: column, n: countOf() })
        .from(cases)
        .where(
          and(
            gte(cases.reportedAt, from),
            lt(cases.reportedAt, to),
            isNotNull(column),
            scopeCondition(tables, scope),
          ),
        )
        .groupBy(column);
      return new Map(rows.map(({ code, n }) => [code ?? "", n]));
    },
  };
}
