/**
 * 简版: report and progress for browsers without scripts. Each form is sent on to the API of the same name in this very
 * process, so that its checks, limits and rules are the ones that hold.
 */
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { nanoid } from "nanoid";
import type { App } from "../appEnv.ts";
import type { PhotoAnswer, ProgressAnswer, ReportAnswer } from "../domain/reportAnswers.ts";
import type { ProblemAnswer } from "../domain/ruleAnswers.ts";
import { note } from "../openapi.ts";
import { isHttps } from "../origin.ts";
import { framed } from "../plain/frame.ts";
import { plain } from "../plain/plainWords.ts";
import { askForm, askPage, type Key, progressPage } from "../plain/progressPage.ts";
import { type Draft, MOST_PHOTOS, receiptPage, reportPage } from "../plain/reportPage.ts";
import { plainStyle } from "../plain/style.ts";
import { query } from "../validate.ts";
import * as v from "valibot";

type PlainContext = Context<App>;
type Form = Readonly<Record<string, unknown>>;

const drawn = { tag: "群众", open: true, type: "text/html" } as const;

export function plainRoutes(app: Hono<App>): Hono<App> {
  return new Hono<App>()
    .use("/plain/*", async (c, next) => {
      await next();
      c.header("Cache-Control", "no-store");
    })
    .get("/plain/plain.css", note({ ...drawn, summary: "简版样式", type: "text/css" }), (c) =>
      c.body(plainStyle, 200, { "Content-Type": "text/css; charset=utf-8" }),
    )
    .get("/plain", note({ ...drawn, summary: "简版首页" }), (c) =>
      c.html(
        framed(
          plain.homeTitle,
          html`<p class="hint">${plain.homeHint}</p>
            <p><a class="button" href="/plain/report">${plain.toReport}</a></p>
            ${askForm({ number: "", code: "" })}`,
        ),
      ),
    )
    .get(
      "/plain/progress",
      note({ ...drawn, summary: "简版：查进度" }),
      query(v.object({ number: v.optional(v.string(), ""), code: v.optional(v.string(), "") })),
      (c) => c.html(askPage(c.req.valid("query"), null)),
    )
    .post(
      "/plain/progress",
      note({ ...drawn, summary: "简版：看进度", refusals: [404, 422, 429] }),
      async (c) => {
        const key = keyIn(await c.req.parseBody());
        return await shown(c, key, await ask(c, progressPath(key)), null);
      },
    )
    .post(
      "/plain/progress/act",
      note({ ...drawn, summary: "简版：评价、补充、没解决", refusals: [404, 409, 422, 429] }),
      async (c) => {
        const form = await c.req.parseBody({ all: true });
        const key = keyIn(form);
        const photos = await photosIn(c, form);
        if (typeof photos === "string") return await shown(c, key, await ask(c, progressPath(key)), photos);
        const sent = { code: key.code, ...commandIn(form, photos) };
        const done = await ask(c, `/api/progress/${encodeURIComponent(key.number)}/moves`, sent);
        const seen = done.ok ? done : await ask(c, progressPath(key));
        return await shown(c, key, seen, done.ok ? null : done);
      },
    )
    .get("/plain/report", note({ ...drawn, summary: "简版：反映问题" }), (c) =>
      c.html(reportPage(draftIn({ id: `plain-${nanoid()}` }), null)),
    )
    .post("/plain/report", note({ ...drawn, summary: "简版：提交", refusals: [422, 429] }), async (c) => {
      const form = await c.req.parseBody({ all: true });
      const draft = draftIn(form);
      const photos = await photosIn(c, form);
      if (typeof photos === "string") return c.html(reportPage(draft, photos), 422);
      const answer = await ask(c, "/api/reports", reportOf(draft, photos));
      if (!answer.ok) return c.html(reportPage(draft, await whyNot(answer)), answer.status as 422);
      const taken = (await answer.json()) as ReportAnswer;
      return c.html(receiptPage(taken, progressAddress(c, taken)), answer.status as 201);
    });

  /** One request to the API on behalf of the form's sender: a GET, or a POST of JSON. */
  async function ask(c: PlainContext, path: string, body?: unknown): Promise<Response> {
    const forwarded = c.req.header("X-Forwarded-For");
    return await app.request(
      path,
      {
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
        headers: {
          "Content-Type": "application/json",
          ...(forwarded === undefined ? {} : { "X-Forwarded-For": forwarded }),
        },
      },
      c.env,
    );
  }

  /** The ids of the pictures, or why one was not taken. */
  async function photosIn(c: PlainContext, form: Form): Promise<readonly string[] | string> {
    const files = [form["photos"]].flat().filter((part) => part instanceof File && part.size > 0);
    const ids: string[] = [];
    for (const file of files.slice(0, MOST_PHOTOS) as File[]) {
      const answer = await app.request(
        "/api/photos",
        { method: "POST", body: await file.arrayBuffer(), headers: { "Content-Type": file.type } },
        c.env,
      );
      if (!answer.ok) return plain.photoProblem(file.name, await whyNot(answer));
      ids.push(((await answer.json()) as PhotoAnswer).id);
    }
    return ids;
  }
}

