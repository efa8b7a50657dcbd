/** 安全日志 for administrators, and 查看记录 (who looked at which reporter) for the centre, which protects them. */
import { type Context, Hono } from "hono";
import Papa from "papaparse";
import * as v from "valibot";
import type { LogPage } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { type Refusal, refuse } from "../domain/case.ts";
import type { NamedAccount, RevealsAnswer, SecurityLogAnswer } from "../domain/securityAnswers.ts";
import { securityKinds, securityKindWords } from "../domain/securityLog.ts";
import { wallClock } from "../domain/time.ts";
import { roleWords } from "../domain/words.ts";
import { type Period, periodEntries, periodOf } from "../evaluation/question.ts";
import { formulas } from "../formulas.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { line } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { revealsShape, securityLogShape } from "../shapes/security.ts";
import { adminOnly } from "../signedIn.ts";
import { query } from "../validate.ts";
import { markLine, markOf } from "../watermark.ts";

const PAGE = 100;
const MOST_ROWS = 50_000;

const after = v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}_[\w-]{1,64}$/, "上一页给出的位置")));
const paged = { ...periodEntries, account: v.optional(line(60)), after };
const logQuery = v.strictObject({ ...paged, kind: v.optional(v.picklist(securityKinds)) });
const number = v.optional(v.pipe(v.string(), v.regex(/^\d{8}-\d{5,}$/, "案卷号，如 20261120-00042")));
const revealQuery = v.strictObject({ ...paged, number });

type Paged = v.InferOutput<typeof logQuery> | v.InferOutput<typeof revealQuery>;

