/** Supervision (效能监督): marked cases, answers that came late, and what may be a sign of gaming. */
import { and, asc, desc, eq, gte, isNotNull, sql, type SQL } from "drizzle-orm";
import type { Mark } from "../server/domain/marks.ts";
import { type Base, countOf, rowReader } from "./db.ts";
import { caseOf, listed } from "./list.ts";
import { scopeCondition } from "./scope.ts";
import type { Burst, SupervisionQueries } from "./store.ts";

export function createSupervision(base: Base): SupervisionQueries {
  const { db, engine, tables } = base;
  const { cases, clocks, events } = tables;
  const read = rowReader<Stopped>(engine);
  // In the words of its partial index
  const inClocks = (scope: SQL | undefined, since: number, more: SQL | undefined) =>
    and(sql`${clocks.kind} in ('file', 'supervise')`, gte(clocks.stoppedAt, since), more, scope);
  return {
    async byMark(scope) {
      const rows = await db
        .select({ marks: cases.marks, n: countOf() })
        .from(cases)
        .where(and(isNotNull(cases.marks), scopeCondition(tables, scope)))
        .groupBy(cases.marks);
      return counted(rows);
    },
    async lateAnswers(scope, since, limit) {
      const late = and(eq(clocks.kind, "supervise"), eq(clocks.outcome, "missed"));
      const { unit, dueAt, stoppedAt } = clocks;
      const rows = await db
        .select({ found: listed(tables), unit, dueAt, stoppedAt })
        .from(clocks)
        .innerJoin(cases, eq(cases.id, clocks.caseId))
        .where(inClocks(scopeCondition(tables, scope), since, late))
        .orderBy(desc(stoppedAt))
        .limit(limit);
      return rows.map(({ found, stoppedAt: at, ...row }) => ({
        ...row,
        case: caseOf(found),
        answeredAt: at ?? row.dueAt,
      }));
    },
    async broughtBack(scope, since, limit) {
      // Two questions, each in the words of its partial index
      const sentBack = sql`${events.action} in ('return', 'rework')`;
      const broughtBack = sql`${events.action} in ('dispute', 'reopen', 'rectify')`;
      const found = await Promise.all(
        [sentBack, broughtBack].map(
          async (which) =>
            await db
              .select({ id: events.caseId, at: events.at })
              .from(events)
              .innerJoin(cases, eq(cases.id, events.caseId))
              .where(and(which, gte(events.at, since), scopeCondition(tables, scope)))
              .orderBy(desc(events.at))
              .limit(limit),
        ),
      );
      const newest = found.flat().sort((a, b) => b.at - a.at);
      return [...new Set(newest.map(({ id }) => id))].slice(0, limit);
    },
    async filedLate(scope, since, within) {
      const near = and(
        eq(clocks.kind, "file"),
        sql`${clocks.dueAt} - ${clocks.stoppedAt} between 0 and ${within}`,
      );
      const rows = await db
        .select({ id: clocks.caseId })
        .from(clocks)
        .innerJoin(cases, eq(cases.id, clocks.caseId))
        .where(inClocks(scopeCondition(tables, scope), since, near));
      return [...new Set(rows.map(({ id }) => id))];
    },
    async bursts(scope, since, rule) {
      const { unit, kind, stoppedAt: at, caseId: id } = clocks;
      // In the words of its partial index, and in its order: putting so many rows in another takes longer than reading them
      const finished = and(sql`${kind} in ('handle', 'close')`, gte(at, since));
      const asked = db.select({ unit, kind, at, id }).from(clocks);
      const rows = await read(
        (scope.kind === "all"
          ? asked.where(finished)
          : asked.innerJoin(cases, eq(cases.id, id)).where(and(finished, scopeCondition(tables, scope)))
        ).orderBy(asc(at)),
      );
      return burstsOf(rows, rule);
    },
  };
}

interface Stopped {
  readonly unit: string | null;
  readonly kind: string;
  readonly at: number | null;
  readonly id: string;
}

/** Stretches that begin with a finished case and hold enough of them; one case belongs to one stretch. */
function burstsOf(rows: readonly Stopped[], rule: BurstRule): readonly Burst[] {
  return sequencesIn(rows)
    .flatMap((sequence) => burstsIn(sequence, rule))
    .sort((a, b) => b.at - a.at);
}

interface BurstRule {
  readonly within: number;
  readonly count: number;
}

/** What each unit finished of each kind, in the order of time. */
function sequencesIn(rows: readonly Stopped[]): readonly (readonly Stopped[])[] {
  const byKind = new Map<string, Map<string | null, Stopped[]>>();
  for (const row of rows) {
    const byUnit = byKind.get(row.kind) ?? new Map<string | null, Stopped[]>();
    if (byUnit.size === 0) byKind.set(row.kind, byUnit);
    const sequence = byUnit.get(row.unit);
    if (sequence) sequence.push(row);
    else byUnit.set(row.unit, [row]);
  }
  return [...byKind.values()].flatMap((byUnit) => [...byUnit.values()]);
}

function burstsIn(rows: readonly Stopped[], { within, count }: BurstRule): readonly Burst[] {
  const bursts: Burst[] = [];
  for (let from = 0; from < rows.length;) {
    const first = rows[from];
    let end = from + 1;
    while (end < rows.length && isWithin(first, rows[end], within)) end += 1;
    // Most stretches are short: only of long ones the cases are told apart
    const caseIds = end - from < count ? [] : [...new Set(rows.slice(from, end).map(({ id }) => id))];
    const isBurst = caseIds.length >= count && first !== undefined && first.unit !== null;
    if (isBurst) bursts.push({ unit: first.unit ?? "", at: first.at ?? 0, caseIds });
    from = isBurst ? end : from + 1;
  }
  return bursts;
}

function isWithin(first: Stopped | undefined, row: Stopped | undefined, within: number): boolean {
  return (row?.at ?? 0) <= (first?.at ?? 0) + within;
}

function counted(rows: readonly { readonly marks: string | null; readonly n: number }[]) {
  const byMark: { [M in Mark]?: number } = {};
  for (const { marks, n } of rows)
    for (const mark of (marks ?? "").split(",").filter(Boolean) as Mark[])
      byMark[mark] = (byMark[mark] ?? 0) + n;
  return byMark;
}
