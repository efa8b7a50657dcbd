/** 异议: a unit objects to a figure of its own, the centre answers once; an accepted one can be undone. */
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { decideObjection } from "../domain/evaluate/objection.ts";
import { object, objectionAnswer, objectionsAnswer } from "../evaluation/objections.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { code, day, words } from "../schema.ts";
import { objectionShape, objectionsShape } from "../shapes/evaluation.ts";
import { body } from "../validate.ts";

const said = v.pipe(words(1000), v.regex(/\S/, "非空的说明"));

const newObjection = v.strictObject({
  indicator: code,
  by: v.picklist(["unit", "township"]),
  from: day,
  to: day,
  reason: said,
  cases: v.optional(v.pipe(v.array(code), v.maxLength(50)), []),
});

const act = v.variant("act", [
  v.strictObject({ act: v.picklist(["accept", "decline", "undo"]), words: said }),
  v.strictObject({ act: v.literal("withdraw") }),
]);

export function objectionRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  return new Hono<SignedIn>()
    .get(
      "/api/evaluation/objections",
      note({ tag: "评价", summary: "异议列表", answer: objectionsShape, refusals: [403] }),
      async (c) => c.json(await objectionsAnswer(c.get("session").actor, deps)),
    )
    .post(
      "/api/evaluation/objections",
      note({
        tag: "评价",
        summary: "提出异议",
        description: "只能对本单位的指标值提；同一指标同一期间一次。cases 是认为不应计入的案卷。",
        answer: objectionShape,
        status: 201,
        refusals: [403, 409, 422],
      }),
      body(newObjection),
      async (c) => {
        const { actor } = c.get("session");
        const objection = await object(c.req.valid("json"), actor, deps);
        if (objection === null) return doorProblem(c, "objectedBefore");
        if ("kind" in objection)
          return objection.code === "notAllowed" ? doorProblem(c, "notYourFigure") : problem(c, objection);
        return c.json(await objectionAnswer(objection, actor, deps), 201);
      },
    )
    .post(
      "/api/evaluation/objections/:id/acts",
      note({
        tag: "评价",
        summary: "答复、撤回或撤销异议",
        params: { id: "异议 id" },
        answer: objectionShape,
        refusals: [403, 404, 409, 422],
      }),
      body(act),
      async (c) => {
        const { actor } = c.get("session");
        const before = await store.evaluation.objection(c.req.param("id"));
        const isOthers = actor.role !== "centre" && actor.role !== "leader" && before?.unit !== actor.unit;
        if (before === null || isOthers) return problem(c, refuse("notFound", { rule: "noSuchObjection" }));
        const after = decideObjection(before, c.req.valid("json"), actor, clock.now());
        if ("kind" in after) {
          if (after.code === "notAllowed") return doorProblem(c, "notYourAnswer");
          return after.code === "wrongState" ? doorProblem(c, "answeredBefore") : problem(c, after);
        }
        const isFirst = await store.evaluation.changeObjection(before, after);
        return isFirst ? c.json(await objectionAnswer(after, actor, deps)) : doorProblem(c, "answeredBefore");
      },
    );
}
