/** The rows behind a sum of held time: how long each unit kept each case at each stage, the longest first. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Base } from "./db.ts";
import { isInScope } from "./heldTimes.ts";
import type { EvaluationQueries } from "./store.ts";

export function createHeldRows(base: Base): Pick<EvaluationQueries, "heldRows"> {
  const { heldTimes } = base.tables;
  const { caseId, unit, state, from, until } = heldTimes;
  return {
    async heldRows(question, wanted, { now, skip, limit }) {
      const end = Math.min(question.to, now);
      const begin = sql`case when ${from} > ${question.from} then ${from} else ${question.from} end`;
      const stop = sql`case when ${until} is null or ${until} > ${end} then ${end} else ${until} end`;
      const held = sql`sum((${stop}) - (${begin}))`.mapWith(Number);
      const running = sql`max(case when ${until} is null then 1 else 0 end)`.mapWith(Boolean);
      const rows = await base.db
        .select({ caseId, unit, state, held, running })
        .from(heldTimes)
        .where(
          and(
            lt(from, end),
            or(isNull(until), gt(until, question.from)),
            isInScope(heldTimes, question.scope),
            wanted.state === undefined ? undefined : eq(state, wanted.state),
            wanted.unit === undefined ? undefined : eq(unit, wanted.unit),
          ),
        )
        .groupBy(caseId, unit, state)
        .orderBy(desc(held), asc(caseId), asc(unit), asc(state))
        .limit(limit)
        .offset(skip);
      const facts = await factsOf(base, [...new Set(rows.map((row) => row.caseId))]);
      return rows.flatMap((row) => {
        const known = facts.get(row.caseId);
        return known ? [{ ...row, ...known }] : [];
      });
    },
  };
}

/** What each row shows of its case, and what its scope asks for. */
async function factsOf({ db, tables }: Base, ids: readonly string[]) {
  const { id, number, itemCode, cellCode, townshipCode, leadUnit, reportedBy } = tables.cases;
  const found = await db
    .select({ id, number, itemCode, cellCode, townshipCode, leadUnit, reportedBy })
    .from(tables.cases)
    .where(inArray(id, [...ids]));
  return new Map(found.map(({ id: caseId, ...facts }) => [caseId, facts]));
}