export function securityLogRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, names } = deps;
  return new Hono<SignedIn>()
    .use("/api/security-log/*", adminOnly)
    .use("/api/reveals/*", async (c, next) =>
      c.get("session").account.role === "centre" ? next() : doorProblem(c, "protectorsOnly"),
    )
    .get(
      "/api/security-log",
      note({
        tag: "系统",
        summary: "安全日志",
        description:
          "登录、失败、越权被拒、账号变更、导出、查看反映人、密钥和恢复；至少保存六个月，新的在前。",
        answer: securityLogShape,
        refusals: [403, 422],
      }),
      query(logQuery),
      async (c) => {
        const answer = await logAnswer(c.req.valid("query"), PAGE);
        return "kind" in answer ? problem(c, answer) : c.json(answer);
      },
    )
    .get(
      "/api/security-log/table.csv",
      note({ tag: "系统", summary: "安全日志导出（CSV）", type: "text/csv", refusals: [403, 422] }),
      query(logQuery),
      async (c) => {
        const answer = await logAnswer(c.req.valid("query"), MOST_ROWS);
        if ("kind" in answer) return problem(c, answer);
        const head = ["时间", "事项", "账号", "姓名", "岗位", "单位", "来访地址", "对象", "说明"];
        const rows = answer.rows.map((row) => [
          wallClock(row.at),
          securityKindWords[row.kind],
          ...cellsOf(row.who),
          row.address ?? "",
          row.subject ?? "",
          row.detail ?? "",
        ]);
        await noteSecurity(c, deps, "exported", { detail: `security-log ${rows.length}` });
        return csv(c, `security-log-${answer.from}-${answer.to}`, [head, ...rows]);
      },
    )
    .get(
      "/api/reveals",
      note({
        tag: "系统",
        summary: "查看反映人的记录",
        description: "谁、何时、为何、从哪个案卷查看了反映人；不含看到的内容。供效能中心保护反映人用。",
        answer: revealsShape,
        refusals: [403, 422],
      }),
      query(revealQuery),
      async (c) => {
        const answer = await revealsAnswer(c.req.valid("query"), PAGE);
        return "kind" in answer ? problem(c, answer) : c.json(answer);
      },
    )
    .get(
      "/api/reveals/table.csv",
      note({ tag: "系统", summary: "查看反映人的记录导出（CSV）", type: "text/csv", refusals: [403, 422] }),
      query(revealQuery),
      async (c) => {
        const answer = await revealsAnswer(c.req.valid("query"), MOST_ROWS);
        if ("kind" in answer) return problem(c, answer);
        const head = ["时间", "账号", "姓名", "岗位", "单位", "案卷号", "保密件", "事由"];
        const rows = answer.rows.map((row) => [
          wallClock(row.at),
          ...cellsOf(row.who),
          row.number,
          row.confidential ? "是" : "",
          row.reason,
        ]);
        await noteSecurity(c, deps, "exported", { detail: `reveals ${rows.length}` });
        return csv(c, `reveals-${answer.from}-${answer.to}`, [head, ...rows]);
      },
    );

  async function logAnswer(sent: v.InferOutput<typeof logQuery>, limit: number) {
    const asked = await pageOf(sent, limit);
    if ("kind" in asked) return asked;
    const [facts, people] = await Promise.all([
      store.security.facts({ ...asked.page, kind: sent.kind }),
      peopleById(),
    ]);
    const answer: SecurityLogAnswer = {
      rows: facts
        .slice(0, limit)
        .map(({ accountId, ...fact }) => ({ ...fact, who: people.get(accountId ?? "") ?? null })),
      ...foot(asked, facts, limit),
    };
    return answer;
  }

  async function revealsAnswer(sent: v.InferOutput<typeof revealQuery>, limit: number) {
    const asked = await pageOf(sent, limit);
    if ("kind" in asked) return asked;
    const [found, people] = await Promise.all([
      store.security.reveals({ ...asked.page, number: sent.number }),
      peopleById(),
    ]);
    const answer: RevealsAnswer = {
      rows: found
        .slice(0, limit)
        .map(({ accountId, ...reveal }) => ({ ...reveal, who: people.get(accountId) ?? null })),
      ...foot(asked, found, limit),
    };
    return answer;
  }

  /** One row more than is shown tells whether there is another page. */
  async function pageOf(
    sent: Paged,
    limit: number,
  ): Promise<{ readonly page: LogPage; readonly period: Period } | Refusal> {
    const period = periodOf(sent, clock.now());
    if ("kind" in period) return period;
    const account = sent.account === undefined ? null : await store.people.byUsername(sent.account);
    if (sent.account !== undefined && account === null)
      return refuse("badValue", { field: "account", given: sent.account, expected: "已有的账号名" });
    const [at = "", id = ""] = sent.after?.split(/_(.*)/s) ?? [];
    return {
      period,
      page: {
        from: period.from,
        to: period.to,
        limit: limit + 1,
        ...(account === null ? {} : { accountId: account.account.id }),
        ...(sent.after === undefined ? {} : { after: { at: Number(at), id } }),
      },
    };
  }

  function foot(
    { period }: { readonly period: Period },
    rows: readonly { readonly at: number; readonly id: string }[],
    limit: number,
  ) {
    const last = rows[limit - 1];
    const more = rows.length > limit && last ? `${last.at}_${last.id}` : null;
    return { ...period.days, now: clock.now(), more };
  }

  async function peopleById(): Promise<ReadonlyMap<string, NamedAccount>> {
    const accounts = await store.people.list();
    return new Map(
      accounts.map(({ id, username, name, role, unit }) => [
        id,
        { id, username, name, role, unit: names.holder(unit) },
      ]),
    );
  }

  function csv(c: Context<SignedIn>, name: string, rows: readonly (readonly string[])[]): Response {
    const marked = [...rows, ...markLine(markOf(c.get("session"), deps))];
    c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
    return c.body(`\uFEFF${Papa.unparse(marked as string[][], { escapeFormulae: formulas })}`, 200, {
      "Content-Type": "text/csv; charset=utf-8",
    });
  }
}

function cellsOf(who: NamedAccount | null): readonly string[] {
  return who === null
    ? ["", "", "", ""]
    : [who.username, who.name, roleWords[who.role], who.unit?.name ?? ""];
}
