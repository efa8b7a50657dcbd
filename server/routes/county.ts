/** 县定数据: calendar, limits, levels, weights, duty roster, units, matters. Drafted, tried out, published, brought back. */
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { mayEdit } from "../catalogue/answers.ts";
import { countyAnswer, subjectAnswer } from "../county/answers.ts";
import { judgeBody } from "../county/faults.ts";
import { followCounty } from "../county/follow.ts";
import { tryCounty } from "../county/trial.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { CountyFault } from "../domain/county/answers.ts";
import { stamped } from "../domain/county/stamp.ts";
import { bodyOf, type CountyBody, type CountySubject, countySubjects } from "../domain/county/subjects.ts";
import { FIRST_VERSION } from "../domain/county/version.ts";
import { dayNumber, dayOf, parseDay } from "../domain/time.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { day, line } from "../schema.ts";
import { countyBody, countyShape, countyTrialShape, subjectShape } from "../shapes/county.ts";
import { noteSecurity } from "../securityLog.ts";
import { body } from "../validate.ts";

const seen = v.pipe(v.number(), v.integer(), v.minValue(1));
const params = { subject: `哪一类：${countySubjects.join("、")}` };
const tag = "县定数据";

/** A subject's files together: the list of matters is the longest, some 400 kB. */
const MOST_TEXT = 3_000_000;

const onlyEditors = createMiddleware<SignedIn>(async (c, next) =>
  mayEdit(c.get("session").actor) ? next() : doorProblem(c, "editorsOnly"),
);

