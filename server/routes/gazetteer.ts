/** Every name of the county: open to everybody, so that a phone reads addresses without a network. */
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { GazetteerAnswer } from "../domain/mapAnswers.ts";
import { note } from "../openapi.ts";
import { gazetteerShape } from "../shapes/map.ts";

export function gazetteerRoutes({ places }: Deps): Hono<App> {
  return new Hono<App>().use("/api/gazetteer", compress(), etag()).get(
    "/api/gazetteer",
    note({
      tag: "地图",
      summary: "地名库",
      description: "乡镇、社区、村、道路、地标和学到的叫法；手机离线时用它听懂地址。",
      answer: gazetteerShape,
      open: true,
    }),
    (c) => {
      const answer: GazetteerAnswer = places.gazetteer();
      c.header("Cache-Control", "private, no-cache");
      return c.json(answer);
    },
  );
}
