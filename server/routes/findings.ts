/** 研判: what analysis found, the cases behind it, and what people make of it (未诉先办). */
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import {
  findingCasesAnswer,
  findingFor,
  findingsAnswer,
  findingsOf,
  mayDecide,
} from "../analysis/answers.ts";
import { openTask } from "../analysis/task.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { code, words } from "../schema.ts";
import { findingCasesShape, findingsShape } from "../shapes/findings.ts";
import { body } from "../validate.ts";

const onlyAnalysts = createMiddleware<SignedIn>(async (c, next) => {
  const { actor } = c.get("session");
  if (findingsOf(actor) === undefined) return doorProblem(c, "analystsOnly");
  return c.req.method === "GET" || mayDecide(actor) ? next() : doorProblem(c, "analystsOnly");
});

export function findingRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, reference } = deps;
  const answer = async (c: Context<SignedIn>) => c.json(await findingsAnswer(c.get("session").actor, deps));
  const known = (c: Context<SignedIn>) => findingFor(c.req.param("id") ?? "", c.get("session").actor, deps);
  const params = { id: "研判结果编号" };

  return new Hono<SignedIn>()
    .use("/api/findings", onlyAnalysts)
    .use("/api/findings/*", onlyAnalysts)
    .get(
      "/api/findings",
      note({
        tag: "研判",
        summary: "研判结果",
        description: "突然增多、反复发生、扎堆点位、高发网格；乡镇只看本辖区。每天清晨重新研判。",
        answer: findingsShape,
        refusals: [403],
      }),
      answer,
    )
    .get(
      "/api/findings/:id/cases",
      note({
        tag: "研判",
        summary: "研判结果背后的案卷",
        description: "正是据以得出结果的那些案卷；无权查看的只计数。",
        params,
        answer: findingCasesShape,
        refusals: [403, 404],
      }),
      async (c) => {
        const found = await known(c);
        if (found === null) return problem(c, refuse("notFound"));
        return c.json(await findingCasesAnswer(found, c.get("session").actor, deps));
      },
    )
    .post(
      "/api/findings/:id/dismiss",
      note({
        tag: "研判",
        summary: "不用处理",
        description: "须选理由，留存备查；之后又新增三件及以上的，会作为新的结果再列出。",
        params,
        answer: findingsShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ reason: code, note: v.nullish(words(500)) })),
      async (c) => {
        const sent = c.req.valid("json");
        const told = sent.note?.trim() || null;
        if (!reference.analysis.reasons.some((row) => row.code === sent.reason))
          return problem(
            c,
            refuse("badValue", { field: "reason", given: sent.reason, expected: "dismiss reason code" }),
          );
        if (sent.reason === "other" && told === null) return problem(c, refuse("missing", { field: "note" }));
        const found = await known(c);
        if (found === null) return problem(c, refuse("notFound"));
        const decision = { state: "dismissed", by: c.get("session").actor.id, at: clock.now() } as const;
        const done = await store.findings.decide(found.id, {
          ...decision,
          reason: sent.reason,
          note: told,
          taskCase: null,
        });
        return done ? answer(c) : problem(c, refuse("stale"));
      },
    )
    .post(
      "/api/findings/:id/reopen",
      note({
        tag: "研判",
        summary: "撤销自己的“不用处理”",
        params,
        answer: findingsShape,
        refusals: [403, 404, 409],
      }),
      async (c) => {
        const found = await known(c);
        if (found === null) return problem(c, refuse("notFound"));
        const done = await store.findings.reopen(found.id, c.get("session").actor.id);
        return done ? answer(c) : problem(c, refuse("stale"));
      },
    )
    .post(
      "/api/findings/:id/task",
      note({
        tag: "研判",
        summary: "开巡查任务",
        description: "按这条结果新建一件案卷，走通常的立案派遣；结果随之标为已开任务。",
        params,
        answer: findingsShape,
        refusals: [403, 404, 409],
      }),
      async (c) => {
        const found = await known(c);
        if (found === null) return problem(c, refuse("notFound"));
        const opened = await openTask(found, c.get("session").actor, deps);
        return opened.kind === "refusal" ? problem(c, opened) : answer(c);
      },
    );
}
