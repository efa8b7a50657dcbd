/** 派单目录: read by everybody, drafted, tried out, published and brought back by the centre and the administrator. */
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { catalogueRuleSchema } from "../../fixtures/schema/catalogue.ts";
import type { SignedIn } from "../appEnv.ts";
import { catalogueAnswer, faultsOf, mayEdit } from "../catalogue/answers.ts";
import { rulesToCsv } from "../catalogue/csv.ts";
import { readCatalogueText } from "../catalogue/file.ts";
import { tryOut } from "../catalogue/trial.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { type CatalogueBody, withoutRule, withRule } from "../domain/catalogue/version.ts";
import { dayNumber, dayOf, parseDay } from "../domain/time.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { day, line, words } from "../schema.ts";
import { catalogueShape, trialShape } from "../shapes/catalogue.ts";
import { noteSecurity } from "../securityLog.ts";
import { body, query } from "../validate.ts";

const revision = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const version = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, "版本号"));

const onlyEditors = createMiddleware<SignedIn>(async (c, next) =>
  c.req.method === "GET" || mayEdit(c.get("session").actor) ? next() : doorProblem(c, "editorsOnly"),
);

export function catalogueRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  const answer = async (c: Context<SignedIn>) => c.json(await catalogueAnswer(c.get("session").actor, deps));
  const stale = (c: Context<SignedIn>) => problem(c, refuse("stale"));

  /** The draft as it stands, or what is in force where there is none. */
  async function begin(): Promise<CatalogueBody> {
    const draft = await store.catalogues.draft();
    const { order, rules, ownerWords } = draft?.body ?? (await deps.catalogue.refresh());
    return { order, rules, ownerWords };
  }

  async function save(c: Context<SignedIn>, seen: number | null, draft: CatalogueBody): Promise<Response> {
    const by = c.get("session").actor.id;
    const edit = { note: "", body: draft, by, at: clock.now() };
    return (await store.catalogues.saveDraft(edit, seen)) ? answer(c) : stale(c);
  }

  return new Hono<SignedIn>()
    .use("/api/catalogue/*", onlyEditors)
    .get(
      "/api/catalogue",
      note({
        tag: "派单目录",
        summary: "派单目录",
        description: "现行规则、版本、检查结果；中心和管理员还看到草稿和由裁定、改派得出的建议。",
        answer: catalogueShape,
      }),
      answer,
    )
    .get(
      "/api/catalogue/file",
      note({
        tag: "派单目录",
        summary: "导出",
        description: "format 为 csv 或 json；不写版本则为现行版本。",
        refusals: [404, 422],
      }),
      query(
        v.strictObject({
          format: v.optional(v.picklist(["csv", "json"]), "csv"),
          version: v.optional(version),
        }),
      ),
      async (c) => {
        const asked = c.req.valid("query");
        const stored =
          asked.version === undefined ? null : await store.catalogues.version(Number(asked.version));
        if (asked.version !== undefined && stored === null) return problem(c, refuse("notFound"));
        const { order, ownerWords, rules } = stored?.body ?? (await deps.catalogue.refresh());
        const isCsv = asked.format === "csv";
        await noteSecurity(c, deps, "exported", { detail: `catalogue ${rules.length}` });
        c.header("Content-Type", isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8");
        c.header("Content-Disposition", `attachment; filename="catalogue.${asked.format}"`);
        return c.body(isCsv ? rulesToCsv(rules) : JSON.stringify({ order, ownerWords, rules }, null, 2));
      },
    )
    .post(
      "/api/catalogue/rules",
      note({
        tag: "派单目录",
        summary: "改草稿里的一条规则",
        description: "revision 是看到的草稿版次，没有草稿时为 null。编号相同则替换，否则新增。",
        answer: catalogueShape,
        refusals: [403, 409, 422],
      }),
      body(v.strictObject({ revision, rule: catalogueRuleSchema })),
      async (c) => {
        const sent = c.req.valid("json");
        return save(c, sent.revision, withRule(await begin(), sent.rule));
      },
    )
    .post(
      "/api/catalogue/rules/remove",
      note({
        tag: "派单目录",
        summary: "从草稿删一条规则",
        answer: catalogueShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ revision, code: line(40) })),
      async (c) => {
        const { revision: seen, code } = c.req.valid("json");
        const draft = await begin();
        if (!draft.rules.some((rule) => rule.code === code)) return problem(c, refuse("notFound"));
        return save(c, seen, withoutRule(draft, code));
      },
    )
    .post(
      "/api/catalogue/import",
      note({
        tag: "派单目录",
        summary: "导入为草稿",
        description: "CSV 或 JSON 文本；有一行读不懂就全部不导入，并指出行和列。",
        answer: catalogueShape,
        refusals: [403, 409, 422],
      }),
      body(v.strictObject({ revision, text: words(1_500_000) })),
      async (c) => {
        const sent = c.req.valid("json");
        const { catalogue, bad } = readCatalogueText(sent.text, await begin());
        const [first] = bad;
        if (first !== undefined) {
          const given = `第 ${first.line} 行：${first.message}`.slice(0, 200);
          return problem(c, refuse("badValue", { field: "file", given, expected: "和导出的文件一样的列" }));
        }
        return save(c, sent.revision, catalogue);
      },
    )
    .post(
      "/api/catalogue/discard",
      note({ tag: "派单目录", summary: "放弃草稿", answer: catalogueShape, refusals: [403, 409, 422] }),
      body(v.strictObject({ revision: v.pipe(v.number(), v.integer()) })),
      async (c) =>
        (await store.catalogues.discardDraft(c.req.valid("json").revision)) ? answer(c) : stale(c),
    )
    .post(
      "/api/catalogue/trial",
      note({
        tag: "派单目录",
        summary: "试运行草稿",
        description: "用最近 30 天的案卷比较草稿和现行目录：哪些会派给别的单位。不改变任何案卷。",
        answer: trialShape,
        refusals: [403, 404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const draft = await store.catalogues.draft();
        if (draft === null) return problem(c, refuse("notFound"));
        const after = { ...(await deps.catalogue.refresh()), ...draft.body };
        return c.json(await tryOut(after, c.get("session").actor, deps));
      },
    )
    .post(
      "/api/catalogue/publish",
      note({
        tag: "派单目录",
        summary: "发布草稿",
        description: "从 validFrom 起生效，不早于今天；有空缺或错误则拒绝。",
        answer: catalogueShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ revision: v.pipe(v.number(), v.integer()), validFrom: day, note: line(200) })),
      async (c) => {
        const { revision: seen, validFrom, note: why } = c.req.valid("json");
        const draft = await store.catalogues.draft();
        if (draft === null) return problem(c, refuse("notFound"));
        const number = parseDay(validFrom);
        if (number === null || number < dayNumber(clock.now()))
          return problem(
            c,
            refuse("badValue", { field: "validFrom", given: validFrom, expected: "不早于今天的日期" }),
          );
        const judged = { ...(await deps.catalogue.refresh()), ...draft.body };
        const grave = faultsOf(judged, deps).find((fault) => fault.grave);
        if (grave !== undefined)
          return problem(
            c,
            refuse("badValue", {
              field: "catalogue",
              given: grave.message,
              expected: "没有空缺和错误的目录",
            }),
          );
        const on = { validFrom, note: why, by: c.get("session").actor.id, at: clock.now() };
        return (await store.catalogues.publishDraft(seen, on)) ? answer(c) : stale(c);
      },
    )
    .post(
      "/api/catalogue/restore",
      note({
        tag: "派单目录",
        summary: "回退到以前的版本",
        description: "以新的版本号重新发布旧规则，今天起生效；历史版本都保留。",
        answer: catalogueShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
      async (c) => {
        const wanted = c.req.valid("json").version;
        const stored = await store.catalogues.version(wanted);
        if (stored === null || stored.publishedAt === null) return problem(c, refuse("notFound"));
        if ((await store.catalogues.draft()) !== null)
          return problem(
            c,
            refuse("badValue", { field: "catalogue", given: "有未发布的草稿", expected: "先发布或放弃草稿" }),
          );
        const isPublished = await store.catalogues.publish({
          note: "",
          body: stored.body,
          by: c.get("session").actor.id,
          at: clock.now(),
          validFrom: dayOf(dayNumber(clock.now())),
          restores: wanted,
        });
        return isPublished ? answer(c) : stale(c);
      },
    );
}
