/** POST /api/reports: the door for what people see, signed in or not. */
import { reportShape } from "../shapes/cases.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { type Actor, refuse } from "../domain/case.ts";
import { channelsOf } from "../domain/channels.ts";
import type { Report } from "../domain/report.ts";
import { reportForbids } from "../domain/reportRules.ts";
import { MINUTE } from "../domain/time.ts";
import { takeIn } from "../intake.ts";
import { joinLead } from "../joinLead.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { unknownPhoto } from "../photos.ts";
import { doorProblem, problem } from "../problem.ts";
import { createRate } from "../rate.ts";
import { code, line, photoIds, point, reportedPoint, senderId, words } from "../schema.ts";
import { body } from "../validate.ts";

const channels = [
  "gridWorker",
  "township",
  "department",
  "centre",
  "hotline",
  "public",
  "sensor",
  "leader",
] as const;

function said(max: number) {
  return v.pipe(words(max), v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u, "不为空的文字"));
}

const reportBody = v.strictObject({
  id: senderId,
  text: said(2000),
  channel: v.picklist(channels),
  point: v.nullish(point),
  address: v.nullish(line(200)),
  photos: v.nullish(photoIds),
  itemCode: v.nullish(code),
  /** Id of a case the reporter holds it to be one with. */
  sameAs: v.nullish(code),
  reporter: v.nullish(
    v.strictObject({
      name: v.nullish(line(50)),
      phone: v.nullish(v.pipe(v.string(), v.regex(/^(\+?\d[\d -]{1,19})?$/, "电话号码，如 13812345678"))),
      confidential: v.nullish(v.boolean()),
    }),
  ),
  /** 代报: written down for the resident named in `reporter`. */
  onBehalf: v.nullish(v.boolean()),
  /** 随手办结 */
  solvedOnSpot: v.nullish(v.strictObject({ result: said(2000), photosAfter: v.nullish(photoIds) })),
});

type ReportBody = v.InferOutput<typeof reportBody>;

export function reportRoutes(deps: Deps): Hono<App> {
  const rate = createRate(60, 10 * MINUTE, deps.clock.now);
  return new Hono<App>().post(
    "/api/reports",
    note({
      tag: "上报",
      summary: "上报一件事",
      description:
        "id 由上报端生成；同一 id 再次提交返回第一次的案卷（200），换了内容则拒绝（409）。未登录只能以 public 渠道上报。" +
        "onBehalf：代居民上报，须填反映人；solvedOnSpot：随手办结，须选事项，事项要求的须附处置后照片，直接进入核查。",
      answer: reportShape,
      status: 201,
      refusals: [401, 409, 422, 429],
      open: true,
    }),
    body(reportBody),
    async (c) => {
      const actor = c.get("session")?.actor ?? resident;
      const sent = c.req.valid("json");
      if (actor.role === "resident" && !rate.allow(addressOf(c, deps))) return doorProblem(c, "tooMany", 600);
      // Somebody whose session ran out while they wrote: they sign in and send it again, nothing is wrong with it
      if (actor.role === "resident" && sent.channel !== "public") return doorProblem(c, "notSignedIn");
      const report = reportOf(sent);
      const no = (await refusalOf(sent, actor, deps)) ?? reportForbids(report, actor, deps.reference);
      if (no) return problem(c, no);
      const first = await takeIn(report, actor, deps);
      if (first.kind === "refusal") return problem(c, first);
      const taken = first.isNew && sent.sameAs ? await joinLead(first, sent.sameAs, actor, deps) : first;
      return c.json(taken.answer, taken.isNew ? 201 : 200);
    },
  );
}

/** Somebody without an account; nothing more is known of them than what they tell. */
const resident: Actor = { id: "resident", role: "resident", unit: null, cells: [] };

async function refusalOf(sent: ReportBody, actor: Actor, deps: Deps) {
  const allowed = channelsOf(actor.role);
  if (allowed.length === 0) return refuse("notAllowed", { given: "report" });
  if (!allowed.includes(sent.channel))
    return refuse("badValue", { field: "channel", given: sent.channel, expected: allowed.join(" / ") });
  if (sent.itemCode && !deps.reference.taxonomy.lookUp(sent.itemCode))
    return refuse("badValue", { field: "itemCode", given: sent.itemCode, expected: "item code" });
  const photos = [...(sent.photos ?? []), ...(sent.solvedOnSpot?.photosAfter ?? [])];
  const photo = await unknownPhoto(photos, deps);
  return photo === null
    ? null
    : refuse("badValue", { field: "photos", given: photo, expected: "已上传的照片编号" });
}

function reportOf(sent: ReportBody): Report {
  const name = sent.reporter?.name?.trim() || null;
  const phone = sent.reporter?.phone?.replaceAll(/[\s-]/g, "") || null;
  return {
    id: sent.id,
    text: sent.text.trim(),
    channel: sent.channel,
    point: sent.point ? reportedPoint(sent.point) : null,
    address: sent.address?.trim() || null,
    photos: sent.photos ?? [],
    itemCode: sent.itemCode ?? null,
    reporter: name === null && phone === null ? null : { name, phone },
    confidential: sent.reporter?.confidential ?? false,
    ...(sent.onBehalf ? { onBehalf: true } : {}),
    ...(sent.solvedOnSpot ? { solvedOnSpot: spotOf(sent.solvedOnSpot) } : {}),
    ...(sent.sameAs ? { sameAs: sent.sameAs } : {}),
  };
}

function spotOf({
  result,
  photosAfter,
}: NonNullable<ReportBody["solvedOnSpot"]>): NonNullable<Report["solvedOnSpot"]> {
  return { result: result.trim(), photosAfter: photosAfter ?? [] };
}
