/** Counts by unit for a period (考核): judged clocks, cases sent back, closed, rated, and what is open now. */
import { and, eq, gte, inArray, isNotNull, lt, lte, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Instant } from "../server/domain/time.ts";
import { type Base, countOf } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { createHands } from "./hands.ts";
import { scopeCondition } from "./scope.ts";
import type { StatQueries, UnitCounts } from "./store.ts";

/** 好差评: of the five levels, 基本满意 (3) and better count as satisfied. */
const SATISFIED = 3;

interface Question {
  readonly scope: SQL;
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
}

type Counts = Partial<Omit<UnitCounts, "unit">> & { readonly unit: string | null };

export function createStats(base: Base): StatQueries {
  return {
    ...createHands(base),
    async byUnit(scope: Scope, from, to, now) {
      const question = { scope: scopeCondition(base.tables, scope), from, to, now };
      const parts = await Promise.all(
        [givenClocks, judgedClocks, sentBack, closedCases, openCases].map(
          async (count) => await count(base, question),
        ),
      );
      return joined(parts.flat());
    },
  };
}

/** Every dispatch starts a clock for its acceptance. */
async function givenClocks({ db, tables: { cases, clocks } }: Base, { scope, from, to }: Question) {
  return await db
    .select({ unit: clocks.unit, given: countOf() })
    .from(clocks)
    .innerJoin(cases, eq(cases.id, clocks.caseId))
    .where(and(sql`${clocks.kind} = 'accept'`, gte(clocks.startedAt, from), lt(clocks.startedAt, to), scope))
    .groupBy(clocks.unit);
}

async function judgedClocks({ db, tables: { cases, clocks } }: Base, { scope, from, to }: Question) {
  const ended = (kind: "accept" | "handle", outcome: "met" | "missed") =>
    countOf(and(eq(clocks.kind, kind), eq(clocks.outcome, outcome)));
  return await db
    .select({
      unit: clocks.unit,
      acceptMet: ended("accept", "met"),
      acceptMissed: ended("accept", "missed"),
      handleMet: ended("handle", "met"),
      handleMissed: ended("handle", "missed"),
    })
    .from(clocks)
    .innerJoin(cases, eq(cases.id, clocks.caseId))
    .where(
      and(
        isNotNull(clocks.stoppedAt),
        gte(clocks.stoppedAt, from),
        lt(clocks.stoppedAt, to),
        inArray(clocks.kind, ["accept", "handle"]),
        scope,
      ),
    )
    .groupBy(clocks.unit);
}

/** 退单 counts for the unit that returned, 返工 for the unit whose work was sent back. */
async function sentBack({ db, tables: { cases, events } }: Base, { scope, from, to }: Question) {
  const unit = sql<string | null>`case when ${events.action} = 'return'
    then ${events.actorUnit} else ${cases.leadUnit} end`.as("unit");
  return await db
    .select({
      unit,
      returns: countOf(eq(events.action, "return")),
      reworks: countOf(eq(events.action, "rework")),
    })
    .from(events)
    .innerJoin(cases, eq(cases.id, events.caseId))
    .where(and(sql`${events.action} in ('return', 'rework')`, gte(events.at, from), lt(events.at, to), scope))
    .groupBy(sql`unit`);
}

async function closedCases({ db, tables: { cases } }: Base, { scope, from, to }: Question) {
  return await db
    .select({
      unit: cases.leadUnit,
      closed: countOf(),
      rated: countOf(isNotNull(cases.ratingScore)),
      satisfied: countOf(gte(cases.ratingScore, SATISFIED)),
    })
    .from(cases)
    .where(and(isNotNull(cases.closedAt), gte(cases.closedAt, from), lt(cases.closedAt, to), scope))
    .groupBy(cases.leadUnit);
}

async function openCases({ db, tables }: Base, { scope, now }: Question) {
  const { cases } = tables;
  return await db
    .select({ unit: cases.leadUnit, open: countOf(), overdue: countOf(lte(cases.dueAt, now)) })
    .from(cases)
    .where(and(isOpenRow(tables), scope))
    .groupBy(cases.leadUnit);
}

function joined(parts: readonly Counts[]): readonly UnitCounts[] {
  const byUnit = new Map<string, UnitCounts>();
  for (const part of parts) {
    if (part.unit === null) continue;
    byUnit.set(part.unit, { ...(byUnit.get(part.unit) ?? nothing), ...part, unit: part.unit });
  }
  return [...byUnit.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

const nothing: Omit<UnitCounts, "unit"> = {
  given: 0,
  acceptMet: 0,
  acceptMissed: 0,
  handleMet: 0,
  handleMissed: 0,
  returns: 0,
  reworks: 0,
  closed: 0,
  rated: 0,
  satisfied: 0,
  open: 0,
  overdue: 0,
};
