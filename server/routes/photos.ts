/** Photos: sent as bytes, answered with a name; shown only to people who may see a case that has them. */
import { photoShape } from "../shapes/reports.ts";
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import * as v from "valibot";
import { loadLimits } from "../../fixtures/limits.ts";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { Taken } from "../domain/closing/exif.ts";
import { nameWithKey } from "../domain/photoRights.ts";
import type { PhotoAnswer } from "../domain/reportAnswers.ts";
import { MINUTE } from "../domain/time.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { bearerOf, seenPhoto } from "../photoRights.ts";
import { keepPhoto, readPhoto } from "../photos.ts";
import { doorProblem, problem } from "../problem.ts";
import { createRate } from "../rate.ts";
import { query } from "../validate.ts";

const number = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,3}(\.\d{1,9})?$/, "经纬度，如 118.83"),
  v.transform(Number),
);

/** What the phone knows of the picture it made smaller; kept only of photos that staff took. */
const takenQuery = v.strictObject({
  takenAt: v.optional(v.pipe(v.string(), v.regex(/^\d{10,14}$/, "毫秒时间戳"), v.transform(Number))),
  lng: v.optional(number),
  lat: v.optional(number),
});

function takenOf({ takenAt, lng, lat }: v.InferOutput<typeof takenQuery>): Taken {
  return { at: takenAt ?? null, lng: lng ?? null, lat: lat ?? null };
}

export function photoRoutes(deps: Deps): Hono<App> {
  const { photosByAddress, minutes } = loadLimits();
  const rate = createRate(photosByAddress, minutes * MINUTE, deps.clock.now);
  return new Hono<App>()
    .post(
      "/api/photos",
      note({
        tag: "上报",
        summary: "上传照片",
        description:
          "正文就是照片（JPEG、PNG、WebP，不超过 8 MB）。重新编码后保存，照片文件里的拍摄信息一律去掉；工作人员所拍的另记拍摄时间和位置，只用于核对处置照片，群众上传的不记。未登录上传的，编号里带一段密钥，上报或办理时原样填写：没有它，别人知道照片名也用不了这张照片。",
        sends: ["image/jpeg", "image/png", "image/webp"],
        answer: photoShape,
        status: 201,
        refusals: [413, 422, 429, 507],
        open: true,
      }),
      query(takenQuery),
      async (c) => {
        const session = c.get("session");
        if (!session && !rate.allow(addressOf(c, deps))) return doorProblem(c, "tooMany", minutes * 60);
        const sent = new Uint8Array(await c.req.arrayBuffer());
        const key = randomBytes(16).toString("hex");
        const sender = session
          ? { owner: session.account.id, taken: takenOf(c.req.valid("query")) }
          : { owner: bearerOf(key), taken: null };
        const kept = await keepPhoto(sent, sender, deps);
        if (typeof kept === "string") return doorProblem(c, kept);
        const answer: PhotoAnswer = { id: session ? kept.id : nameWithKey(kept.id, key) };
        return c.json(answer, 201);
      },
    )
    .get(
      "/api/photos/:id",
      note({
        tag: "案卷",
        summary: "查看照片",
        description: "看得到有这张照片的案卷才看得到照片；还没有用在案卷里的，只有上传的人看得到。",
        type: "image/jpeg",
        params: { id: "照片编号" },
        refusals: [404],
      }),
      async (c) => {
        const session = c.get("session");
        if (!session) return doorProblem(c, "notSignedIn");
        const photo = await seenPhoto(c.req.param("id"), session.actor, deps);
        if (!photo) return problem(c, refuse("notFound"));
        // What a browser keeps is for whoever is signed in now: the next one on the same device asks anew
        c.header("Vary", "Cookie");
        c.header("Cache-Control", "private, max-age=31536000, immutable");
        return c.body(await readPhoto(photo.id, deps), 200, { "Content-Type": "image/jpeg" });
      },
    );
}
