import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { rowToCase } from "./caseRow.ts";
import { type Base, chunked, countOf } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import type { ComponentFilter, ComponentQueries } from "./store.ts";

export function createComponents({ db, tables }: Base): ComponentQueries {
  const { components, cases } = tables;
  return {
    async put(given) {
      for (const chunk of chunked(given)) await putRows(chunk);
    },
    async byCodes(codes) {
      const found = [];
      for (const chunk of chunked(codes))
        found.push(...(await db.select().from(components).where(inArray(components.code, chunk))));
      return found;
    },
    async count(filter) {
      const [row] = await db.select({ n: countOf() }).from(components).where(conditionOf(tables, filter));
      return row?.n ?? 0;
    },
    list: async (filter, { after, limit }) =>
      await db
        .select()
        .from(components)
        .where(and(gt(components.code, after), conditionOf(tables, filter)))
        .orderBy(asc(components.code))
        .limit(limit),
    inBox: async ({ west, south, east, north }, { limit, classCode }) =>
      await db
        .select()
        .from(components)
        .where(
          and(
            gte(components.lat, south),
            lte(components.lat, north),
            gte(components.lng, west),
            lte(components.lng, east),
            ne(components.state, "removed"),
            classCode === undefined ? undefined : eq(components.classCode, classCode),
          ),
        )
        .orderBy(asc(components.code))
        .limit(limit),
    standing: async (classCode) =>
      await db
        .select()
        .from(components)
        .where(and(eq(components.classCode, classCode), ne(components.state, "removed")))
        .orderBy(asc(components.code)),
    inCells: async (cells, limit) =>
      cells.length === 0
        ? []
        : await db
            .select()
            .from(components)
            .where(and(inArray(components.cellCode, [...cells]), ne(components.state, "removed")))
            .orderBy(asc(components.code))
            .limit(limit),
    async tallies(codes, since) {
      const found = [];
      for (const chunk of chunked(codes)) found.push(...(await tallyRows(chunk, since)));
      return found;
    },
    async casesOf(code, limit) {
      const rows = await db
        .select()
        .from(cases)
        .where(eq(cases.componentCode, code))
        .orderBy(desc(cases.reportedAt), desc(cases.id))
        .limit(limit);
      return rows.map(rowToCase);
    },
  };

  async function putRows(rows: (typeof components.$inferInsert)[]): Promise<void> {
    await db
      .insert(components)
      .values(rows)
      .onConflictDoUpdate({
        target: components.code,
        set: {
          classCode: sql`excluded.class_code`,
          name: sql`excluded.name`,
          owner: sql`excluded.owner`,
          unit: sql`excluded.unit`,
          cellCode: sql`excluded.cell_code`,
          lng: sql`excluded.lng`,
          lat: sql`excluded.lat`,
          state: sql`excluded.state`,
          source: sql`excluded.source`,
          updatedAt: sql`excluded.updated_at`,
        },
      })
      .returning({ code: components.code });
  }

  async function tallyRows(codes: string[], since: number) {
    const mended = inArray(cases.state, ["closed", "followedUp"]);
    const rows = await db
      .select({
        code: cases.componentCode,
        cases: countOf(),
        open: countOf(isOpenRow(tables)),
        lately: countOf(gte(cases.reportedAt, since)),
        lastReportedAt: sql<number | null>`max(${cases.reportedAt})`,
        lastMendedAt: sql<number | null>`max(case when ${mended} then ${cases.closedAt} end)`,
        mended: countOf(mended),
      })
      .from(cases)
      .where(inArray(cases.componentCode, codes))
      .groupBy(cases.componentCode);
    return rows.flatMap(({ code, lastReportedAt, lastMendedAt, ...row }) =>
      code === null
        ? []
        : [{ ...row, code, lastReportedAt: numberOf(lastReportedAt), lastMendedAt: numberOf(lastMendedAt) }],
    );
  }
}

/** PostgreSQL tells the largest of many instants as a text. */
function numberOf(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

function conditionOf(tables: Base["tables"], filter: ComponentFilter): SQL | undefined {
  const { components } = tables;
  const { words, classCode, owner, unit, within, state, isFaulty, repeated } = filter;
  return and(
    words === undefined ? undefined : saysWords(tables, words),
    classCode === undefined ? undefined : eq(components.classCode, classCode),
    owner === undefined ? undefined : owner === null ? isNull(components.owner) : eq(components.owner, owner),
    unit === undefined ? undefined : eq(components.unit, unit),
    within === undefined
      ? undefined
      : and(gte(components.cellCode, within), lte(components.cellCode, `${within}~`)),
    state === undefined ? undefined : eq(components.state, state),
    isFaulty ? hasCases(tables, isOpenRow(tables), 1) : undefined,
    repeated === undefined
      ? undefined
      : hasCases(tables, gte(tables.cases.reportedAt, repeated.since), repeated.cases),
  );
}

function saysWords({ components }: Base["tables"], words: string): SQL | undefined {
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return or(
    sql`lower(${components.name}) like ${pattern} escape '\\'`,
    sql`${components.code} like ${pattern} escape '\\'`,
  );
}

function hasCases({ components, cases }: Base["tables"], condition: SQL, least: number): SQL {
  return sql`${components.code} in (select ${cases.componentCode} from ${cases} where ${and(
    sql`${cases.componentCode} is not null`,
    condition,
  )} group by ${cases.componentCode} having count(*) >= ${least})`;
}
