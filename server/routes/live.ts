/** GET /api/live: server-sent events about cases and calls in one's scope, with a heartbeat so that proxies keep the line open. */
import { Hono } from "hono";
import * as v from "valibot";
import { streamSSE } from "hono/streaming";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { scopeOf } from "../domain/permit.ts";
import type { LiveMessage } from "../live.ts";
import { note } from "../openapi.ts";
import { line } from "../schema.ts";
import { sessionOf } from "../session.ts";
import { query } from "../validate.ts";

const HEARTBEAT = 15_000;

export function liveRoutes(deps: Deps): Hono<SignedIn> {
  const { live } = deps;
  return new Hono<SignedIn>().get(
    "/api/live",
    note({
      tag: "案卷",
      summary: "实时变化",
      description:
        "事件 case、call：{id, version, state, gone}。断线后带 Last-Event-ID（或 since）重连，补发漏掉的；补不全时先发 gap，请整页重取。每 15 秒一次心跳；登录失效即断开。",
      refusals: [422],
      type: "text/event-stream",
    }),
    query(v.strictObject({ since: v.optional(line(60)) })),
    (c) => {
      c.header("X-Accel-Buffering", "no");
      const scope = scopeOf(c.get("session").actor);
      const since = c.req.header("Last-Event-ID") ?? c.req.valid("query").since;
      return streamSSE(c, async (stream) => {
        const send = ({ about, ...message }: LiveMessage, id: string) =>
          stream.writeSSE({ event: about, id, data: JSON.stringify(message) });
        const run = live.run();
        // Listening begins before what was missed is told: nothing falls between
        const missed = since === undefined ? [] : live.missed(scope, since);
        const stop = live.listen(scope, (message, mark) => void send(message, mark));
        const gone = new AbortController();
        stream.onAbort(() => {
          stop();
          gone.abort();
        });
        try {
          // A line that breaks before the rest was told asks from the same place again
          const at = missed === null || since === undefined ? live.mark() : since;
          await stream.writeSSE({ event: missed === null ? "gap" : "ready", id: at, data: "{}" });
          for (const { message, mark } of missed ?? []) await send(message, mark);
          while (!stream.aborted && !live.isClosed() && live.run() === run) {
            await live.pause(HEARTBEAT, gone.signal);
            if (stream.aborted || live.run() !== run || (await sessionOf(c, deps, "unasked")) === null) break;
            await stream.writeSSE({ event: "beat", data: "{}" });
          }
        } finally {
          stop();
        }
      });
    },
  );
}
