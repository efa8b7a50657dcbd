import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { gaugesOf, troubles } from "../health.ts";
import { note } from "../openapi.ts";
import { doorProblem } from "../problem.ts";

const healthAnswer = v.object({ ok: v.boolean(), engine: v.string(), now: v.number() });

const readyAnswer = v.object({
  ready: v.boolean(),
  /** notWritable, diskNearlyFull, sweepLate, stopping */
  troubles: v.array(v.string()),
});

/** Is the house in order? Asks the database, so that a lost disk shows. */
export function healthRoutes(deps: Deps): Hono<App> {
  const { store, clock, metrics } = deps;
  return new Hono<App>()
    .get(
      "/healthz",
      note({ tag: "系统", summary: "运行状况", answer: healthAnswer, open: true }),
      async (c) => {
        await store.settings.get("health");
        return c.json({ ok: true, engine: store.engine, now: clock.now() });
      },
    )
    .get(
      "/readyz",
      note({
        tag: "系统",
        summary: "能否接收请求",
        description: "数据库可写、磁盘余量够、巡检不迟到时答 200；否则答 503 并说明。",
        answer: readyAnswer,
        open: true,
        refusals: [503],
      }),
      async (c) => {
        const found = await troubles(deps);
        return c.json({ ready: found.length === 0, troubles: [...found] }, found.length === 0 ? 200 : 503);
      },
    )
    .get(
      "/metrics",
      note({
        tag: "系统",
        summary: "运行指标（Prometheus 文本）",
        description: "缺省只答本机；METRICS=on 时答所有来访者，off 时不答。",
        type: "text/plain",
        open: true,
        refusals: [404],
      }),
      async (c) => {
        if (!mayMeasure(c, deps)) return doorProblem(c, "noSuchPage");
        return c.text(metrics.text(await gaugesOf(deps)), 200, {
          "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
          "Cache-Control": "no-store",
        });
      },
    );
}

/** From this machine and not through a proxy, unless the setting says otherwise. */
function mayMeasure(c: Context, { config }: Deps): boolean {
  if (config.metrics !== "loopback") return config.metrics === "on";
  const forwarded = ["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded"].some((name) => c.req.header(name));
  // Requests made in the process itself have no connection
  const address = c.env && "incoming" in c.env ? (getConnInfo(c).remote.address ?? "") : "127.0.0.1";
  return !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(address);
}
