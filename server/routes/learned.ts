/**
 * What the county has taught, for the phones of its staff: corrections as weights, never the words they were learned
 * from, and the trained model. A resident's phone gets neither: weights of a single correction could be guessed back.
 */
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { LearnedAnswer } from "../domain/readerAnswers.ts";
import { refuse } from "../domain/case.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { learnedShape } from "../shapes/reader.ts";
import { query } from "../validate.ts";

export function learnedRoutes(deps: Deps): Hono<SignedIn> {
  const { learner, store } = deps;
  function answer(since: string | null): LearnedAnswer {
    const { change, ...rest } = learner.learned(since);
    return { version: deps.reference.version, ...rest, change: Buffer.from(change).toString("base64") };
  }

  return new Hono<SignedIn>()
    .use("/api/learned", compress(), etag())
    .get(
      "/api/learned",
      note({
        tag: "识别",
        summary: "离线识读用的：本县教过的",
        description:
          "更正累加成的权重（不含原文）、在用模型的版本和把握线；手机离线时和服务器识别得一样。带上次的 tag 作 since，则只给变动的部分。",
        answer: learnedShape,
        refusals: [422],
      }),
      query(v.strictObject({ since: v.optional(v.pipe(v.string(), v.maxLength(64))) })),
      (c) => {
        c.header("Cache-Control", "private, no-cache");
        return c.json(answer(c.req.valid("query").since ?? null));
      },
    )
    .get(
      "/api/learned/models/:version",
      note({
        tag: "识别",
        summary: "离线识读用的：在用的模型",
        description: "不超过 1 MB；同一版本的内容不变，只给在用的版本。",
        params: { version: "模型版本" },
        type: "application/octet-stream",
        refusals: [404],
      }),
      async (c) => {
        const version = learner.modelInUse();
        const isInUse = c.req.param("version") === String(version);
        const bytes = isInUse && version > 0 ? await store.learning.model(version) : null;
        if (bytes === null) return problem(c, refuse("notFound"));
        c.header("Cache-Control", "private, max-age=31536000, immutable");
        return c.body(new Uint8Array(bytes), 200, { "content-type": "application/octet-stream" });
      },
    );
}
