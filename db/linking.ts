import { and, asc, desc, eq, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { CaseRules } from "../server/domain/caseRules.ts";
import { underWay } from "../server/domain/moves/linking.ts";
import type { Instant } from "../server/domain/time.ts";
import { rowToCase } from "./caseRow.ts";
import { type Base, chunked, prepared, slot } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { scopeCondition } from "./scope.ts";
import type { BoundFile, Box, ComparedCase, LinkingQueries, PlacedCase, Within } from "./store.ts";

export function createLinking(base: Base): LinkingQueries {
  return {
    followersOf: boundBy(base, "mergedInto"),
    partsOf: boundBy(base, "parentCase"),
    answersOf: async (unit, since, limit) => await answersOf(base, { unit, since, limit }),
    compared: async (scope, within) => await compared(base, scopeCondition(base.tables, scope), within),
    comparedOf: async (ids) => await comparedOf(base, ids),
    placed: async (since) => await placed(base, since),
    placedOf: async (ids) => await placedOf(base, ids),
  };
}

function boundBy(
  { db, tables: { cases, clocks } }: Base,
  column: "mergedInto" | "parentCase",
): (id: string) => Promise<readonly BoundFile[]> {
  const isBound = eq(cases[column], slot("id"));
  const bound = prepared(`cases_by_${column}`, db.select().from(cases).where(isBound).orderBy(asc(cases.id)));
  const ticking = prepared(
    `clocks_by_${column}`,
    db
      .select({ clock: clocks })
      .from(clocks)
      .innerJoin(cases, eq(cases.id, clocks.caseId))
      .where(isBound)
      .orderBy(asc(clocks.startedAt), asc(clocks.id)),
  );
  return async (id) => {
    const rows = await bound({ id });
    if (rows.length === 0) return [];
    const all = (await ticking({ id })).map(({ clock }) => clock);
    return rows.map((row) => ({
      case: rowToCase(row),
      clocks: all.filter((clock) => clock.caseId === row.id),
    }));
  };
}

async function answersOf(
  { db, tables: { cases, events, sealedWords } }: Base,
  { unit, since, limit }: { readonly unit: string; readonly since: Instant; readonly limit: number },
) {
  const rows = await db
    .select({ caseId: cases.id, number: cases.number, words: sealedWords.words })
    .from(events)
    .innerJoin(cases, eq(cases.id, events.caseId))
    .innerJoin(sealedWords, and(eq(sealedWords.caseId, events.caseId), eq(sealedWords.seq, events.seq)))
    .where(and(sql`${events.action} = 'handle'`, eq(events.actorUnit, unit), gte(events.at, since)))
    .orderBy(desc(events.at), desc(events.caseId))
    .limit(limit);
  return rows.flatMap(({ caseId, number, words }) => {
    const text = words["result"]?.value;
    return text === undefined ? [] : [{ caseId, number, text }];
  });
}

async function compared(base: Base, scope: SQL, within: Within): Promise<readonly ComparedCase[]> {
  const { cases } = base.tables;
  const { since, box, limit } = within;
  const narrow = and(gte(cases.reportedAt, since), box && inBox(base.tables, box), scope);
  const rows = comparedRows(base, narrow).orderBy(desc(cases.id));
  return (await (limit === undefined ? rows : rows.limit(limit))).map(spotted);
}

async function comparedOf(base: Base, ids: readonly string[]): Promise<readonly ComparedCase[]> {
  const found: ComparedCase[] = [];
  for (const chunk of chunked(ids))
    found.push(...(await comparedRows(base, inArray(base.tables.cases.id, chunk))).map(spotted));
  return found;
}

function comparedRows({ db, tables }: Base, narrow: SQL | undefined) {
  const { cases } = tables;
  const { id, number, state, text, address, itemCode, reading, cellCode, townshipCode, leadUnit } = cases;
  const { holder, reportedAt, reportedBy, confidential, rules, lng, lat } = cases;
  const told = { id, number, state, text, address, itemCode, reading, cellCode, townshipCode, leadUnit };
  return db
    .select({ ...told, holder, reportedAt, reportedBy, confidential, rules, lng, lat })
    .from(cases)
    .where(and(isOpenRow(tables), inArray(cases.state, [...underWay]), narrow));
}

async function placed(base: Base, since: Instant): Promise<readonly PlacedCase[]> {
  const rows = await placedRows(base, gte(base.tables.cases.reportedAt, since));
  return rows.map(spotted).flatMap(withSpot);
}

async function placedOf(base: Base, ids: readonly string[]): Promise<readonly PlacedCase[]> {
  const found: PlacedCase[] = [];
  for (const chunk of chunked(ids))
    found.push(
      ...(await placedRows(base, inArray(base.tables.cases.id, chunk))).map(spotted).flatMap(withSpot),
    );
  return found;
}

function placedRows({ db, tables: { cases } }: Base, narrow: SQL) {
  const { id, number, state, itemCode, cellCode, townshipCode, leadUnit, reportedAt, reportedBy } = cases;
  const { rules, lng, lat } = cases;
  const told = { id, number, state, itemCode, cellCode, townshipCode, leadUnit, reportedAt, reportedBy };
  return db
    .select({ ...told, rules, lng, lat })
    .from(cases)
    .where(and(isNotNull(cases.lng), narrow));
}

interface Bare {
  readonly lng: number | null;
  readonly lat: number | null;
  readonly rules: CaseRules | null;
}

/** A row as the core knows it: one place or none, and no rules while nothing needs them. */
function spotted<Row extends Bare>({ lng, lat, rules, ...row }: Row) {
  return {
    ...row,
    spot: lng === null || lat === null ? null : { lng, lat },
    ...(rules === null ? {} : { rules }),
  };
}

function withSpot<Row extends { readonly spot: PlacedCase["spot"] | null }>({ spot, ...row }: Row) {
  return spot === null ? [] : [{ ...row, spot }];
}

function inBox({ cases }: Base["tables"], { west, south, east, north }: Box): SQL | undefined {
  return and(gte(cases.lng, west), lte(cases.lng, east), gte(cases.lat, south), lte(cases.lat, north));
}