export function countyRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  const answer = async (c: Context<SignedIn>, subject: CountySubject) =>
    c.json(await subjectAnswer(subject, deps));
  const stale = (c: Context<SignedIn>) => problem(c, refuse("stale"));
  const notFound = (c: Context<SignedIn>) => problem(c, refuse("notFound"));
  const today = () => dayOf(dayNumber(clock.now()));

  function subjectOf(c: Context<SignedIn>): CountySubject | null {
    return countySubjects.find((subject) => subject === c.req.param("subject")) ?? null;
  }

  /** What counts from a day says so in its rows, and is announced to the record of the house. */
  async function after(c: Context<SignedIn>, subject: CountySubject, version: number): Promise<Response> {
    await followCounty(deps);
    await noteSecurity(c, deps, "countyPublished", { detail: `${subject} ${version}` });
    return await answer(c, subject);
  }

  return new Hono<SignedIn>()
    .use("/api/county/*", onlyEditors)
    .get(
      "/api/county",
      note({ tag, summary: "各类数据现在用哪一版", answer: countyShape, refusals: [403] }),
      async (c) => c.json(await countyAnswer(deps)),
    )
    .get(
      "/api/county/:subject",
      note({
        tag,
        summary: "一类数据",
        description: "现行内容、草稿和它的错误与改动、历次版本。",
        params,
        answer: subjectShape,
        refusals: [403, 404],
      }),
      async (c) => {
        const subject = subjectOf(c);
        return subject === null ? notFound(c) : answer(c, subject);
      },
    )
    .get(
      "/api/county/:subject/versions/:version",
      note({
        tag,
        summary: "导出一版",
        description: "JSON；版本 1 是程序自带的。",
        params: { ...params, version: "版本号" },
        refusals: [403, 404],
      }),
      async (c) => {
        const subject = subjectOf(c);
        const content =
          subject === null ? null : await contentOf(subject, Number(c.req.param("version")), deps);
        if (content === null) return notFound(c);
        c.header("Content-Disposition", `attachment; filename="${subject}-${c.req.param("version")}.json"`);
        return c.json(content);
      },
    )
    .post(
      "/api/county/:subject/draft",
      note({
        tag,
        summary: "存草稿",
        description:
          "body 只写改过的文件；有错也存得下，错在哪里随答复返回；revision 是看到的草稿版次，没有草稿时为 null。",
        params,
        answer: subjectShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ revision: v.nullable(seen), body: sized(countyBody) })),
      async (c) => {
        const subject = subjectOf(c);
        if (subject === null) return notFound(c);
        const sent = c.req.valid("json");
        const edit = { note: "", body: sent.body, by: c.get("session").actor.id, at: clock.now() };
        const isSaved = await store.county.saveDraft(subject, edit, sent.revision);
        return isSaved ? answer(c, subject) : stale(c);
      },
    )
    .post(
      "/api/county/:subject/discard",
      note({ tag, summary: "放弃草稿", params, answer: subjectShape, refusals: [403, 404, 409, 422] }),
      body(v.strictObject({ revision: seen })),
      async (c) => {
        const subject = subjectOf(c);
        if (subject === null) return notFound(c);
        const isGone = await store.county.discardDraft(subject, c.req.valid("json").revision);
        return isGone ? answer(c, subject) : stale(c);
      },
    )
    .post(
      "/api/county/:subject/trial",
      note({
        tag,
        summary: "试运行草稿",
        description: "用上月的案卷、呼叫和在走的计时比较草稿和现行内容。不改变任何案卷。",
        params,
        answer: countyTrialShape,
        refusals: [403, 404, 422],
      }),
      body(v.strictObject({})),
      async (c) => {
        const subject = subjectOf(c);
        const draft = subject === null ? null : await store.county.draft(subject);
        if (subject === null || draft === null) return notFound(c);
        const { reference, faults } = await judgeBody(subject, draft.body, deps);
        if (reference === null) return problem(c, refuse("badValue", faultOf(faults)));
        return c.json(await tryCounty(subject, { actor: c.get("session").actor, deps, after: reference }));
      },
    )
    .post(
      "/api/county/:subject/publish",
      note({
        tag,
        summary: "发布草稿",
        description: "从 validFrom 起生效，不早于今天；有错误则拒绝。发布过的版本不再改变。",
        params,
        answer: subjectShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ revision: seen, validFrom: day, note: line(200) })),
      async (c) => {
        const subject = subjectOf(c);
        const draft = subject === null ? null : await store.county.draft(subject);
        if (subject === null || draft === null) return notFound(c);
        const sent = c.req.valid("json");
        if (parseDay(sent.validFrom) === null || sent.validFrom < today())
          return problem(
            c,
            refuse("badValue", { field: "validFrom", given: sent.validFrom, expected: "不早于今天的日期" }),
          );
        if (draft.revision !== sent.revision) return stale(c);
        const { reference, faults } = await judgeBody(subject, draft.body, deps);
        if (reference === null) return problem(c, refuse("badValue", faultOf(faults)));
        const inForce = bodyOf(subject, deps.county.files());
        const content = stamped(inForce, { ...inForce, ...draft.body }, `${sent.validFrom}.${draft.version}`);
        const by = { by: c.get("session").actor.id, at: clock.now() };
        const edit = { note: sent.note, validFrom: sent.validFrom, body: content, ...by };
        if (!(await store.county.publishDraft(subject, edit, sent.revision))) return stale(c);
        return await after(c, subject, draft.version);
      },
    )
    .post(
      "/api/county/:subject/restore",
      note({
        tag,
        summary: "回到以前的一版",
        description: "以新的版本号重新发布旧内容，今天起生效；1 是程序自带的。",
        params,
        answer: subjectShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ version: seen })),
      async (c) => {
        const subject = subjectOf(c);
        const wanted = c.req.valid("json").version;
        const content = subject === null ? null : await contentOf(subject, wanted, deps);
        if (subject === null || content === null) return notFound(c);
        if ((await store.county.draft(subject)) !== null)
          return problem(
            c,
            refuse("badValue", { field: "county", given: "有未发布的草稿", expected: "先发布或放弃草稿" }),
          );
        const { reference, faults } = await judgeBody(subject, content, deps);
        if (reference === null) return problem(c, refuse("badValue", faultOf(faults)));
        const by = { by: c.get("session").actor.id, at: clock.now() };
        const edit = { note: "", body: content, validFrom: today(), restores: wanted, ...by };
        return (await store.county.publish(subject, edit)) ? await after(c, subject, wanted) : stale(c);
      },
    );
}

/** A published version; the first is what the program brings. */
async function contentOf(
  subject: CountySubject,
  version: number,
  { county, store }: Deps,
): Promise<CountyBody | null> {
  if (version === FIRST_VERSION) return bodyOf(subject, county.brought());
  if (!Number.isInteger(version) || version < 1) return null;
  const stored = await store.county.version(subject, version);
  return stored?.publishedAt == null ? null : stored.body;
}

function faultOf(faults: readonly CountyFault[]) {
  const [first] = faults.filter(({ grave }) => grave);
  const given = `${first?.file ?? ""} ${first?.path ?? ""}：${first?.given ?? ""}`.trim().slice(0, 200);
  return { field: "county", given, expected: first?.expected ?? "没有错误的内容" };
}

function sized<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    schema,
    v.check(
      (value) => JSON.stringify(value).length <= MOST_TEXT,
      `不超过 ${MOST_TEXT / 1_000_000} MB 的内容`,
    ),
  );
}
