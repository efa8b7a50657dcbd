/** Papers: 案卷 and the orders of supervision as one A4 page each, for whoever may see the case. */
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { App } from "../appEnv.ts";
import { openFile, showFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import type { CaseAnswer } from "../domain/caseAnswers.ts";
import { note } from "../openapi.ts";
import { isHttps } from "../origin.ts";
import { orderPaper, type Printing } from "../print/order.ts";
import { checkpointPaper } from "../print/checkpoint.ts";
import { type Html, sorry } from "../print/page.ts";
import { paper } from "../print/printWords.ts";
import { casePaper } from "../print/sheet.ts";
import { signedWith } from "../record/signers.ts";
import { markOf } from "../watermark.ts";
import { printScript, printStyle } from "../print/style.ts";

type PrintContext = Context<App>;
type Draw = (found: CaseAnswer, printing: Printing) => Html | null;

export function printRoutes(deps: Deps): Hono<App> {
  const asset = (body: string, type: string) => (c: PrintContext) =>
    c.body(body, 200, { "Content-Type": type });
  return new Hono<App>()
    .get(
      "/print/print.css",
      note({ ...drawn, type: "text/css" }),
      asset(printStyle, "text/css; charset=utf-8"),
    )
    .get(
      "/print/print.js",
      note({ ...drawn, type: "text/javascript" }),
      asset(printScript, "text/javascript; charset=utf-8"),
    )
    .get(
      "/print/record",
      note({
        tag: "系统",
        summary: "打印最近的检查点",
        description: "一页 A4，二维码里是签名的全文；交给外面的人保存。",
        type: "text/html",
        refusals: [403, 404],
      }),
      async (c) => await checkpointPrinted(c),
    )
    .get(
      "/print/cases/:id",
      note({
        tag: "案卷",
        summary: "打印案卷",
        description: "一页 A4；内容以打印的人看得到的为限。",
        params: { id: "案卷 id" },
        type: "text/html",
      }),
      async (c) => await printed(c, c.req.param("id"), casePaper),
    )
    .get(
      "/print/cases/:id/orders/:order",
      note({
        tag: "督办",
        summary: "打印催办单、督办单、通报、批示督办单",
        params: { id: "案卷 id", order: "urge、supervise、circulate、instruct（取最近一次），或记录序号" },
        type: "text/html",
      }),
      async (c) => {
        const order = c.req.param("order");
        return await printed(c, c.req.param("id"), (found, printing) => orderPaper(found, order, printing));
      },
    );

  async function checkpointPrinted(c: PrintContext): Promise<Response> {
    const session = c.get("session");
    c.header("Cache-Control", "no-store");
    if (session === null) return await c.html(sorry(paper.notSignedIn, signInLink), 401);
    if (!keepers.has(session.account.role)) return await c.html(sorry(paper.notKept), 403);
    const made = await deps.store.record.latestCheckpoint();
    if (made === null) return await c.html(sorry(paper.noCheckpoint), 404);
    const key = signedWith(made.note, deps.recordKeys);
    const county = deps.names.holder(deps.reference.superviseUnit)?.name ?? "";
    const who = session.account.name;
    const now = deps.clock.now();
    return await c.html(checkpointPaper(made, { key, county, who, now, mark: markOf(session, deps) }));
  }

  async function printed(c: PrintContext, id: string, draw: Draw): Promise<Response> {
    const session = c.get("session");
    c.header("Cache-Control", "no-store");
    if (session === null) return await c.html(sorry(paper.notSignedIn, signInLink), 401);
    const file = await openFile(id, session.actor, deps);
    const found = file && (await showFile(file, session.actor, deps));
    const printing = {
      reference: deps.reference,
      names: deps.names,
      address: `${originOf(c)}/cases/${encodeURIComponent(id)}`,
      who: session.account.name,
      mark: markOf(session, deps),
    };
    const drawn = found && draw(found, printing);
    return drawn ? await c.html(drawn) : await c.html(sorry(paper.notFound), 404);
  }
}

const keepers: ReadonlySet<string> = new Set(["centre", "leader", "admin"]);

const drawn = { tag: "系统", summary: "打印版式", open: true } as const;

const signInLink = html`<a href="/signin">${paper.notSignedIn.link}</a>`;

/** The address under which this browser knows the house. */
function originOf(c: PrintContext): string {
  const host = c.req.header("Host") ?? new URL(c.req.url).host;
  return `${isHttps(c) ? "https" : "http"}://${host}`;
}
