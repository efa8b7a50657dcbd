/** 常用语: the county's with those of one's own unit, and the unit's own set changed as a whole. */
import { Hono } from "hono";
import { loadPhrases } from "../../fixtures/phrases.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { type Actor, refuse } from "../domain/case.ts";
import type { OwnPhrase, PhrasesAnswer } from "../domain/phrases.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { phrasesBody, phrasesShape } from "../shapes/phrases.ts";
import { body } from "../validate.ts";

const editors: readonly Actor["role"][] = ["township", "department", "centre"];

export function phraseRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  const county = loadPhrases();

  return new Hono<SignedIn>()
    .get("/api/phrases", note({ tag: "案卷", summary: "常用语", answer: phrasesShape }), async (c) => {
      const { actor } = c.get("session");
      const own = actor.unit === null ? { version: 0, rows: [] } : await store.phrases.of(actor.unit);
      return c.json(answerOf(own.version, own.rows, actor));
    })
    .post(
      "/api/phrases",
      note({
        tag: "案卷",
        summary: "改本单位的常用语",
        description:
          "整套替换；version 是所见的版本，别人先改了则不收。县里统一的常用语在 fixtures/phrases.json。",
        answer: phrasesShape,
        refusals: [403, 409, 422],
      }),
      body(phrasesBody),
      async (c) => {
        const { actor } = c.get("session");
        const { unit } = actor;
        if (unit === null || !editors.includes(actor.role)) return problem(c, refuse("notAllowed"));
        const { version, rows } = c.req.valid("json");
        const seen = await store.phrases.of(unit);
        const edit = { version: version + 1, rows, by: actor.id, at: clock.now() };
        const isFirst = seen.version === version && (await store.phrases.save(unit, edit));
        if (!isFirst)
          return problem(c, refuse("stale", { given: String(version), expected: String(seen.version) }));
        return c.json(answerOf(edit.version, rows, actor));
      },
    );

  function answerOf(version: number, own: readonly OwnPhrase[], actor: Actor): PhrasesAnswer {
    const marked = (own: boolean) => (row: OwnPhrase) => ({ ...row, own });
    return {
      version,
      rows: [...own.map(marked(true)), ...county.rows.map(marked(false))],
      mayEdit: actor.unit !== null && editors.includes(actor.role),
    };
  }
}