/** The page of a case, with why an act on it was refused; or the form again, with why the case does not open. */
async function shown(
  c: PlainContext,
  key: Key,
  seen: Response,
  refused: Response | string | null,
): Promise<Response> {
  if (!seen.ok) return c.html(askPage(key, await whyNot(seen)), seen.status as 404);
  const problem = refused instanceof Response ? await whyNot(refused) : refused;
  const found = (await seen.json()) as ProgressAnswer;
  const page = progressPage(found, key, { problem, done: problem === null && c.req.path.endsWith("/act") });
  if (refused === null) return c.html(page);
  return c.html(page, typeof refused === "string" ? 422 : (refused.status as 409));
}

async function whyNot(answer: Response): Promise<string> {
  return ((await answer.json()) as ProblemAnswer).detail;
}

function progressPath({ number, code }: Key): string {
  return `/api/progress/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`;
}

/** Where a phone that scans the receipt sees the progress. */
function progressAddress(c: PlainContext, { number, trackingCode }: ReportAnswer): string {
  const here = new URL(c.req.url);
  const scheme = isHttps(c) ? "https:" : here.protocol;
  return `${scheme}//${here.host}/progress/${number}?code=${encodeURIComponent(trackingCode)}`;
}

function keyIn(form: Form): Key {
  return { number: textIn(form, "number"), code: textIn(form, "code") };
}

/** Where the forms of a case keep their words. */
const wordsOf = ["note", "reopenNote", "addNote", "withdrawNote"];

/** The command of one of the forms, with only what was filled in. */
function commandIn(form: Form, photos: readonly string[]): Readonly<Record<string, unknown>> {
  const words = wordsOf.map((name) => textIn(form, name)).find((text) => text !== "") ?? "";
  const said = words === "" ? {} : { note: words };
  const action = textIn(form, "action");
  if (action === "comment") return { action, ...said, ...(photos.length > 0 ? { photosMore: photos } : {}) };
  if (action !== "rate") return { action, ...said };
  const solved = textIn(form, "solved");
  return {
    action,
    score: Number(textIn(form, "score")),
    ...(solved === "" ? {} : { solved: solved === "yes" }),
    ...said,
  };
}

function draftIn(form: Form): Draft {
  return {
    id: textIn(form, "id"),
    text: textIn(form, "text"),
    address: textIn(form, "address"),
    name: textIn(form, "name"),
    phone: textIn(form, "phone"),
    confidential: textIn(form, "confidential") === "yes",
  };
}

function reportOf(
  { id, text, address, name, phone, confidential }: Draft,
  photos: readonly string[],
): unknown {
  return {
    id,
    text,
    channel: "public",
    address: address || null,
    photos,
    reporter: { name: name || null, phone: phone || null, confidential },
  };
}

function textIn(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
}
