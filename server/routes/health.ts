import { Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";

const healthAnswer = v.object({ ok: v.boolean(), engine: v.string(), now: v.number() });

/** Is the house in order? Asks the database, so that a lost disk shows. */
export function healthRoutes({ store, clock }: Deps): Hono<App> {
  return new Hono<App>().get(
    "/healthz",
    note({ tag: "系统", summary: "运行状况", answer: healthAnswer, open: true }),
    async (c) => {
      await store.settings.get("health");
      return c.json({ ok: true, engine: store.engine, now: clock.now() });
    },
  );
}
