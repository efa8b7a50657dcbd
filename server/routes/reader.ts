/** GET /api/reader: the words by which a phone reads what was written without a network, as the server does. */
import { readerShape } from "../shapes/reader.ts";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { App } from "../appEnv.ts";
import { ofPresent } from "../county/ofPresent.ts";
import type { Deps } from "../deps.ts";
import { wordsOf } from "../domain/reading/itemWords.ts";
import type { ReaderAnswer } from "../domain/readerAnswers.ts";
import { note } from "../openapi.ts";

export function readerRoutes(deps: Deps): Hono<App> {
  const words = ofPresent(({ version, taxonomy }): ReaderAnswer => ({
    version,
    items: taxonomy.items.map(wordsOf),
  }));
  return new Hono<App>()
    .use("/api/reader", compress(), etag())
    .get(
      "/api/reader",
      note({ tag: "参考", summary: "离线识读用的词", answer: readerShape, open: true }),
      (c) => {
        c.header("Cache-Control", "no-cache");
        return c.json(words(deps.reference));
      },
    );
}
