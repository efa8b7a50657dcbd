/** GET /api/surroundings: population, places that need care, hydrants, people on duty and similar cases around a place. */
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";
import { code, degrees } from "../schema.ts";
import { surroundingsShape } from "../shapes/surroundings.ts";
import { surroundingsOf } from "../surroundings/around.ts";
import { query } from "../validate.ts";

export function surroundingRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/surroundings",
    note({
      tag: "研判",
      summary: "一处地点的周边",
      description:
        "300 米、500 米、1 公里、3 公里内的人口（按网格面积折算）、敏感场所、避难场所、消火栓，附近的网格员和值班人员（只有姓名和岗位），近 30 天的同类案卷（只列有权查看的）。坐标为 WGS-84。",
      answer: surroundingsShape,
      refusals: [422],
    }),
    query(v.strictObject({ lng: degrees(180), lat: degrees(90), item: v.optional(code) })),
    async (c) => {
      const { lng, lat, item = null } = c.req.valid("query");
      return c.json(await surroundingsOf({ spot: { lng, lat }, item }, c.get("session").actor, deps));
    },
  );
}
