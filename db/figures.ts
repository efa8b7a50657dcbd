/** Rows counted by what they tell, and the rows themselves: nothing here knows what an indicator is. */
import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import type { CountedProfile } from "../server/domain/evaluate/figure.ts";
import type { Scope } from "../server/domain/permit.ts";
import { type Base, countOf, isAmong } from "./db.ts";
import type { EvaluationQueries, FigureQuestion, GroupBy, RowsWanted } from "./store.ts";
import { isSummed, summedProfiles } from "./summedFigures.ts";

type Tables = Base["tables"];

/** Row by row: what no sum is kept of. */
async function countedProfiles(
  { db, tables }: Base,
  question: FigureQuestion,
  by: GroupBy,
): Promise<readonly CountedProfile[]> {
  const { subject, profile } = tables.tallies;
  const group = groupColumn(tables, by);
  return await db
    .select({ group, subject, profile, count: countOf() })
    .from(tables.tallies)
    .where(inQuestion(tables, question))
    .groupBy(...(by === "all" ? [] : [group]), subject, profile);
}

export function createFigures(
  base: Base,
): Pick<EvaluationQueries, "profiles" | "takenOut" | "placed" | "takenCases" | "rows"> {
  const { db, tables } = base;
  const { tallies, objections, objectionCases } = tables;
  const summed = summedProfiles(base);
  return {
    profiles: async (question, by) =>
      isSummed(question, by)
        ? await summed(question, by, async (part) => await countedProfiles(base, part, by))
        : await countedProfiles(base, question, by),

    async takenOut(question, by) {
      const group = groupColumn(tables, by);
      return await db
        .select({
          indicator: objections.indicator,
          group,
          subject: tallies.subject,
          profile: tallies.profile,
          count: sql`count(distinct ${tallies.caseId})`.mapWith(Number),
        })
        .from(objections)
        .innerJoin(objectionCases, eq(objectionCases.objectionId, objections.id))
        .innerJoin(tallies, isSameRow(tables))
        .where(and(eq(objections.state, "accepted"), inQuestion(tables, question)))
        .groupBy(
          objections.indicator,
          ...(by === "all" ? [] : [group]),
          tallies.subject,
          tallies.profile,
          tallies.unit,
        );
    },

    rows: figureRows(base),
    ...placedRows(base),
  };
}

/** The same rows one by one, to be grouped by the cells of another version of the grid. */
function placedRows({ db, tables }: Base): Pick<EvaluationQueries, "placed" | "takenCases"> {
  const { tallies, cases, objections, objectionCases } = tables;
  const { caseId, subject, profile } = tallies;
  return {
    placed: async (question) =>
      await db
        .select({ caseId, subject, profile, cell: tallies.cell, lng: cases.lng, lat: cases.lat })
        .from(tallies)
        .innerJoin(cases, eq(cases.id, tallies.caseId))
        .where(inQuestion(tables, question)),
    takenCases: async (question) =>
      await db
        .selectDistinct({ indicator: objections.indicator, caseId, subject, profile, unit: tallies.unit })
        .from(objections)
        .innerJoin(objectionCases, eq(objectionCases.objectionId, objections.id))
        .innerJoin(tallies, isSameRow(tables))
        .where(and(eq(objections.state, "accepted"), inQuestion(tables, question))),
  };
}

function figureRows({ db, tables }: Base): EvaluationQueries["rows"] {
  const { tallies, cases } = tables;
  return async (question, wanted, page) => {
    const where = and(inQuestion(tables, question), isWanted(tables, wanted));
    const [total] = await db.select({ n: countOf() }).from(tallies).where(where);
    const rows = await db
      .select({
        caseId: tallies.caseId,
        number: cases.number,
        state: cases.state,
        subject: tallies.subject,
        unit: tallies.unit,
        openedAt: tallies.openedAt,
        township: tallies.township,
        item: tallies.item,
        profile: tallies.profile,
        taken: isTaken(tables, wanted.indicator).mapWith(Boolean),
        cellCode: cases.cellCode,
        townshipCode: cases.townshipCode,
        leadUnit: cases.leadUnit,
        reportedBy: cases.reportedBy,
      })
      .from(tallies)
      .innerJoin(cases, eq(cases.id, tallies.caseId))
      .where(and(where, after(tables, page.after)))
      .orderBy(desc(tallies.caseId), desc(tallies.unit))
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    const next = rows.length > page.limit && last ? `${last.caseId}~${last.unit}` : null;
    return { rows: shown, total: total?.n ?? 0, next };
  };
}

