import { and, asc, desc, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { underWay } from "../server/domain/moves/linking.ts";
import type { Instant } from "../server/domain/time.ts";
import { rowToCase } from "./caseRow.ts";
import type { Base } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import { scopeCondition } from "./scope.ts";
import type { BoundFile, Box, ComparedCase, LinkingQueries, Within } from "./store.ts";

export function createLinking(base: Base): LinkingQueries {
  return {
    followersOf: async (leadId) => await boundBy(base, "mergedInto", leadId),
    partsOf: async (parentId) => await boundBy(base, "parentCase", parentId),
    answersOf: async (unit, since, limit) => await answersOf(base, { unit, since, limit }),
    compared: async (scope, within) => await compared(base, scopeCondition(base.tables, scope), within),
  };
}

async function boundBy(
  { db, tables: { cases, clocks } }: Base,
  column: "mergedInto" | "parentCase",
  id: string,
): Promise<readonly BoundFile[]> {
  const rows = await db.select().from(cases).where(eq(cases[column], id)).orderBy(asc(cases.id));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const ticking = await db
    .select()
    .from(clocks)
    .where(inArray(clocks.caseId, ids))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
  return rows.map((row) => ({
    case: rowToCase(row),
    clocks: ticking.filter((clock) => clock.caseId === row.id),
  }));
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

async function compared({ db, tables }: Base, scope: SQL, within: Within): Promise<readonly ComparedCase[]> {
  const { cases } = tables;
  const { id, number, state, text, address, itemCode, reading, cellCode, townshipCode, leadUnit } = cases;
  const { holder, reportedAt, reportedBy, confidential, rules, lng, lat } = cases;
  const told = { id, number, state, text, address, itemCode, reading, cellCode, townshipCode, leadUnit };
  const rows = await db
    .select({ ...told, holder, reportedAt, reportedBy, confidential, rules, lng, lat })
    .from(cases)
    .where(
      and(
        isOpenRow(tables),
        inArray(cases.state, [...underWay]),
        gte(cases.reportedAt, within.since),
        within.box && inBox(tables, within.box),
        scope,
      ),
    )
    .orderBy(desc(cases.id))
    .limit(within.limit);
  return rows.map(({ lng, lat, rules, ...row }) => ({
    ...row,
    spot: lng === null || lat === null ? null : { lng, lat },
    ...(rules === null ? {} : { rules }),
  }));
}

function inBox({ cases }: Base["tables"], { west, south, east, north }: Box): SQL | undefined {
  return and(gte(cases.lng, west), lte(cases.lng, east), gte(cases.lat, south), lte(cases.lat, north));
}
