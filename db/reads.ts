/** Hot single reads of cases, prepared once. */
import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Case, Reporter } from "../server/domain/case.ts";
import type { Clock } from "../server/domain/clock.ts";
import { rowToCase } from "./caseRow.ts";
import { type Base, isOneOf, prepared, slot } from "./db.ts";
import { phoneDigits } from "./secrets/ring.ts";
import type { CaseQueries, CaseStand } from "./store.ts";

export function caseReads(
  base: Base,
): Pick<
  CaseQueries,
  "byId" | "byReportId" | "byNumber" | "file" | "files" | "stand" | "reporter" | "ofPhone"
> {
  const { cases } = base.tables;
  const byId = oneCase(base, "id");
  const clocksOf = clocksOfCase(base);
  return {
    byId,
    byReportId: oneCase(base, "reportId"),
    byNumber: oneCase(base, "number"),
    async file(id) {
      const found = await byId(id);
      return found && { case: found, clocks: await clocksOf(id) };
    },
    files: manyFiles(base),
    stand: standOfCase(base),
    reporter: reporterOf(base),
    ofPhone: casesOfPhone(base),
  };

  function oneCase({ db }: Base, column: "id" | "reportId" | "number") {
    const query = db
      .select()
      .from(cases)
      .where(eq(cases[column], slot("value")));
    const read = prepared(`case_${column}`, query);
    return async (value: string): Promise<Case | null> => {
      const [row] = await read({ value });
      return row ? rowToCase(row) : null;
    };
  }
}

/** The case that a report id became. @throws when there is none: only asked after the database said so. */
export function caseIdOfReport({ db, tables: { cases } }: Base): (reportId: string) => Promise<string> {
  const query = db
    .select({ id: cases.id })
    .from(cases)
    .where(eq(cases.reportId, slot("reportId")));
  const read = prepared("case_of_report", query);
  return async (reportId) => {
    const [row] = await read({ reportId });
    if (!row) throw new Error(`Report ${reportId} is known, but its case is not found.`);
    return row.id;
  };
}

function standOfCase({ db, tables: { cases } }: Base): (id: string) => Promise<CaseStand | null> {
  const { headHash, text, address, contactable } = cases;
  const query = db
    .select({ headHash, text, address, contactable })
    .from(cases)
    .where(eq(cases.id, slot("id")));
  const read = prepared("case_stand", query);
  return async (id) => (await read({ id }))[0] ?? null;
}

function clocksOfCase({ db, tables: { clocks } }: Base): (caseId: string) => Promise<readonly Clock[]> {
  const query = db
    .select()
    .from(clocks)
    .where(eq(clocks.caseId, slot("caseId")))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
  const read = prepared("clocks_of_case", query);
  return async (caseId) => await read({ caseId });
}

function manyFiles(base: Base): CaseQueries["files"] {
  const { cases, clocks } = base.tables;
  const readCases = prepared(
    "cases_by_ids",
    base.db
      .select()
      .from(cases)
      .where(isOneOf(base, cases.id, "ids")),
  );
  const readClocks = prepared(
    "clocks_of_cases",
    base.db
      .select()
      .from(clocks)
      .where(isOneOf(base, clocks.caseId, "ids"))
      .orderBy(asc(clocks.startedAt), asc(clocks.id)),
  );
  return async (ids) => {
    const asked = { ids: JSON.stringify(ids) };
    const [rows, clockRows] = await Promise.all([readCases(asked), readClocks(asked)]);
    const clocksOf = new Map<string, Clock[]>(ids.map((id) => [id, []]));
    for (const clock of clockRows) clocksOf.get(clock.caseId)?.push(clock);
    return rows.map((row) => ({ case: rowToCase(row), clocks: clocksOf.get(row.id) ?? [] }));
  };
}

function reporterOf({ db, tables: { reporters } }: Base): (caseId: string) => Promise<Reporter | null> {
  const query = db
    .select({ name: reporters.name, phone: reporters.phone })
    .from(reporters)
    .where(eq(reporters.caseId, slot("caseId")));
  const read = prepared("reporter_of_case", query);
  return async (caseId) => (await read({ caseId }))[0] ?? null;
}

/** By the hashes of all keys: while keys are being changed, rows of both stand side by side. */
function casesOfPhone({ db, ring, tables: { cases, reporters } }: Base): CaseQueries["ofPhone"] {
  return async (phone, limit) => {
    const hashes = ring.lookups(phoneDigits(phone)).map((hash) => sql`${hash}`);
    const those = db
      .select({ caseId: reporters.caseId })
      .from(reporters)
      .where(sql`${reporters.phoneKey} in (${sql.join(hashes, sql`, `)})`);
    const rows = await db
      .select()
      .from(cases)
      .where(inArray(cases.id, those))
      .orderBy(desc(cases.id))
      .limit(limit);
    return rows.map(rowToCase);
  };
}
