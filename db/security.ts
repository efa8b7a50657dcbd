/** 安全日志 and looks at reporters, newest first, page by page. */
import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import { rowEntry } from "./record/rows.ts";
import { factSubject, lettingGo } from "./record/securityRows.ts";
import type { LogPage, SecurityQueries } from "./store.ts";
import type { Writer } from "./writer.ts";

export function createSecurity({ db, tables }: Base, writer: Writer): SecurityQueries {
  const { securityLog, exports, reveals, cases } = tables;
  return {
    async note(fact) {
      await writer.run([{ write: "addFact", row: fact }, rowEntry("securityFact", factSubject(fact), fact)]);
    },
    facts: async ({ kind, ...page }) =>
      await db
        .select()
        .from(securityLog)
        .where(and(onPage(securityLog, page), kind === undefined ? undefined : eq(securityLog.kind, kind)))
        .orderBy(desc(securityLog.at), desc(securityLog.id))
        .limit(page.limit),
    async forgetFacts(before) {
      const [row] = await db.select({ n: countOf() }).from(securityLog).where(lt(securityLog.at, before));
      const count = row?.n ?? 0;
      if (count > 0) await writer.run([{ write: "forgetFacts", row: { before } }, lettingGo(before)]);
      return count;
    },
    async addExport(asked) {
      await db.insert(exports).values(asked).returning({ id: exports.id });
    },
    async export(id) {
      const [row] = await db.select().from(exports).where(eq(exports.id, id));
      return row ?? null;
    },
    exports: async ({ accountId, all, limit }) =>
      await db
        .select()
        .from(exports)
        .where(all ? undefined : eq(exports.askedBy, accountId))
        .orderBy(desc(exports.askedAt), desc(exports.id))
        .limit(limit),
    async changeExport({ id, ...row }, expects) {
      const changed = await db
        .update(exports)
        .set(row)
        .where(and(eq(exports.id, id), eq(exports.state, expects)))
        .returning({ id: exports.id });
      return changed.length === 1;
    },
    async reveals({ number, ...page }) {
      const rows = await db
        .select({
          reveal: reveals,
          number: cases.number,
          confidential: cases.confidential,
        })
        .from(reveals)
        .innerJoin(cases, eq(cases.id, reveals.caseId))
        .where(and(onPage(reveals, page), number === undefined ? undefined : eq(cases.number, number)))
        .orderBy(desc(reveals.at), desc(reveals.id))
        .limit(page.limit);
      return rows.map(({ reveal, ...known }) => ({ ...reveal, ...known }));
    },
  };
}

type Columns = Pick<Base["tables"]["reveals"], "id" | "at" | "accountId"> | Base["tables"]["securityLog"];

function onPage({ id, at, accountId }: Columns, page: Omit<LogPage, "limit">): SQL | undefined {
  const { from, to, after } = page;
  return and(
    gte(at, from),
    lt(at, to),
    page.accountId === undefined ? undefined : eq(accountId, page.accountId),
    after && or(lt(at, after.at), and(eq(at, after.at), lt(id, after.id))),
  );
}
