/** Where time is lost: the stretches of the ledger (时间账) cut to a period and added up by unit and stage. */
import { and, between, type Column, gt, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Instant } from "../server/domain/time.ts";
import type { Base } from "./db.ts";
import { isStartOfMonth, monthAt, type Span } from "./spans.ts";
import type { EvaluationQueries, FigureQuestion, HeldSum } from "./store.ts";

export function createHeldTimes(base: Base): Pick<EvaluationQueries, "heldTimes"> {
  return {
    async heldTimes({ scope, from, to }, now) {
      const asked = { scope, from, to: Math.min(to, now) };
      // Of what is still to come nobody held anything
      if (asked.to <= from) return [];
      const [over, running] = await Promise.all([
        isWholeMonths({ from, to }, now) ? heldInMonths(base, asked) : heldIn(base, asked, "over"),
        heldIn(base, asked, "running"),
      ]);
      return together([...over, ...running]);
    },
  };
}

type Asked = Pick<FigureQuestion, "scope"> & Span;

/** What is over by now ended before now: a period that reaches so far has no ragged end. */
function isWholeMonths({ from, to }: Span, now: Instant): boolean {
  return isStartOfMonth(from) && (isStartOfMonth(to) || to >= now);
}

/** Stretches that are over, from the sums of their months. */
async function heldInMonths({ db, tables }: Base, { scope, from, to }: Asked): Promise<readonly HeldSum[]> {
  const { heldSums } = tables;
  const { month, before, unit, state, held, cases } = heldSums;
  const first = monthAt(from);
  return await db
    .select({
      unit,
      state,
      held: sql`sum(${held})`.mapWith(Number),
      // Who counted in an earlier month of the period is counted already
      cases: sql`sum(case when ${before} < ${first} then ${cases} else 0 end)`.mapWith(Number),
    })
    .from(heldSums)
    .where(and(between(month, first, monthAt(to - 1)), sql`${cases} <> 0`, isInScope(heldSums, scope)))
    .groupBy(unit, state);
}

/**
 * Each of the two has an index of its own; asked at once, SQLite would put both together row by row.
 * @param which those that still last are few, and count only cases that what is over does not.
 */
async function heldIn(
  { db, tables: { heldTimes } }: Base,
  { scope, from: start, to: end }: Asked,
  which: "over" | "running",
): Promise<readonly HeldSum[]> {
  const { unit, state, caseId, from, until } = heldTimes;
  const begin = sql`case when ${from} > ${start} then ${from} else ${start} end`;
  const stop =
    which === "over" ? sql`case when ${until} > ${end} then ${end} else ${until} end` : sql`${end}`;
  const isCounted = sql`exists (select 1 from ${heldTimes} as earlier where earlier.case_id = ${caseId}
    and earlier.unit = ${unit} and earlier.state = ${state} and earlier.until > ${start} and earlier."from" < ${end})`;
  const counted = which === "over" ? caseId : sql`case when not ${isCounted} then ${caseId} end`;
  return await db
    .select({
      unit,
      state,
      held: sql`sum((${stop}) - (${begin}))`.mapWith(Number),
      cases: sql`count(distinct ${counted})`.mapWith(Number),
    })
    .from(heldTimes)
    .where(
      and(lt(from, end), which === "over" ? gt(until, start) : isNull(until), isInScope(heldTimes, scope)),
    )
    .groupBy(unit, state);
}

function together(rows: readonly HeldSum[]): readonly HeldSum[] {
  const sums = new Map<string, HeldSum>();
  for (const row of rows) {
    const key = `${row.unit}\n${row.state}`;
    const { held = 0, cases = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...row, held: row.held + held, cases: row.cases + cases });
  }
  return [...sums.values()];
}

/** A unit sees where the time of its own cases went, a township that of its area too. */
export function isInScope(
  { township, lead, unit }: Readonly<Record<"township" | "lead" | "unit", Column>>,
  scope: Scope,
): SQL {
  switch (scope.kind) {
    case "all":
      return sql`1 = 1`;
    case "township":
      return sql`(${township} = ${scope.township} or ${lead} = ${scope.township} or ${unit} = ${scope.township})`;
    case "unit":
      return sql`(${lead} = ${scope.unit} or ${unit} = ${scope.unit})`;
    case "cells":
    case "case":
    case "none":
      return sql`1 = 0`;
  }
}
