/** Everything that is asked about calls. */
import { and, asc, between, desc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { CallDecision } from "../server/domain/call/call.ts";
import type { Scope } from "../server/domain/permit.ts";
import { callPlan, createCallCommit } from "./callCommit.ts";
import { callHistory } from "./callHistory.ts";
import { callInbox } from "./callInbox.ts";
import { rowToCall } from "./callRow.ts";
import { type Base, countOf, isAmong } from "./db.ts";
import { scopeCondition } from "./scope.ts";
import { createDue } from "./due.ts";
import type { CallFilter, CallPageQuery, CallQueries } from "./store.ts";
import type { Writer } from "./writer.ts";

export function createCalls(base: Base, writer: Writer): CallQueries {
  const { db, tables } = base;
  const { calls, cases } = tables;
  return {
    async byId(id) {
      const [row] = await db.select().from(calls).where(eq(calls.id, id));
      return row ? rowToCall(row) : null;
    },
    async byIds(ids) {
      const rows = await db.select().from(calls).where(isAmong(calls.id, ids));
      return rows.map(rowToCall);
    },
    async list(scope, filter, page) {
      const rows = await db
        .select()
        .from(calls)
        .where(and(callScopeCondition(base, scope), filterOf(base, filter), afterOf(base, page)))
        .orderBy(...(page.sort === "due" ? dueFirst(base) : []), desc(calls.id))
        .limit(page.limit + 1);
      const shown = rows.slice(0, page.limit).map(rowToCall);
      return { rows: shown, next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
    },
    async counts(scope, waitingFor) {
      const [row] = await db
        .select({
          todo: countOf(waitingFor === null ? sql`1 = 0` : hasCode(base, "waiting", waitingFor)),
          open: countOf(),
          attention: countOf(needsEye(base)),
        })
        .from(calls)
        .where(and(eq(calls.open, true), callScopeCondition(base, scope)));
      return row ?? { todo: 0, open: 0, attention: 0 };
    },
    async casesByTownship(scope, from, to) {
      const rows = await db
        .select({ township: cases.townshipCode, n: countOf() })
        .from(cases)
        .where(and(between(cases.reportedAt, from, to - 1), scopeCondition(tables, scope)))
        .groupBy(cases.townshipCode);
      return new Map(rows.flatMap(({ township, n }) => (township === null ? [] : [[township, n] as const])));
    },
    ...callHistory(base),
    ...createDue(base, writer, {
      table: calls,
      name: "calls",
      stepsFor: (decision: CallDecision) => callPlan(decision).steps,
      write: async (decision) => await writer.run(callPlan(decision).steps),
    }),
    inbox: callInbox(base),
    commit: createCallCommit(base, writer),
  };
}

/** `inCallScope` (server/domain/call/callScope.ts) in SQL; the contract tests hold the two together. */
function callScopeCondition(base: Base, scope: Scope): SQL {
  const { calls } = base.tables;
  switch (scope.kind) {
    case "all":
      return sql`1 = 1`;
    case "township":
      return eq(calls.township, scope.township);
    case "unit":
      return sql`(${calls.sentAt} is not null and ${hasCode(base, "units", scope.unit)})`;
    case "none":
    case "cells":
    case "case":
      return sql`1 = 0`;
  }
}

/** The code stands between commas, so that a code is never found inside another one. */
function hasCode({ tables: { calls } }: Base, column: "units" | "waiting", code: string): SQL {
  return sql`${calls[column]} like ${`%,${code.replaceAll(/[%_]/g, "")},%`}`;
}

function needsEye({ tables: { calls } }: Base): SQL {
  return sql`(${calls.state} = 'uncaught' or ${calls.unheard} is not null or (${calls.climbed} > 0 and ${calls.state} in ('asked', 'open')))`;
}

function filterOf(base: Base, filter: CallFilter): SQL | undefined {
  const { calls } = base.tables;
  const { states, waitingFor, attention, township, unit, caseId, launchedFrom, launchedTo } = filter;
  return and(
    states && inArray(calls.state, [...states]),
    waitingFor === undefined ? undefined : hasCode(base, "waiting", waitingFor),
    attention ? and(eq(calls.open, true), needsEye(base)) : undefined,
    township === undefined ? undefined : eq(calls.township, township),
    unit === undefined ? undefined : hasCode(base, "units", unit),
    caseId === undefined ? undefined : eq(calls.caseId, caseId),
    launchedFrom === undefined ? undefined : gte(calls.launchedAt, launchedFrom),
    launchedTo === undefined ? undefined : lt(calls.launchedAt, launchedTo),
  );
}

function afterOf({ tables: { calls } }: Base, { sort, after }: CallPageQuery): SQL | undefined {
  return sort === "due" || after === null ? undefined : lt(calls.id, after);
}

/** Calls without a running limit stand last on both databases. */
function dueFirst({ tables: { calls } }: Base): readonly SQL[] {
  return [sql`case when ${calls.dueAt} is null then 1 else 0 end`, asc(calls.dueAt)];
}
