/** POST /api/reports: the door for what people see, signed in or not. */
import { reportShape } from "../shapes/reports.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import { componentNamed } from "../components/named.ts";
import type { ComponentAt } from "../domain/component/component.ts";
import type { Account } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { type Actor, channels, refuse } from "../domain/case.ts";
import { channelsOf } from "../domain/channels.ts";
import { photoNames } from "../domain/photoRights.ts";
import type { Origin, Report } from "../domain/report.ts";
import { reportForbids } from "../domain/reportRules.ts";
import { takeIn } from "../intake.ts";
import { joinLead } from "../joinLead.ts";
import { note } from "../openapi.ts";
import { photosForbid, type Showing } from "../photoRights.ts";
import { doorProblem, problem } from "../problem.ts";
import { createReportRates } from "../sendingRates.ts";
import { code, line, photoIds, point, reportedPoint, senderId, words } from "../schema.ts";
import { lockedOutAccount } from "../session.ts";
import { body } from "../validate.ts";

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
  /** 部件标识码 of the thing it is about. */
  componentCode: v.nullish(v.pipe(v.string(), v.regex(/^\d{10,24}$/, "部件标识码，如 3711220137000012"))),
  /** 随手办结 */
  solvedOnSpot: v.nullish(v.strictObject({ result: said(2000), photosAfter: v.nullish(photoIds) })),
});

type ReportBody = v.InferOutput<typeof reportBody>;

export function reportRoutes(deps: Deps): Hono<App> {
  const rates = createReportRates(deps);
  return new Hono<App>().post(
    "/api/reports",
    note({
      tag: "上报",
      summary: "上报一件事",
      description:
        "point 的 lng、lat 按 datum 所写的坐标系（缺省 wgs84；gcj02、bd09 会精确换算），accuracy 是米，source 说明坐标从哪里来（satellite 定位、hand 点选、words 按地址、import 外部系统、register 部件台账），都原样留在案卷里。id 由上报端生成；同一 id 再次提交返回第一次的案卷（200），换了内容则拒绝（409）。未登录只能以 public 渠道上报。" +
        "被退出的设备（如丢失的手机）三十天内送来的，按群众上报收下，由乡镇审核。onBehalf：代居民上报，须填反映人；solvedOnSpot：随手办结，须选事项，事项要求的须附处置后照片，直接进入核查。",
      answer: reportShape,
      status: 201,
      refusals: [401, 409, 422, 429],
      open: true,
    }),
    body(reportBody),
    async (c) => {
      const actor = c.get("session")?.actor ?? resident;
      const locked = c.get("session") === null ? await lockedOutAccount(c, deps) : null;
      const sent = locked === null ? c.req.valid("json") : asStranger(c.req.valid("json"));
      const wait = rates.wait(c, actor);
      if (wait !== null) return doorProblem(c, "tooMany", wait);
      // Somebody whose session ran out while they wrote: they sign in and send it again, nothing is wrong with it
      if (actor.role === "resident" && sent.channel !== "public") return doorProblem(c, "notSignedIn");
      const component = await componentNamed(sent.componentCode ?? null, deps);
      const late = locked === null ? {} : { origin: lateOrigin(locked) };
      const report = { ...reportOf(sent, component), ...late };
      if (locked !== null) deps.log("report.fromLockedOut", { accountId: locked.id, reportId: sent.id });
      const no =
        (await refusalOf(sent, { actor, account: locked?.id, reportId: sent.id }, deps)) ??
        (sent.componentCode && component === null ? unknownComponent(sent.componentCode) : null) ??
        reportForbids(report, actor, deps.reference);
      if (no) return problem(c, no);
      const first = await takeIn(report, actor, deps);
      if (first.kind === "refusal") return problem(c, first);
      const taken = first.isNew && sent.sameAs ? await joinLead(first, sent.sameAs, actor, deps) : first;
      return c.json(taken.answer, taken.isNew ? 201 : 200);
    },
  );
}

/**
 * What a phone that was locked out (lost, or its owner left) had still in its queue: it arrives, but nobody speaks in the
 * account's name any more. The desk looks at it as at a report from the public, and reads in the record where it came from.
 */
function asStranger({ onBehalf: _1, solvedOnSpot: _2, ...sent }: ReportBody): ReportBody {
  return { ...sent, channel: "public" };
}

function lateOrigin({ id }: Pick<Account, "id">): Origin {
  return { source: "已退出登录的设备", sourceNumber: id, claimedAt: null };
}

/** Somebody without an account; nothing more is known of them than what they tell. */
const resident: Actor = { id: "resident", role: "resident", unit: null, cells: [] };

async function refusalOf(sent: ReportBody, showing: Showing, deps: Deps) {
  const { actor } = showing;
  const allowed = channelsOf(actor.role);
  if (allowed.length === 0) return refuse("notAllowed", { given: "report" });
  if (!allowed.includes(sent.channel))
    return refuse("badValue", { field: "channel", given: sent.channel, expected: allowed.join(" / ") });
  if (sent.itemCode && !deps.reference.taxonomy.lookUp(sent.itemCode))
    return refuse("badValue", { field: "itemCode", given: sent.itemCode, expected: "item code" });
  const photos = [...(sent.photos ?? []), ...(sent.solvedOnSpot?.photosAfter ?? [])];
  return await photosForbid(photos, showing, deps);
}

function unknownComponent(given: string) {
  return refuse("badValue", { field: "componentCode", given, expected: "component code" });
}

function reportOf(sent: ReportBody, component: ComponentAt | null): Report {
  const name = sent.reporter?.name?.trim() || null;
  const phone = sent.reporter?.phone?.replaceAll(/[\s-]/g, "") || null;
  return {
    id: sent.id,
    text: sent.text.trim(),
    channel: sent.channel,
    point: sent.point ? reportedPoint(sent.point) : (component?.point ?? null),
    address: sent.address?.trim() || null,
    photos: photoNames(sent.photos),
    itemCode: sent.itemCode ?? null,
    reporter: name === null && phone === null ? null : { name, phone },
    confidential: sent.reporter?.confidential ?? false,
    ...(sent.onBehalf ? { onBehalf: true } : {}),
    ...(sent.solvedOnSpot ? { solvedOnSpot: spotOf(sent.solvedOnSpot) } : {}),
    ...(sent.sameAs ? { sameAs: sent.sameAs } : {}),
    ...(component === null ? {} : { component: component.kept }),
  };
}

function spotOf({
  result,
  photosAfter,
}: NonNullable<ReportBody["solvedOnSpot"]>): NonNullable<Report["solvedOnSpot"]> {
  return { result: result.trim(), photosAfter: photoNames(photosAfter) };
}
