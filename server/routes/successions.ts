/** 机构接续: what closed units left open, moved to their heirs and taken back. */
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { mayEdit } from "../catalogue/answers.ts";
import { followCounty } from "../county/follow.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { line, words } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { successionDoneShape, successionsShape } from "../shapes/successions.ts";
import { successionsAnswer } from "../succession/answers.ts";
import { giveBack, succeedUnit } from "../succession/move.ts";
import { body } from "../validate.ts";

/** It stands in the record of each case. */
const reason = v.pipe(words(500), v.regex(/\S/u, "理由"));
const order = { unit: line(40), reason, dryRun: v.boolean() };

const onlyEditors = createMiddleware<SignedIn>(async (c, next) =>
  mayEdit(c.get("session").actor) ? next() : doorProblem(c, "editorsOnly"),
);

export function successionRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("/api/successions", onlyEditors)
    .use("/api/successions/*", onlyEditors)
    .get(
      "/api/successions",
      note({
        tag: "县定数据",
        summary: "机构接续",
        description:
          "停用单位留下的在办案卷和呼叫各多少，由谁接续；已经移交、还可以撤销的。只有件数，没有案卷内容。",
        answer: successionsShape,
        refusals: [403],
      }),
      async (c) => {
        await followCounty(deps);
        return c.json(await successionsAnswer(deps));
      },
    )
    .post(
      "/api/successions",
      note({
        tag: "县定数据",
        summary: "移交接续单位",
        description:
          "停用单位的在办案卷和呼叫移给接续单位：每件各留一条记录，写明从哪个单位到哪个单位和理由；在走的时限不重新起算，仍按各自冻结的日历。还没有停用、没有接续单位的拒绝（409）。dryRun 只算件数。",
        answer: successionDoneShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject(order)),
      async (c) => {
        const sent = c.req.valid("json");
        const done = await succeedUnit(sent, c.get("session").actor, deps);
        if ("kind" in done) return problem(c, done);
        if (!sent.dryRun)
          await noteSecurity(c, deps, "unitSucceeded", {
            detail: `${sent.unit} ${done.cases} ${done.calls}`,
          });
        return c.json(done);
      },
    )
    .post(
      "/api/successions/undo",
      note({
        tag: "县定数据",
        summary: "撤销移交",
        description:
          "把移交给 heir、还没有人办过的案卷退回 unit；unit 仍在停用的拒绝（409）。接续单位已经办过的、本来就有份的留下并计数；呼叫不退回。dryRun 只算件数。",
        answer: successionDoneShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ ...order, heir: line(40) })),
      async (c) => {
        const sent = c.req.valid("json");
        const done = await giveBack(sent, c.get("session").actor, deps);
        if ("kind" in done) return problem(c, done);
        if (!sent.dryRun)
          await noteSecurity(c, deps, "unitSucceeded", {
            detail: `-${sent.unit} ${done.cases} ${done.calls}`,
          });
        return c.json(done);
      },
    );
}
