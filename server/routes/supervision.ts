/** 效能监督, for the centre and the leaders: the ladder, the review desk, signs of gaming. */
import { Hono } from "hono";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";
import { reviewsAnswer } from "../reviews.ts";
import { reviewsShape, signsShape, supervisionShape } from "../shapes/supervision.ts";
import { supervisorsOnly } from "../signedIn.ts";
import { signsAnswer } from "../signs.ts";
import { supervisionAnswer } from "../supervision.ts";

export function supervisionRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("/api/supervision/*", supervisorsOnly)
    .get(
      "/api/supervision",
      note({
        tag: "督办",
        summary: "督办台",
        description: "催办、督办、通报各一步，待回复、迟复、无人接收；每个数都能在案卷列表用 mark 打开。",
        answer: supervisionShape,
        refusals: [403],
      }),
      async (c) => c.json(await supervisionAnswer(c.get("session").actor, deps)),
    )
    .get(
      "/api/supervision/reviews",
      note({
        tag: "督办",
        summary: "复核台",
        description: "待决的超时申诉、不合理诉求认定、延期、挂账和等待申请。",
        answer: reviewsShape,
        refusals: [403],
      }),
      async (c) => c.json(await reviewsAnswer(c.get("session").actor, deps)),
    )
    .get(
      "/api/supervision/signs",
      note({
        tag: "督办",
        summary: "疑似作假迹象",
        description: "最近 30 天，每条附规则原文和案卷清单；只列事，不给人排名。",
        answer: signsShape,
        refusals: [403],
      }),
      async (c) => c.json(await signsAnswer(c.get("session").actor, deps)),
    );
}
