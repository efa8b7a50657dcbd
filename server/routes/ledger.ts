/** 案卷台账 as a page and as a file: the filters of the worklist, every person's own scope, the reporter masked. */
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { filterEntries, type FilterQuery, filterOf } from "../caseFilter.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { LedgerAnswer } from "../domain/screenAnswers.ts";
import { wallClock } from "../domain/time.ts";
import { csvOf, type Sheet, workbookOf } from "../ledger/files.ts";
import { ledgerColumns } from "../ledger/columns.ts";
import { ledgerPage, type LedgerQuestion, wholeLedger } from "../ledger/ledger.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { line } from "../schema.ts";
import { ledgerShape } from "../shapes/screens.ts";
import { query } from "../validate.ts";

const sort = v.optional(v.picklist(["newest", "due"]), "newest");
const tableQuery = v.strictObject({ ...filterEntries, sort });
const pageQuery = v.strictObject({
  ...filterEntries,
  sort,
  after: v.optional(line(200)),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, "1 到 100 的整数")), "50"),
});

/** More are not read in a spreadsheet but counted by the figures. */
const MOST = 2000;

const TABLE = "按列表的筛选条件导出；反映人只有掩码。超过 2000 件不导出，请缩小范围。";
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function ledgerRoutes(deps: Deps): Hono<SignedIn> {
  const { clock, names } = deps;

  function question(
    c: Context<SignedIn>,
    { sort, ...filters }: v.InferOutput<typeof tableQuery>,
  ): LedgerQuestion {
    const { actor } = c.get("session");
    const now = clock.now();
    return { actor, filter: filterOf(filters as FilterQuery, actor, now), sort, now };
  }

  /** @returns null when there are too many. */
  async function sheet(c: Context<SignedIn>, asked: LedgerQuestion): Promise<Sheet | null> {
    const rows = await wholeLedger(asked, MOST, deps);
    if (rows === null) return null;
    const { account, actor } = c.get("session");
    const unit = names.holder(actor.unit)?.name;
    const stamp = `共 ${rows.length} 件；${[unit, account.name].filter(Boolean).join(" ")} 于 ${wallClock(asked.now)} 导出。个人信息已脱敏，仅限工作使用。`;
    return {
      name: "案卷台账",
      head: ledgerColumns.map(({ name }) => name),
      rows: rows.map(({ cells }) => cells),
      stamp,
    };
  }

  function tooMany(c: Context<SignedIn>) {
    const expected = `不超过 ${MOST} 件：请加上乡镇、单位、状态等筛选`;
    return problem(c, refuse("badValue", { field: "tab", given: `${MOST} 件以上`, expected }));
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
        refusals: [422],
      }),
      query(tableQuery),
      async (c) => {
        const asked = question(c, c.req.valid("query"));
        const table = await sheet(c, asked);
        if (table === null) return tooMany(c);
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
        refusals: [422],
      }),
      query(tableQuery),
      async (c) => {
        const asked = question(c, c.req.valid("query"));
        const table = await sheet(c, asked);
        if (table === null) return tooMany(c);
        named(c, asked.now, "xlsx");
        return c.body(new Uint8Array(workbookOf(table, asked.now)), 200, { "Content-Type": WORKBOOK });
      },
    );
}
