/** 评价: figures per unit, township, item, month and cell, the cases behind each, and where time is lost. */
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { FigureQuestion } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import { onDay } from "../county/onDay.ts";
import type { Deps } from "../deps.ts";
import type { EvaluationAnswer, EvaluationRowsAnswer, Grouping } from "../domain/evaluate/answers.ts";
import { type CaseState, type Refusal, refuse } from "../domain/case.ts";
import { stateWords } from "../domain/words.ts";
import { catchUp, evaluationAnswer, namedGroup } from "../evaluation/figures.ts";
import { casesIn, onVersion } from "../evaluation/onVersion.ts";
import { heldAnswer, heldRowsAnswer } from "../evaluation/held.ts";
import { indicatorNamed } from "../evaluation/objections.ts";
import {
  figureEntries,
  mayEvaluate,
  type Period,
  periodEntries,
  periodOf,
  questionOf,
} from "../evaluation/question.ts";
import { narrowed, rowsAnswer } from "../evaluation/rows.ts";
import { evaluationCsv } from "../evaluation/table.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { code, line, pageLimit } from "../schema.ts";
import { evaluationRowsShape, evaluationShape, heldRowsShape, heldShape } from "../shapes/evaluation.ts";
import { query } from "../validate.ts";
import { noteSecurity } from "../securityLog.ts";
import { markOf } from "../watermark.ts";

const figureQuery = v.strictObject(figureEntries);
const rowsQuery = v.strictObject({
  ...figureEntries,
  indicator: code,
  part: v.optional(v.picklist(["over", "of", "excluded"]), "of"),
  /** The group of the figure: absent for the figure of all. */
  group: v.optional(line(40)),
  reason: v.optional(code),
  after: v.optional(line(200)),
  limit: pageLimit,
});
const heldQuery = v.strictObject(periodEntries);
const heldRowsQuery = v.strictObject({
  ...periodEntries,
  state: v.optional(v.picklist(Object.keys(stateWords) as CaseState[])),
  unit: v.optional(code),
  after: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{10,15}\.\d{1,7}$/, "上一页给出的值"),
      v.transform((text) => {
        const [now = 0, skip = 0] = text.split(".").map(Number);
        return { now, skip };
      }),
    ),
  ),
  limit: pageLimit,
});

/** Figures are of units: grid workers and administrators have none. */
export const evaluating = createMiddleware<SignedIn>(async (c, next) =>
  mayEvaluate(c.get("session").actor) ? next() : doorProblem(c, "noFigures"),
);