/** Ids rise with time; a cursor that is none begins at the beginning. */
function after({ tallies }: Tables, cursor: string | null): SQL | undefined {
  const [caseId, unit] = (cursor ?? "").split("~");
  if (!caseId || unit === undefined) return undefined;
  return or(lt(tallies.caseId, caseId), and(eq(tallies.caseId, caseId), lt(tallies.unit, unit)));
}

function isWanted(tables: Tables, { indicator, subject, profiles, takenProfiles }: RowsWanted): SQL {
  const { tallies } = tables;
  const taken = isTaken(tables, indicator);
  const among = (list: readonly string[]) =>
    list.length === 0 ? sql`1 = 0` : inArray(tallies.profile, [...list]);
  return sql`(${tallies.subject} = ${subject} and ((${among(profiles)} and not ${taken}) or (${among(takenProfiles)} and ${taken})))`;
}

/** An accepted objection names this row for this indicator. */
function isTaken(tables: Tables, indicator: string): SQL {
  const { objections, objectionCases } = tables;
  return sql`exists (select 1 from ${objectionCases} inner join ${objections}
    on ${objections.id} = ${objectionCases.objectionId}
    where ${isSameRow(tables)} and ${objections.indicator} = ${indicator} and ${objections.state} = 'accepted')`;
}

function isSameRow({ tallies, objectionCases }: Tables): SQL | undefined {
  return and(
    eq(objectionCases.caseId, tallies.caseId),
    eq(objectionCases.subject, tallies.subject),
    eq(objectionCases.unit, tallies.unit),
  );
}

function groupColumn({ tallies }: Tables, by: GroupBy): SQL<string> {
  switch (by) {
    case "all":
      return sql<string>`''`.as("all_rows") as unknown as SQL<string>;
    case "unit":
      return sql<string>`${tallies.unit}`;
    case "township":
      return sql<string>`${tallies.township}`;
    case "cell":
      return sql<string>`${tallies.cell}`;
    case "item":
      return sql<string>`${tallies.item}`;
    case "month":
      return sql<string>`${tallies.month}`;
  }
}

function inQuestion(tables: Tables, question: FigureQuestion): SQL | undefined {
  const { tallies } = tables;
  const is = (column: SQL | typeof tallies.unit, code: string | undefined) =>
    code === undefined ? undefined : sql`${column} = ${code}`;
  return and(
    gte(tallies.openedAt, question.from),
    lt(tallies.openedAt, question.to),
    isInScope(tables, question.scope),
    is(tallies.unit, question.unit),
    is(sql`${tallies.township}`, question.township),
    is(sql`${tallies.cell}`, question.cell),
    is(sql`${tallies.item}`, question.item),
    is(sql`${tallies.month}`, question.month),
    question.caseIds && isAmong(tallies.caseId, question.caseIds),
  );
}

/** A unit's own rows; a township's are also those of its area. Nobody else has figures. */
function isInScope({ tallies }: Tables, scope: Scope): SQL {
  switch (scope.kind) {
    case "all":
      return sql`1 = 1`;
    case "township":
      return sql`(${tallies.township} = ${scope.township} or ${tallies.unit} = ${scope.township})`;
    case "unit":
      return sql`${tallies.unit} = ${scope.unit}`;
    case "cells":
    case "case":
    case "none":
      return sql`1 = 0`;
  }
}
