/** 导出: tables of cases, asked for, decided by a second person where they must be, taken once. */
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { Account } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import { filterEntries } from "../caseFilter.ts";
import { casesToExport, caseTable } from "../caseTable.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import {
  endsAt,
  type ExportRequest,
  mayDecide,
  mayExport,
  needsApproval,
  refuseDecision,
  refuseTaking,
} from "../domain/exports.ts";
import type { ExportAnswer, ExportsAnswer, NamedAccount } from "../domain/securityAnswers.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { words } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { isFresh } from "../session.ts";
import { exportShape, exportsShape } from "../shapes/security.ts";
import { body } from "../validate.ts";
import { markOf } from "../watermark.ts";

const reason = v.pipe(words(200), v.regex(/\S.*\S/s, "至少两个字的事由"));
const askBody = v.strictObject({ filter: v.strictObject(filterEntries), personal: v.boolean(), reason });
const decideBody = v.strictObject({ grant: v.boolean(), words: reason });

/** As many as the page shows. */
const MOST_SHOWN = 50;

export function exportRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, ids, names, exportRule: rule } = deps;
  return new Hono<SignedIn>()
    .get(
      "/api/exports",
      note({
        tag: "案卷",
        summary: "自己的导出申请，及待审批的",
        answer: exportsShape,
        refusals: [403],
      }),
      async (c) => {
        const { actor } = c.get("session");
        if (!mayExport(actor, false)) return doorProblem(c, "exportersOnly");
        const asked = { accountId: actor.id, all: mayDecide(actor), limit: MOST_SHOWN };
        const [found, people] = await Promise.all([store.security.exports(asked), store.people.list()]);
        const answer: ExportsAnswer = {
          rows: found.map((row) => answerOf(row, c, people)),
          directRows: rule.directRows,
          mostRows: rule.mostRows,
          mayAskPersonal: mayExport(actor, true),
          now: clock.now(),
        };
        return c.json(answer);
      },
    )
    .post(
      "/api/exports",
      note({
        tag: "案卷",
        summary: "申请导出案卷表",
        description:
          "filter 与案卷列表相同。含反映人或行数较多的须另一人同意；其余当即可取。含反映人的要先再确认是本人。",
        answer: exportShape,
        status: 201,
        refusals: [403, 422],
      }),
      body(askBody),
      async (c) => {
        const { actor } = c.get("session");
        const { filter, personal, reason } = c.req.valid("json");
        if (!mayExport(actor, personal)) return doorProblem(c, "exportersOnly");
        if (personal && !isFresh(c.get("session"), clock.now())) return doorProblem(c, "confirmFirst");
        const found = await casesToExport(filter, actor, { most: rule.mostRows, deps });
        if (found.length === 0 || found.length > rule.mostRows)
          return problem(
            c,
            refuse("badValue", {
              field: "filter",
              given: found.length === 0 ? "没有案卷" : "太多",
              expected: `1 到 ${rule.mostRows} 件案卷的条件`,
            }),
          );
        const needed = needsApproval({ personal, rows: found.length }, rule);
        const asked: ExportRequest = {
          id: ids.row(),
          askedBy: actor.id,
          askedAt: clock.now(),
          reason: reason.trim(),
          filter: filter as Readonly<Record<string, string>>,
          personal,
          rows: found.length,
          state: needed ? "asked" : "granted",
          decidedBy: null,
          decidedAt: null,
          decision: null,
          takenAt: null,
        };
        await store.security.addExport(asked);
        if (needed) await noteSecurity(c, deps, "exportAsked", { subject: asked.id, detail: told(asked) });
        return c.json(answerOf(asked, c, await store.people.list()), 201);
      },
    )
    .post(
      "/api/exports/:id/decision",
      note({
        tag: "案卷",
        summary: "同意或不同意一个导出申请",
        description: "由效能中心或县领导决定，不能是申请人自己。",
        params: { id: "申请 id" },
        answer: exportShape,
        refusals: [403, 404, 409, 422],
      }),
      body(decideBody),
      async (c) => {
        const { actor } = c.get("session");
        const { grant, words } = c.req.valid("json");
        if (!mayDecide(actor)) return doorProblem(c, "exportersOnly");
        const found = await store.security.export(c.req.param("id"));
        if (!found) return problem(c, refuse("notFound"));
        const no = refuseDecision(found, actor);
        if (no !== null) return problem(c, no);
        const decided: ExportRequest = {
          ...found,
          state: grant ? "granted" : "refused",
          decidedBy: actor.id,
          decidedAt: clock.now(),
          decision: words.trim(),
        };
        if (!(await store.security.changeExport(decided, "asked"))) return problem(c, refuse("stale"));
        const kind = grant ? "exportGranted" : "exportRefused";
        await noteSecurity(c, deps, kind, { subject: found.id, detail: told(found) });
        return c.json(answerOf(decided, c, await store.people.list()));
      },
    )
    .post(
      "/api/exports/:id/take",
      note({
        tag: "案卷",
        summary: "取走导出的表（CSV，一次）",
        params: { id: "申请 id" },
        type: "text/csv",
        refusals: [403, 404, 409],
      }),
      body(v.strictObject({})),
      async (c) => {
        const session = c.get("session");
        const { actor } = session;
        const now = clock.now();
        const found = await store.security.export(c.req.param("id"));
        if (!found) return problem(c, refuse("notFound"));
        const no = refuseTaking(found, actor, { now, rule });
        if (no !== null) return problem(c, no);
        if (!mayExport(actor, found.personal)) return doorProblem(c, "exportersOnly");
        if (found.personal && !isFresh(session, now)) return doorProblem(c, "confirmFirst");
        // No more than what was granted, even if more fits the filter by now
        const cases = await casesToExport(found.filter, actor, { most: found.rows - 1, deps });
        const taking = { actor, personal: found.personal, mark: markOf(session, deps) };
        const table = await caseTable(cases, taking, deps);
        if (!(await store.security.changeExport({ ...found, state: "taken", takenAt: now }, "granted")))
          return problem(c, refuse("stale"));
        // Each of them was looked at: the centre sees it in its list
        for (const caseId of table.revealed)
          await store.people.noteReveal({
            id: ids.row(),
            caseId,
            accountId: actor.id,
            reason: `导出：${found.reason}`,
            at: now,
          });
        await noteSecurity(c, deps, "exported", { subject: found.id, detail: told(found) });
        c.header("Cache-Control", "no-store");
        c.header("Content-Disposition", `attachment; filename="cases-${found.id}.csv"`);
        return c.body(table.text, 200, { "Content-Type": "text/csv; charset=utf-8" });
      },
    );

  function answerOf(row: ExportRequest, c: Context<SignedIn>, people: readonly Account[]): ExportAnswer {
    const { actor } = c.get("session");
    const now = clock.now();
    return {
      ...row,
      askedBy: named(row.askedBy, people),
      decidedBy: named(row.decidedBy, people),
      until: row.state === "granted" ? endsAt(row, rule) : null,
      mayTake: refuseTaking(row, actor, { now, rule }) === null,
      mayDecide: refuseDecision(row, actor) === null,
    };
  }

  function named(id: string | null, people: readonly Account[]): NamedAccount | null {
    const found = people.find((person) => person.id === id);
    if (!found) return null;
    const { username, name, role, unit } = found;
    return { id: found.id, username, name, role, unit: names.holder(unit) };
  }
}

function told({ personal, rows }: ExportRequest): string {
  return `cases ${rows}${personal ? " personal" : ""}`;
}
