/** Where time is lost: the stretches of the ledger (时间账) cut to a period and added up by unit and stage. */
import { and, gt, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Base } from "./db.ts";
import type { EvaluationQueries } from "./store.ts";

export function createHeldTimes({ db, tables }: Base): Pick<EvaluationQueries, "heldTimes"> {
  const { heldTimes } = tables;
  return {
    async heldTimes(question, now) {
      const end = Math.min(question.to, now);
      const { from, until } = heldTimes;
      const start = sql`case when ${from} > ${question.from} then ${from} else ${question.from} end`;
      const stop = sql`case when ${until} is null or ${until} > ${end} then ${end} else ${until} end`;
      return await db
        .select({
          unit: heldTimes.unit,
          state: heldTimes.state,
          held: sql`sum((${stop}) - (${start}))`.mapWith(Number),
          cases: sql`count(distinct ${heldTimes.caseId})`.mapWith(Number),
        })
        .from(heldTimes)
        .where(
          and(lt(from, end), or(isNull(until), gt(until, question.from)), isInScope(tables, question.scope)),
        )
        .groupBy(heldTimes.unit, heldTimes.state);
    },
  };
}

/** A unit sees where the time of its own cases went, a township that of its area too. */
function isInScope({ heldTimes }: Base["tables"], scope: Scope): SQL {
  switch (scope.kind) {
    case "all":
      return sql`1 = 1`;
    case "township":
      return sql`(${heldTimes.township} = ${scope.township} or ${heldTimes.lead} = ${scope.township} or ${heldTimes.unit} = ${scope.township})`;
    case "unit":
      return sql`(${heldTimes.lead} = ${scope.unit} or ${heldTimes.unit} = ${scope.unit})`;
    case "cells":
    case "case":
    case "none":
      return sql`1 = 0`;
  }
}
