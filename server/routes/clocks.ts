/** GET /api/cases/:id/clocks/:clock: how one limit was counted, day by day, by the calendar it was begun with. */
import { Hono } from "hono";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { clockExplanationShape } from "../shapes/clocks.ts";
import { clocksSeen } from "../view/assignments.ts";
import { clockExplanation } from "../view/clockExplanation.ts";

export function clockRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/cases/:id/clocks/:clock",
    note({
      tag: "案卷",
      summary: "时限怎么算的",
      description: "按计时开始时冻结的政策和日历逐日说明，并列出此后的延期、停表和续计。",
      params: { id: "案卷 id", clock: "计时 id" },
      answer: clockExplanationShape,
      refusals: [404],
    }),
    async (c) => {
      const { actor } = c.get("session");
      const file = await openFile(c.req.param("id"), actor, deps);
      const clock = (file ? clocksSeen(file, actor) : []).find(({ id }) => id === c.req.param("clock"));
      if (!file || !clock) return problem(c, refuse("notFound"));
      return c.json(clockExplanation(clock, await deps.store.cases.history(file.case.id), deps));
    },
  );
}
