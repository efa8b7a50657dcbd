/** The worklist and the case file. */
import { caseShape } from "../shapes/cases.ts";
import { caseListShape, countsShape, dueCountsShape } from "../shapes/lists.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { openFile, showFile } from "../caseFile.ts";
import { filterEntries, filterOf, filterQuery } from "../caseFilter.ts";
import type { Deps } from "../deps.ts";
import type { CaseListAnswer, DueCountsAnswer } from "../domain/listAnswers.ts";
import { refuse } from "../domain/case.ts";
import { scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { line, pageLimit } from "../schema.ts";
import { query } from "../validate.ts";
import { caseRow } from "../view/caseRow.ts";

const listQuery = v.strictObject({
  ...filterEntries,
  /** `due` lists open cases only, earliest due first. */
  sort: v.optional(v.picklist(["newest", "due"]), "newest"),
  after: v.optional(line(200)),
  limit: pageLimit,
});

const { due: _, ...daysEntries } = filterEntries;

/** Of what is over, more than this is only said to be more. */
const MOST_COUNTED = 10_000;

export function caseRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, names } = deps;
  return new Hono<SignedIn>()
    .get(
      "/api/cases",
      note({ tag: "案卷", summary: "案卷列表", answer: caseListShape, refusals: [422] }),
      query(listQuery),
      async (c) => {
        const { actor } = c.get("session");
        const { sort, after = null, limit, ...filters } = c.req.valid("query");
        const now = clock.now();
        const page = { sort, after, limit: Number(limit) };
        const found = await store.cases.list(scopeOf(actor), filterOf(filters, actor, now), page, now);
        const answer: CaseListAnswer = {
          rows: found.rows.map((row) => caseRow(row, actor, names)),
          next: found.next,
          now,
        };
        return c.json(answer);
      },
    )
    .get(
      "/api/cases/counts",
      note({
        tag: "案卷",
        summary: "案卷计数",
        description: "已办和全部从最新的数起，最多 10000 件，more 表示还有更多。",
        answer: countsShape,
        refusals: [422],
      }),
      query(filterQuery),
      async (c) => {
        const { actor } = c.get("session");
        const now = clock.now();
        const sent = c.req.valid("query");
        const [scope, filter] = [scopeOf(actor), filterOf(sent, actor, now)];
        if (sent.tab !== "done" && sent.tab !== "all")
          return c.json({ ...(await store.cases.counts(scope, filter, now)), more: false });
        return c.json({ ...(await store.cases.archiveCounts(scope, filter, now, MOST_COUNTED)), byLamp: {} });
      },
    )
    .get(
      "/api/cases/days",
      note({
        tag: "案卷",
        summary: "按到期日计数",
        description: "同一筛选下已超期、今日、明日、本周到期的在办件数；本周含今日、明日。",
        answer: dueCountsShape,
        refusals: [422],
      }),
      query(v.strictObject(daysEntries)),
      async (c) => {
        const { actor } = c.get("session");
        const now = clock.now();
        const asked = c.req.valid("query");
        const onDay = async (due: "overdue" | "today" | "tomorrow" | "week") =>
          (await store.cases.counts(scopeOf(actor), filterOf({ ...asked, due }, actor, now), now)).total;
        const [overdue, today, tomorrow, week] = await Promise.all([
          onDay("overdue"),
          onDay("today"),
          onDay("tomorrow"),
          onDay("week"),
        ]);
        return c.json({ overdue, today, tomorrow, week } satisfies DueCountsAnswer);
      },
    )
    .get(
      "/api/cases/:id",
      note({
        tag: "案卷",
        summary: "案卷全貌",
        description: "含办理过程、计时，以及当前登录的人此刻可以做的操作（moves）。",
        params: { id: "案卷 id" },
        answer: caseShape,
        refusals: [404],
      }),
      async (c) => {
        const { actor } = c.get("session");
        const file = await openFile(c.req.param("id"), actor, deps);
        return file ? c.json(await showFile(file, actor, deps)) : problem(c, refuse("notFound"));
      },
    );
}
