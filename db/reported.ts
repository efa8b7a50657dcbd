/** Cases counted by when they were reported. */
import { and, gte, isNotNull, lt } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries } from "./store.ts";

export function createReported({ db, tables }: Base): Pick<StatQueries, "reportedIn" | "reportedBy"> {
  const { cases } = tables;
  const columns = { township: cases.townshipCode, item: cases.itemCode } as const;
  return {
    async reportedIn(scope, { from, to }) {
      const [row] = await db
        .select({ n: countOf() })
        .from(cases)
        .where(and(gte(cases.reportedAt, from), lt(cases.reportedAt, to), scopeCondition(tables, scope)));
      return row?.n ?? 0;
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
