/** What a handler and a checker should see before a case is called done: evidence, photos, the answer, the second look. */
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { type Actor, type Case, refuse } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import type { ClosingAnswer, ReplyAnswer } from "../domain/closing/answers.ts";
import { onScales } from "../domain/closing/closingRules.ts";
import { papersOf } from "../domain/closing/evidence.ts";
import { type PhotoMark, photoMarks } from "../domain/closing/photoMarks.ts";
import { type ReplyHint, replyHints } from "../domain/closing/replyHints.ts";
import type { Item } from "../domain/taxonomy.ts";
import { DAY } from "../domain/time.ts";
import { metresBetween } from "../../geo/near.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { pinOf } from "../domain/report.ts";
import { onlyAssists } from "../view/assignments.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { words } from "../schema.ts";
import { closingShape, replyShape } from "../shapes/closing.ts";
import { body } from "../validate.ts";
import { itemCodeOf } from "../view/suggested.ts";

/** How far back a template is looked for, and in how many answers of the unit. */
const BACK = 90 * DAY;
const MOST_ANSWERS = 300;

export function closingRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get(
      "/api/cases/:id/closing",
      note({
        tag: "案卷",
        summary: "办结核对",
        description:
          "事项要求的凭据、处置照片的疑点（地点、时间、重复使用）、答复的疑点、随机复查；只提示，不拦截。",
        params: { id: "案卷 id" },
        answer: closingShape,
        refusals: [404],
      }),
      async (c) => {
        const { actor } = c.get("session");
        const file = await openFile(c.req.param("id"), actor, deps);
        return file ? c.json(await closingAnswer(file.case, actor, deps)) : problem(c, refuse("notFound"));
      },
    )
    .post(
      "/api/cases/:id/reply",
      note({
        tag: "案卷",
        summary: "核对正在写的处置结果",
        params: { id: "案卷 id" },
        answer: replyShape,
        refusals: [404, 422],
      }),
      body(v.strictObject({ result: words(2000) })),
      async (c) => {
        const { actor } = c.get("session");
        const file = await openFile(c.req.param("id"), actor, deps);
        if (!file) return problem(c, refuse("notFound"));
        const answer: ReplyAnswer = {
          hints: await hintsOf(
            { reply: c.req.valid("json").result, unit: actor.unit },
            file.case,
            actor,
            deps,
          ),
        };
        return c.json(answer);
      },
    );
}

async function closingAnswer(found: Case, actor: Actor, deps: Deps): Promise<ClosingAnswer> {
  const { names, reference, store } = deps;
  const item = itemOf(found, deps);
  const named = (code: string) => ({
    code,
    name: reference.meta.evidenceTypes.find((row) => row.code === code)?.name ?? code,
  });
  const events = await store.cases.history(found.id);
  const handled = events.findLast(({ action }) => action === "handle" || action === "admit");
  // What the lead wrote is not for a unit that only helps (view/assignments.ts)
  const text = onlyAssists(actor, found) ? null : (handled?.words["result"] ?? null);
  const replied = { reply: text ?? "", unit: handled?.actorUnit ?? null };
  const { recheck } = rulesOf(found);
  return {
    required: papersOf(item).map(named),
    optional: (item?.evidence.optional ?? []).filter((code) => !code.startsWith("photo")).map(named),
    photos: await Promise.all(
      found.photos
        .filter(({ stage }) => stage !== "before")
        .map(async ({ id, stage }) => ({ id, stage, marks: await marksOf(id, found, actor, deps) })),
    ),
    reply: text === null ? null : { text, hints: await hintsOf(replied, found, actor, deps) },
    recheck: recheck && {
      unit: names.holder(recheck.unit),
      askedAt: recheck.askedAt,
      solved: recheck.solved,
      at: recheck.at,
    },
    scales: found.rating === null ? [] : onScales(found.rating.score, reference.closing),
  };
}

async function marksOf(id: string, found: Case, actor: Actor, deps: Deps): Promise<readonly PhotoMark[]> {
  const { store, reference } = deps;
  const photo = await store.photos.byId(id);
  if (!photo) return [];
  const { takenAt = null, lng = null, lat = null, print = null } = photo;
  const spot = pinOf(found.placement);
  const metres = spot === null || lng === null || lat === null ? null : metresBetween({ lng, lat }, spot);
  const uses = await store.photos.usesLike({ id, print });
  const around = { caseId: found.id, reportedAt: found.reportedAt, metres, uses };
  const marks = photoMarks({ id, print, takenAt, lng, lat }, around, reference.closing);
  return await Promise.all(
    marks.map(async (mark) =>
      mark.kind !== "reused" || (await maySee(mark.caseId, actor, deps))
        ? mark
        : { ...mark, number: null, caseId: null },
    ),
  );
}

/** That a picture or an answer was used before is told; in which case, to whoever may see that one. */
async function maySee(caseId: string | null, actor: Actor, { store }: Deps): Promise<boolean> {
  const found = caseId === null ? null : await store.cases.byId(caseId);
  return found !== null && inScope(scopeOf(actor), found);
}

async function hintsOf(
  { reply, unit }: { readonly reply: string; readonly unit: string | null },
  found: Case,
  actor: Actor,
  deps: Deps,
): Promise<readonly ReplyHint[]> {
  const item = itemOf(found, deps);
  const since = deps.clock.now() - BACK;
  const earlier = unit === null ? [] : await deps.store.linking.answersOf(unit, since, MOST_ANSWERS);
  const hints = replyHints(
    {
      reply,
      demand: found.text,
      terms: item === null ? [] : [item.name, ...item.keywords],
      earlier: earlier.filter(({ caseId }) => caseId !== found.id),
    },
    deps.reference.closing,
  );
  return await Promise.all(
    hints.map(async (hint) => {
      if (hint.kind !== "template") return hint;
      const caseId = earlier.find(({ number }) => number === hint.number)?.caseId ?? null;
      return (await maySee(caseId, actor, deps)) ? hint : { ...hint, number: null };
    }),
  );
}

function itemOf(found: Case, { reference }: Deps): Item | null {
  const code = itemCodeOf(found);
  return code === null ? null : reference.taxonomy.lookUp(code);
}
