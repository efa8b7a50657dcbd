/** GET /api/cockpit: what a leader of the county looks at (领导驾驶舱). */
import { Hono } from "hono";
import type { SignedIn } from "../appEnv.ts";
import { cockpitAnswer } from "../cockpit.ts";
import type { Deps } from "../deps.ts";
import { doorProblem } from "../problem.ts";
import { note } from "../openapi.ts";
import { cockpitShape } from "../shapes/cockpit.ts";

export function cockpitRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/cockpit",
    note({
      tag: "案卷",
      summary: "领导驾驶舱",
      description:
        "几个数字，各带目标和上期；指标与评价页同一口径，为本月至今，上期为上月同期。显示哪些、目标多少由 fixtures/cockpit.json 定。",
      answer: cockpitShape,
      refusals: [403],
    }),
    async (c) => {
      const { actor } = c.get("session");
      if (actor.role !== "leader" && actor.role !== "centre") return doorProblem(c, "noCockpit");
      return c.json(await cockpitAnswer(actor, deps));
    },
  );
}
