/** Profiles from the sums (sums.ts); what juts out at the ends of a period is counted row by row. */
import { and, desc, inArray, ne, or, eq, sql, type SQL } from "drizzle-orm";
import type { CountedProfile } from "../server/domain/evaluate/figure.ts";
import type { Scope } from "../server/domain/permit.ts";
import { type Base, prepared, rowReader } from "./db.ts";
import { coveringOf, endOfYear, type Span } from "./spans.ts";
import type { FigureQuestion, GroupBy } from "./store.ts";
import { createSumMemory } from "./sumMemory.ts";

type SummedBy = Exclude<GroupBy, "cell" | "item">;

/** Sums know neither cells nor items nor single cases. */
export function isSummed({ cell, item, caseIds }: FigureQuestion, by: GroupBy): by is SummedBy {
  return by !== "cell" && by !== "item" && cell === undefined && item === undefined && caseIds === undefined;
}

/** @param counted the same, row by row. */
type SummedProfiles = (
  question: FigureQuestion,
  by: SummedBy,
  counted: (question: FigureQuestion) => Promise<readonly CountedProfile[]>,
) => Promise<readonly CountedProfile[]>;

export function summedProfiles(base: Base): SummedProfiles {
  const profilesOf = rememberedProfiles(base);
  const openEnded = openEndedBy(base);
  return async (question, by, counted) => {
    const byMonth = by === "month" || question.month !== undefined;
    const { spans, rest } = coveringOf(await openEnded(question), byMonth ? "month" : "year");
    const found = await Promise.all([
      spans.length === 0 ? [] : profilesOf({ question, by, spans }),
      ...rest.map(async (end) => await counted({ ...question, ...end })),
    ]);
    return found.length === 1 ? (found[0] ?? []) : together(found.flat());
  };
}

/** Nothing was opened after the last tally: a period that reaches so far takes the year in whole. */
function openEndedBy({ db, tables: { tallies } }: Base): (asked: Span) => Promise<Span> {
  const newest = db.select({ at: tallies.openedAt }).from(tallies).orderBy(desc(tallies.openedAt)).limit(1);
  const lastTally = prepared("last_tally", newest);
  return async ({ from, to }) => {
    const [last] = await lastTally();
    return last !== undefined && last.at < to ? { from, to: Math.max(to, endOfYear(last.at)) } : { from, to };
  };
}

interface Asked {
  readonly question: FigureQuestion;
  readonly by: SummedBy;
  readonly spans: readonly string[];
}

function rememberedProfiles(base: Base): (asked: Asked) => Promise<readonly CountedProfile[]> {
  const read = profilesInSpans(base);
  const remember = createSumMemory(base);
  return async (asked) => {
    const { spans, by, question } = asked;
    const { scope, unit, township, month } = question;
    const key = JSON.stringify([spans, by, scope, unit ?? null, township ?? null, month ?? null]);
    return await remember(key, spans, async () => await read(asked));
  };
}

function profilesInSpans({ db, engine, tables }: Base) {
  const { tallySums: sums } = tables;
  const { span, unit, township, subject, profile } = sums;
  const month = sql<string>`substr(${span}, 1, 7)`;
  const groups = {
    all: sql<string>`''`,
    unit: sql<string>`${unit}`,
    township: sql<string>`${township}`,
    month,
  };
  const count = sql`sum(${sums.count})`.mapWith(Number);
  const read = rowReader<CountedProfile>(engine);
  return async ({ question, by, spans }: Asked): Promise<readonly CountedProfile[]> => {
    const group = groups[by];
    const conditions = [
      inArray(span, [...spans]),
      isInScope(tables, question.scope),
      question.unit === undefined ? undefined : eq(unit, question.unit),
      question.township === undefined ? undefined : eq(township, question.township),
      question.month === undefined ? undefined : sql`${month} = ${question.month}`,
    ];
    return await read(
      db
        .select({ group, subject, profile, count })
        .from(sums)
        .where(and(ne(sums.count, 0), ...conditions))
        .groupBy(...(by === "all" ? [] : [group]), subject, profile),
    );
  };
}

/** As for single rows (figures.ts). */
function isInScope({ tallySums: { unit, township } }: Base["tables"], scope: Scope): SQL | undefined {
  switch (scope.kind) {
    case "all":
      return undefined;
    case "township":
      return or(eq(township, scope.township), eq(unit, scope.township));
    case "unit":
      return eq(unit, scope.unit);
    case "cells":
    case "case":
    case "none":
      return sql`1 = 0`;
  }
}

function together(rows: readonly CountedProfile[]): readonly CountedProfile[] {
  const sums = new Map<string, CountedProfile>();
  for (const row of rows) {
    const key = `${row.group}\n${row.subject}\n${row.profile}`;
    const known = sums.get(key);
    sums.set(key, known === undefined ? row : { ...row, count: row.count + known.count });
  }
  return [...sums.values()];
}
