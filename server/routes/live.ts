/** GET /api/live: server-sent events about cases and calls in one's scope, with a heartbeat so that proxies keep the line open. */
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { sessionOf } from "../session.ts";

const HEARTBEAT = 15_000;

export function liveRoutes(deps: Deps): Hono<SignedIn> {
  const { live } = deps;
  return new Hono<SignedIn>().get(
    "/api/live",
    note({
      tag: "案卷",
      summary: "实时变化",
      description: "事件 case、call：{id, version, state, gone}。每 15 秒一次心跳；登录失效即断开。",
      type: "text/event-stream",
    }),
    (c) => {
      c.header("X-Accel-Buffering", "no");
      return streamSSE(c, async (stream) => {
        let serial = 0;
        const stop = live.listen(scopeOf(c.get("session").actor), ({ about, ...message }) => {
          serial += 1;
          void stream.writeSSE({ event: about, id: String(serial), data: JSON.stringify(message) });
        });
        stream.onAbort(stop);
        try {
          await stream.writeSSE({ event: "ready", data: "{}" });
          while (!stream.aborted && !live.isClosed()) {
            await live.pause(HEARTBEAT);
            if ((await sessionOf(c, deps, "unasked")) === null) break;
            await stream.writeSSE({ event: "beat", data: "{}" });
          }
        } finally {
          stop();
        }
      });
    },
  );
}