export function evaluationRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("/api/evaluation", evaluating)
    .use("/api/evaluation/*", evaluating)
    .get(
      "/api/evaluation",
      note({
        tag: "评价",
        summary: "指标值",
        description:
          "按单位、乡镇、事项、月份或网格分组；期间按上报或派到单位的日期归入，最长 366 天。没有任何到人的分组。按网格或乡镇分组时可用 gridVersion 指定网格版本：案卷按坐标重新落到那一版，缺省按案卷当日的网格。",
        answer: evaluationShape,
        refusals: [403, 422],
      }),
      query(figureQuery),
      async (c) => {
        const answer = await figures(c, c.req.valid("query"));
        return "kind" in answer ? problem(c, answer) : c.json(answer);
      },
    )
    .get(
      "/api/evaluation/table.csv",
      note({ tag: "评价", summary: "指标值导出（CSV）", type: "text/csv", refusals: [403, 422] }),
      query(figureQuery),
      async (c) => {
        const answer = await figures(c, c.req.valid("query"));
        if ("kind" in answer) return problem(c, answer);
        await noteSecurity(c, deps, "exported", { detail: `evaluation ${answer.groups.length}` });
        c.header("Content-Disposition", `attachment; filename="evaluation-${answer.from}-${answer.to}.csv"`);
        return c.body(evaluationCsv(answer, markOf(c.get("session"), deps)), 200, {
          "Content-Type": "text/csv; charset=utf-8",
        });
      },
    )
    .get(
      "/api/evaluation/cases",
      note({
        tag: "评价",
        summary: "指标值背后的案卷",
        description: "part：over 分子，of 分母，excluded 剔除的（每件带理由）。total 与指标值相等。",
        answer: evaluationRowsShape,
        refusals: [403, 422],
      }),
      query(rowsQuery),
      async (c) => {
        const sent = c.req.valid("query");
        const asked = questionIn(c, sent);
        if ("kind" in asked) return problem(c, asked);
        const indicator = indicatorNamed(sent.indicator, await onDay(deps, asked.period.days.to));
        if (indicator.kind === "refusal") return problem(c, indicator);
        await catchUp(deps);
        const version = await onVersion(sent, deps);
        if (version !== undefined && "kind" in version) return problem(c, version);
        const question =
          version === undefined
            ? narrowed(asked.question, sent.by, sent.group)
            : await casesIn(asked.question, sent.group, version, deps);
        const { part, reason, after = null, limit } = sent;
        const rows = { indicator, part, reason, after, limit: Number(limit) };
        const answer: EvaluationRowsAnswer = {
          ...(await rowsAnswer(question, rows, deps)),
          ...asked.period.days,
          group: sent.group === undefined ? null : namedGroup(sent.group, sent.by, deps.names),
          gridVersion: version?.named ?? null,
        };
        return c.json(answer);
      },
    )
    .get(
      "/api/evaluation/held",
      note({
        tag: "评价",
        summary: "时间账",
        description: "期间内每一分钟记在一个经手单位或一次合法暂停上，单位毫秒。",
        answer: heldShape,
        refusals: [403, 422],
      }),
      query(heldQuery),
      async (c) => {
        const asked = questionIn(c, c.req.valid("query"));
        if ("kind" in asked) return problem(c, asked);
        return c.json(await heldAnswer(asked.question, asked.period, deps));
      },
    )
    .get(
      "/api/evaluation/held/cases",
      note({
        tag: "评价",
        summary: "时间账背后的案卷",
        description:
          "某一环节、某一单位或两者在期间内经手的案卷，停得最久的在前；一件在一个单位的一个环节算一件次，total 与时间账的件次相等。",
        answer: heldRowsShape,
        refusals: [403, 422],
      }),
      query(heldRowsQuery),
      async (c) => {
        const { state, unit, after = null, limit, ...period } = c.req.valid("query");
        const asked = questionIn(c, period);
        if ("kind" in asked) return problem(c, asked);
        const rows = { state, unit, after, limit: Number(limit) };
        return c.json(await heldRowsAnswer(asked.question, asked.period, rows, deps));
      },
    );

  async function figures(
    c: Context<SignedIn>,
    sent: Parameters<typeof questionIn>[1] & {
      readonly by: Grouping;
      readonly gridVersion?: string | undefined;
    },
  ): Promise<EvaluationAnswer | Refusal> {
    const asked = questionIn(c, sent);
    if ("kind" in asked) return asked;
    const version = await onVersion(sent, deps);
    if (version !== undefined && "kind" in version) return version;
    const { question, period } = asked;
    // A county has thousands of cells; a township's fit on a page
    if (sent.by === "cell" && question.scope.kind === "all" && sent.township === undefined)
      return refuse("missing", { field: "township" });
    return await evaluationAnswer(question, period, sent.by, await onDay(deps, period.days.to), version);
  }

  function questionIn(
    c: Context<SignedIn>,
    sent: Parameters<typeof periodOf>[0] & Parameters<typeof questionOf>[0],
  ): { readonly question: FigureQuestion; readonly period: Period } | Refusal {
    const period = periodOf(sent, deps.clock.now());
    if ("kind" in period) return period;
    return { question: questionOf(sent, period, c.get("session").actor), period };
  }
}
