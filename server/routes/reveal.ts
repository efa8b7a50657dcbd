/** POST /api/cases/:id/reveal: the reporter's full name and number, for those who speak with them; noted first. */
import { revealShape } from "../shapes/security.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { RevealAnswer } from "../domain/securityAnswers.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { words } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { isFresh } from "../session.ts";
import { body } from "../validate.ts";
import { mayReveal } from "../view/privacy.ts";

const revealBody = v.strictObject({ reason: v.pipe(words(200), v.regex(/\S.*\S/s, "至少两个字的事由")) });

export function revealRoutes(deps: Deps): Hono<SignedIn> {
  const { store, ids, clock } = deps;
  return new Hono<SignedIn>().post(
    "/api/cases/:id/reveal",
    note({
      tag: "案卷",
      summary: "查看反映人全名和电话",
      description: "只限与反映人联系的乡镇、中心和普通件的承办单位；事由先记入查看记录。",
      params: { id: "案卷 id" },
      answer: revealShape,
      refusals: [403, 404, 422],
    }),
    body(revealBody),
    async (c) => {
      const { actor, account } = c.get("session");
      const file = await openFile(c.req.param("id"), actor, deps);
      if (!file) return problem(c, refuse("notFound"));
      if (!mayReveal(actor, file.case)) return problem(c, refuse("notAllowed", { given: "查看反映人" }));
      if (!isFresh(c.get("session"), clock.now())) return doorProblem(c, "confirmFirst");
      await store.people.noteReveal({
        id: ids.row(),
        caseId: file.case.id,
        accountId: account.id,
        reason: c.req.valid("json").reason.trim(),
        at: clock.now(),
      });
      await noteSecurity(c, deps, "revealed", { subject: file.case.id });
      const reporter = await store.cases.reporter(file.case.id);
      const answer: RevealAnswer = { name: reporter?.name ?? null, phone: reporter?.phone ?? null };
      return c.json(answer);
    },
  );
}
