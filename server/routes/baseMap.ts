/** The base map: open to everybody, for residents point at it too; it tells names and borders, never cases. */
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";
import { baseMapShape } from "../shapes/map.ts";
import { baseMapOf } from "../view/baseMap.ts";

export function baseMapRoutes(deps: Deps): Hono<App> {
  return new Hono<App>().use("/api/basemap", compress(), etag()).get(
    "/api/basemap",
    note({
      tag: "地图",
      summary: "底图",
      description: "网格、河流、道路和地名，由页面自己绘制，不用瓦片；可缓存，离线也能看。",
      answer: baseMapShape,
      open: true,
    }),
    (c) => {
      c.header("Cache-Control", "private, no-cache");
      return c.json(baseMapOf(deps));
    },
  );
}
