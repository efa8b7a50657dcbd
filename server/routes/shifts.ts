/** 系统偏移: sources whose points are wrong in one way, 改正这批 and its undo. */
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { day, words } from "../schema.ts";
import { causeShape, shiftDoneShape, shiftsShape, shiftSource } from "../shapes/shifts.ts";
import { shiftsAnswer } from "../shifts/answers.ts";
import { correctSource, undoBatch } from "../shifts/correct.ts";
import { body } from "../validate.ts";

/** A batch moves hundreds of cases: why stands in the record of each. */
const reason = v.pipe(words(500), v.regex(/\S/u, "理由"));
const correction = v.strictObject({
  source: shiftSource,
  cause: causeShape,
  window: v.optional(v.strictObject({ from: day, to: day })),
  reason,
  dryRun: v.boolean(),
});

const onlyKeepers = createMiddleware<SignedIn>(async (c, next) => {
  const { role } = c.get("session").actor;
  return role === "centre" || role === "admin" ? next() : doorProblem(c, "editorsOnly");
});

export function shiftRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("/api/shifts", onlyKeepers)
    .use("/api/shifts/*", onlyKeepers)
    .get(
      "/api/shifts",
      note({
        tag: "地图",
        summary: "系统偏移",
        description:
          "近 180 天的坐标按来源（外部系统、个人设备、渠道）与地址、部件所在的点比对：整体偏移、坐标系说错、经纬度写反，各从何时到何时。没有问题的个人设备不列。",
        answer: shiftsShape,
        refusals: [403],
      }),
      async (c) => c.json(await shiftsAnswer(deps)),
    )
    .post(
      "/api/shifts",
      note({
        tag: "地图",
        summary: "改正这批",
        description:
          "source 和 cause 照 GET /api/shifts 所列；现在已不是这样则拒绝（409）。只改偏移时段里报来的，之前、之后的不动；window 可把时段改成另外的整天，在所看的天数以内。dryRun 只算会改多少件、多少件换网格。每件各留一条带理由和批次的记录，按案卷当日的网格版本重新定位；人工改过位置的不动。",
        answer: shiftDoneShape,
        refusals: [403, 409, 422],
      }),
      body(correction),
      async (c) => {
        const done = await correctSource(c.req.valid("json"), c.get("session").actor, deps);
        return "kind" in done ? problem(c, done) : c.json(done);
      },
    )
    .post(
      "/api/shifts/:id/undo",
      note({
        tag: "地图",
        summary: "撤销一批改正",
        description: "还在这批改到的位置上的案卷都退回原处；此后另行更正过的不动。dryRun 只算件数。",
        params: { id: "批次编号" },
        answer: shiftDoneShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ reason, dryRun: v.boolean() })),
      async (c) => {
        const done = await undoBatch(
          { id: c.req.param("id"), ...c.req.valid("json") },
          c.get("session").actor,
          deps,
        );
        return "kind" in done ? problem(c, done) : c.json(done);
      },
    );
}
