import { and, asc, type Column, eq, or, sql, type SQL } from "drizzle-orm";
import { wholeRules } from "../server/domain/caseRules.ts";
import { openPartOf } from "../server/domain/succession/succession.ts";
import type { Base } from "./db.ts";
import { isOpenRow } from "./filter.ts";
import type { SuccessionQueries } from "./store.ts";

export function createSuccessions({ db, tables }: Base): SuccessionQueries {
  const { cases, calls } = tables;
  const left = or(isOpenRow(tables), sql`${cases.state} = 'merged'`);
  return {
    async casesOf(unit) {
      const rows = await db
        .select({ id: cases.id, leadUnit: cases.leadUnit, holder: cases.holder, rules: cases.rules })
        .from(cases)
        .where(and(left, or(eq(cases.leadUnit, unit), eq(cases.holder, unit), among(cases.parties, unit))))
        .orderBy(asc(cases.id));
      return rows.flatMap(({ id, rules, ...row }) => {
        const part = openPartOf({ ...row, ...(rules === null ? {} : { rules: wholeRules(rules) }) }, unit);
        return part === null ? [] : [{ id, leads: part === "lead" }];
      });
    },
    async callsOf(unit) {
      const rows = await db
        .select({ id: calls.id, answers: calls.answers })
        .from(calls)
        .where(and(sql`${calls.open} = true`, among(calls.units, unit)))
        .orderBy(asc(calls.id));
      const takes = ({ answers }: (typeof rows)[number]) =>
        answers.some((answer) => answer.unit === unit && answer.state !== "declined");
      return rows.filter(takes).map(({ id }) => id);
    },
    async moved() {
      const rows = await db
        .select({ id: cases.id, rules: cases.rules })
        .from(cases)
        .where(and(left, sql`cast(${cases.rules} as text) like '%"succeeded":%'`))
        .orderBy(asc(cases.id));
      return rows.flatMap(({ id, rules }) => {
        const succeeded = rules?.succeeded;
        return succeeded ? [{ id, succeeded }] : [];
      });
    },
  };
}

/** The code stands between commas, so that a code is never found inside another one. */
function among(column: Column, unit: string): SQL {
  return sql`${column} like ${`%,${unit.replaceAll(/[%_]/gu, "")},%`}`;
}
