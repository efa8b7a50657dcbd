/** 留存: what is due to be erased, and cases that are kept whatever is due; for the centre, which answers for them. */
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { loadRetention } from "../../fixtures/retention.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { RetentionAnswer } from "../domain/securityAnswers.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { retentionReport } from "../retention.ts";
import { words } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { retentionShape } from "../shapes/security.ts";
import { body } from "../validate.ts";

const number = v.pipe(v.string(), v.regex(/^\d{8}-\d{5,}$/, "案卷号，如 20261120-00042"));
const reason = v.pipe(words(200), v.regex(/\S.*\S/s, "至少两个字的事由"));

export function retentionRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  const rules = loadRetention();
  return new Hono<SignedIn>()
    .use("/api/retention/*", async (c, next) => {
      const { role } = c.get("session").account;
      const isRead = c.req.method === "GET";
      return role === "centre" || (role === "leader" && isRead)
        ? next()
        : doorProblem(c, "retentionKeepersOnly");
    })
    .get(
      "/api/retention",
      note({
        tag: "系统",
        summary: "留存与到期清除",
        description:
          "每条规则保存多久、依据、现在有多少件到期；暂缓清除的案卷。confirmed 为 false 时案卷里的内容不清除。",
        answer: retentionShape,
        refusals: [403],
      }),
      async (c) => c.json(await answerOf(c)),
    )
    .post(
      "/api/retention/hold",
      note({
        tag: "系统",
        summary: "暂缓清除一个案卷",
        answer: retentionShape,
        refusals: [403, 404, 422],
      }),
      body(v.strictObject({ number, reason })),
      async (c) => {
        const sent = c.req.valid("json");
        const found = await store.cases.byNumber(sent.number);
        if (!found) return problem(c, refuse("notFound"));
        await store.retention.hold({ caseId: found.id, reason: sent.reason.trim(), at: clock.now() });
        await noteSecurity(c, deps, "held", { subject: found.id });
        return c.json(await answerOf(c));
      },
    )
    .post(
      "/api/retention/release",
      note({
        tag: "系统",
        summary: "解除暂缓",
        answer: retentionShape,
        refusals: [403, 404, 422],
      }),
      body(v.strictObject({ number })),
      async (c) => {
        const found = await store.cases.byNumber(c.req.valid("json").number);
        if (!found || !(await store.retention.release(found.id))) return problem(c, refuse("notFound"));
        await noteSecurity(c, deps, "unheld", { subject: found.id });
        return c.json(await answerOf(c));
      },
    );

  async function answerOf(c: Context<SignedIn>): Promise<RetentionAnswer> {
    const now = clock.now();
    const mayHold = c.get("session").account.role === "centre";
    return { ...(await retentionReport(store, rules, now)), mayHold, now };
  }
}
