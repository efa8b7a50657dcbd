/** POST /api/cases/:id/moves: the one door for every act on a case; its body is built from the table of moves. */
import { caseShape } from "../shapes/cases.ts";
import { Hono } from "hono";
import { act } from "../act.ts";
import type { SignedIn } from "../appEnv.ts";
import { openFile, showFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { commandOf, staffMove } from "../moveSchema.ts";
import { note } from "../openapi.ts";
import { askedOf } from "../asked.ts";
import { problem } from "../problem.ts";
import { body } from "../validate.ts";
import { repeated } from "../repeated.ts";

export function moveRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().post(
    "/api/cases/:id/moves",
    note({
      tag: "案卷",
      summary: "办理案卷",
      description:
        "action 和字段来自流程表；version 是看到的案卷版本，案卷已变则拒绝（409 stale）。带同一 commandId 再次提交不会重复办理。",
      params: { id: "案卷 id" },
      answer: caseShape,
      refusals: [403, 404, 409, 422],
    }),
    body(staffMove),
    async (c) => {
      const { actor } = c.get("session");
      const id = c.req.param("id");
      const command = commandOf(c.req.valid("json"));
      const file = await openFile(id, actor, deps);
      if (!file) {
        // It may be their own act that took the case out of their hands
        const before = await repeated(id, command, actor, deps);
        return before ? c.json(await showFile(before, actor, deps)) : problem(c, refuse("notFound"));
      }
      const after = await act(file, command, actor, deps);
      return "kind" in after
        ? problem(c, after, askedOf(command.action, file, actor, deps))
        : c.json(await showFile(after, actor, deps));
    },
  );
}
