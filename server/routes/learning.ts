/** 识别成绩单 for everybody; lessons, training, versions and automatic dispatch for the centre and the administrator. */
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import { mayEdit } from "../catalogue/answers.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { type Automation, effectOf } from "../domain/learning/automation.ts";
import { learningAnswer, marksAnswer } from "../learning/answers.ts";
import { confirmedLately, judgedOf, rulingsLately } from "../learning/judged.ts";
import { AUTOMATION, MODEL_IN_USE } from "../learning/learner.ts";
import { reasonsAnswer } from "../learning/reasons.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { effectShape, learningShape, marksShape, reasonsShape } from "../shapes/learning.ts";
import { body, query } from "../validate.ts";

const onlyKeepers = createMiddleware<SignedIn>(async (c, next) =>
  mayEdit(c.get("session").actor) ? next() : doorProblem(c, "editorsOnly"),
);

const share = v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.999));
const shareText = v.pipe(v.string(), v.regex(/^0\.\d{1,3}$/, "0.5 到 0.999 的小数"));

export function learningRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, learner, renewals } = deps;
  const answer = async (c: Context<SignedIn>) => c.json(await learningAnswer(c.get("session").actor, deps));

  async function effect(precision: number, suggestPrecision: number) {
    const [confirmed, rulings] = await Promise.all([confirmedLately(deps), rulingsLately(deps)]);
    const rows = confirmed.toReversed().map((found) => judgedOf(found, rulings, deps));
    return effectOf(rows, { precision, suggestPrecision });
  }

  return new Hono<SignedIn>()
    .use("/api/learning", onlyKeepers)
    .use("/api/learning/*", onlyKeepers)
    .get(
      "/api/marks",
      note({
        tag: "识别",
        summary: "识别成绩单",
        description: "以本县已确认的案卷计：案卷进来时机器说的，和后来人定的比。近半年，只有总数，没有个人。",
        answer: marksShape,
      }),
      async (c) => c.json(await marksAnswer(c.get("session").actor, deps)),
    )
    .get(
      "/api/cases/:id/reasons",
      note({
        tag: "识别",
        summary: "为什么是这个事项、这个单位",
        description: "支持和反对的词、说法相近的已办案卷、职责清单条目、立案条件、派单目录规则。",
        params: { id: "案卷 id" },
        answer: reasonsShape,
        refusals: [404],
      }),
      async (c) => {
        const { actor } = c.get("session");
        const file = await openFile(c.req.param("id"), actor, deps);
        return file ? c.json(await reasonsAnswer(file.case, actor, deps)) : problem(c, refuse("notFound"));
      },
    )
    .get(
      "/api/learning",
      note({ tag: "识别", summary: "更正、训练和自动派遣", answer: learningShape, refusals: [403] }),
      answer,
    )
    .post(
      "/api/learning/lessons/:id/undo",
      note({
        tag: "识别",
        summary: "撤回一条更正",
        description: "机器马上忘掉它；案卷本身不变。",
        params: { id: "更正 id" },
        answer: learningShape,
        refusals: [403, 404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const by = c.get("session").actor.id;
        const isUndone = await store.learning.undo(c.req.param("id"), by, clock.now());
        return isUndone ? answer(c) : problem(c, refuse("notFound"));
      },
    )
    .post(
      "/api/learning/train",
      note({
        tag: "识别",
        summary: "重新训练",
        description: "在后台用已确认的案卷训练；在留出的案卷上不比现在的差才替换。再次查询看进度。",
        answer: learningShape,
        refusals: [403, 409],
      }),
      body(v.strictObject({})),
      async (c) =>
        renewals.start(deps, c.get("session").actor.id)
          ? answer(c)
          : problem(c, refuse("duplicate", { field: "train" })),
    )
    .post(
      "/api/learning/use",
      note({
        tag: "识别",
        summary: "换用一个训练版本",
        description: "version 为 0 则只用内置的识别和更正。",
        answer: learningShape,
        refusals: [403, 404, 422],
      }),
      body(v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
      async (c) => {
        const { version } = c.req.valid("json");
        if (version > 0 && (await store.learning.model(version)) === null)
          return problem(c, refuse("notFound"));
        await store.settings.put(MODEL_IN_USE, String(version));
        return answer(c);
      },
    )
    .get(
      "/api/learning/automation",
      note({
        tag: "识别",
        summary: "自动派遣的效果预测",
        description: "按想要的准确率在较早的已确认案卷上划线，在较新的案卷上试；不改变任何设置。",
        answer: effectShape,
        refusals: [403, 422],
      }),
      query(v.strictObject({ precision: shareText, suggestPrecision: shareText })),
      async (c) => {
        const { precision, suggestPrecision } = c.req.valid("query");
        return c.json(await effect(Number(precision), Number(suggestPrecision)));
      },
    )
    .post(
      "/api/learning/automation",
      note({
        tag: "识别",
        summary: "开关自动派遣",
        description: "缺省关闭。线由想要的准确率在已确认的案卷上划出；划不出线就开不了。",
        answer: learningShape,
        refusals: [403, 422],
      }),
      body(v.strictObject({ on: v.boolean(), precision: share, suggestPrecision: share })),
      async (c) => {
        const { on, precision, suggestPrecision } = c.req.valid("json");
        const { line, suggestLine } = await effect(precision, suggestPrecision);
        if (on && line > 1) {
          const given = `${precision}`;
          const expected = "已确认的案卷上守得住的准确率；请降低要求，或等确认的案卷多一些";
          return problem(c, refuse("badValue", { field: "precision", given, expected }));
        }
        const setBy = c.get("session").actor.id;
        const set: Automation = {
          on,
          precision,
          suggestPrecision,
          line,
          suggestLine,
          setAt: clock.now(),
          setBy,
        };
        await store.settings.put(AUTOMATION, JSON.stringify(set));
        await learner.refresh();
        return answer(c);
      },
    );
}
