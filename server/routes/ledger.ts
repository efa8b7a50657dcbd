/** 案卷台账 as a page and as a file: the filters of the worklist, every person's own scope, the reporter masked. */
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { filterEntries, filterOf } from "../caseFilter.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { LedgerAnswer } from "../domain/listAnswers.ts";
import { mayExport } from "../domain/exports.ts";
import { wallClock } from "../domain/time.ts";
import { csvOf, type Sheet, workbookOf } from "../ledger/files.ts";
import { ledgerColumns } from "../ledger/columns.ts";
import { ledgerPage, type LedgerQuestion, wholeLedger } from "../ledger/ledger.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { line, pageLimit } from "../schema.ts";
import { ledgerShape } from "../shapes/lists.ts";
import { noteSecurity } from "../securityLog.ts";
import { query } from "../validate.ts";
import { markLine, markOf } from "../watermark.ts";

const sort = v.optional(v.picklist(["newest", "due"]), "newest");
const tableQuery = v.strictObject({ ...filterEntries, sort });
const pageQuery = v.strictObject({
  ...filterEntries,
  sort,
  after: v.optional(line(200)),
  limit: pageLimit,
});

const TABLE =
  "按列表的筛选条件导出；反映人只有掩码，记入安全日志。件数多于可直接导出的（fixtures/exports.json），请用导出申请。";
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function ledgerRoutes(deps: Deps): Hono<SignedIn> {
  const { clock, exportRule } = deps;

  function question(
    c: Context<SignedIn>,
    { sort, ...filters }: v.InferOutput<typeof tableQuery>,
  ): LedgerQuestion {
    const { actor } = c.get("session");
    const now = clock.now();
    return { actor, filter: filterOf(filters, actor, now), sort, now };
  }

  /** As an export without reporters (0039): by those who keep a worklist, few enough to need nobody's leave. */
  async function sheet(c: Context<SignedIn>, asked: LedgerQuestion): Promise<Sheet | Response> {
    const session = c.get("session");
    if (!mayExport(session.actor, false)) return doorProblem(c, "exportersOnly");
    const rows = await wholeLedger(asked, exportRule.directRows, deps);
    if (rows === null) return tooMany(c);
    await noteSecurity(c, deps, "exported", { detail: `台账 ${rows.length} 件` });
    const mark = markOf(session, deps);
    const told = `共 ${rows.length} 件，反映人只有掩码`;
    return {
      name: "案卷台账",
      head: ledgerColumns.map(({ name }) => name),
      rows: rows.map(({ cells }) => cells),
      stamp: [told, ...markLine(mark).flat()].join("；"),
    };
  }

  function tooMany(c: Context<SignedIn>): Response {
    const { directRows } = exportRule;
    const expected = `不超过 ${directRows} 件：请加上乡镇、单位、状态等筛选，或在“导出”页申请`;
    return problem(c, refuse("badValue", { field: "tab", given: `${directRows} 件以上`, expected }));
  }

  function named(c: Context<SignedIn>, now: number, ending: string): void {
    const day = wallClock(now).slice(0, 10);
    c.header("Content-Disposition", `attachment; filename="ledger-${day}.${ending}"`);
    c.header("Cache-Control", "private, no-store");
  }

  return new Hono<SignedIn>()
    .get(
      "/api/ledger",
      note({ tag: "案卷", summary: "案卷台账", answer: ledgerShape, refusals: [422] }),
      query(pageQuery),
      async (c) => {
        const { after = null, limit, ...asked } = c.req.valid("query");
        const page = await ledgerPage(question(c, asked), { after, limit: Number(limit) }, deps);
        const answer: LedgerAnswer = { columns: ledgerColumns.map(({ name }) => name), ...page };
        return c.json(answer);
      },
    )
    .get(
      "/api/ledger/table.csv",
      note({
        tag: "案卷",
        summary: "案卷台账导出（CSV）",
        description: TABLE,
        type: "text/csv",
        refusals: [403, 422],
      }),
      query(tableQuery),
      async (c) => {
        const asked = question(c, c.req.valid("query"));
        const table = await sheet(c, asked);
        if (table instanceof Response) return table;
        named(c, asked.now, "csv");
        return c.body(csvOf(table), 200, { "Content-Type": "text/csv; charset=utf-8" });
      },
    )
    .get(
      "/api/ledger/table.xlsx",
      note({
        tag: "案卷",
        summary: "案卷台账导出（Excel）",
        description: TABLE,
        type: WORKBOOK,
        refusals: [403, 422],
      }),
      query(tableQuery),
      async (c) => {
        const asked = question(c, c.req.valid("query"));
        const table = await sheet(c, asked);
        if (table instanceof Response) return table;
        named(c, asked.now, "xlsx");
        return c.body(new Uint8Array(workbookOf(table, asked.now)), 200, { "Content-Type": WORKBOOK });
      },
    );
}
