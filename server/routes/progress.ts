/** The resident's page (群众查进度): by case number and tracking code, or the last four digits of the phone. */
import { progressShape } from "../shapes/reports.ts";
import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { act } from "../act.ts";
import { askedOf } from "../asked.ts";
import type { App } from "../appEnv.ts";
import { createAttempts, progressLimits } from "../attempts.ts";
import { type CaseFile, openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import type { Actor, Case } from "../domain/case.ts";
import { commandOf, residentMove } from "../moveSchema.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { doorProblem, problem } from "../problem.ts";
import { line } from "../schema.ts";
import { proofShape } from "../shapes/record.ts";
import { proofAnswer } from "./record.ts";
import { body, query } from "../validate.ts";
import { followedProgress, isSplit, leadIdOf, splitProgress } from "../view/followedProgress.ts";
import { progressAnswer } from "../view/progressAnswer.ts";

interface Opened {
  readonly file: CaseFile;
  readonly actor: Actor;
}

export function progressRoutes(deps: Deps): Hono<App> {
  const { store, clock, names } = deps;
  const attempts = createAttempts(deps);

  /**
   * One answer for every miss: no such number, wrong code, no phone left. Misses are counted per case, so a stranger
   * could lock the page; the tracking code, which nobody can guess, opens it all the same.
   */
  async function open(c: Context, number: string, code: string): Promise<Opened | Response> {
    const found = await store.cases.byNumber(number);
    if (found && isEqual(found.trackingCode, code)) return openedBy(found);
    const opened = await attempts.guard(progressLimits(number, addressOf(c, deps)), async () =>
      found && (await endsPhone(found, code)) ? found : null,
    );
    if (opened === "tooMany") return doorProblem(c, "tooMany", 600);
    return opened ? openedBy(opened) : doorProblem(c, "wrongCode");
  }

  async function openedBy(found: Case): Promise<Opened> {
    const actor: Actor = { id: "resident", role: "resident", unit: null, cells: [], caseId: found.id };
    const file = await openFile(found.id, actor, deps);
    if (!file) throw new Error(`Case ${found.id} is out of the scope of its own reporter`);
    return { file, actor };
  }

  /** A confidential case opens with its tracking code only: a phone's last digits are known to too many. */
  async function endsPhone(found: Case, code: string): Promise<boolean> {
    if (found.confidential || !/^\d{4}$/.test(code)) return false;
    const phone = (await store.cases.reporter(found.id))?.phone ?? "";
    return phone.length >= 7 && isEqual(phone.slice(-4), code);
  }

  async function answer({ file, actor }: Opened) {
    const viewer = { actor, now: clock.now(), reference: deps.reference, names };
    const own = { ...file, events: await store.cases.history(file.case.id) };
    const parts = isSplit(own) ? await store.linking.partsOf(own.case.id) : [];
    if (parts.length > 0) return splitProgress(own, parts, viewer);
    const leadId = leadIdOf(own);
    const lead = leadId === null ? null : await store.cases.file(leadId);
    if (!lead) return progressAnswer(own, viewer);
    return followedProgress(own, { ...lead, events: await store.cases.history(lead.case.id) }, viewer);
  }

  return new Hono<App>()
    .get(
      "/api/progress/:number",
      note({
        tag: "群众",
        summary: "查进度",
        params: { number: "案卷号" },
        answer: progressShape,
        refusals: [404, 422, 429],
        open: true,
      }),
      query(v.strictObject({ code: line(40) })),
      async (c) => {
        const opened = await open(c, c.req.param("number"), c.req.valid("query").code);
        return opened instanceof Response ? opened : c.json(await answer(opened));
      },
    )
    .get(
      "/api/progress/:number/proof",
      note({
        tag: "群众",
        summary: "存证证明",
        description: "自己这件事的每条记录在存证树里的位置，不含文字和身份；用 docs/verify-proof.mjs 核对。",
        params: { number: "案卷号" },
        answer: proofShape,
        refusals: [404, 409, 422, 429],
        open: true,
      }),
      query(v.strictObject({ code: line(40) })),
      async (c) => {
        const opened = await open(c, c.req.param("number"), c.req.valid("query").code);
        return opened instanceof Response ? opened : await proofAnswer(c, opened.file.case, deps);
      },
    )
    .post(
      "/api/progress/:number/moves",
      note({
        tag: "群众",
        summary: "评价或补充情况",
        params: { number: "案卷号" },
        answer: progressShape,
        refusals: [404, 409, 422, 429],
        open: true,
      }),
      body(residentMove),
      async (c) => {
        const { code, ...sent } = c.req.valid("json") as { code: string; action: string };
        const opened = await open(c, c.req.param("number"), code);
        if (opened instanceof Response) return opened;
        const { file, actor } = opened;
        // A resident sees no versions; what they may do never goes stale
        const seen = { ...sent, version: file.case.version };
        const command = commandOf(seen);
        const after = await act(file, command, actor, deps);
        return "kind" in after
          ? problem(c, after, askedOf(command.action, file, actor, deps))
          : c.json(await answer({ file: after, actor }));
      },
    );
}

/** Takes the same time wherever the difference lies. */
function isEqual(expected: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
