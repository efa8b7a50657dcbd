/** GET /api/colleagues: whom a case can be handed to inside the unit (内部交办); names only, in the order of names. */
import { colleaguesShape } from "../shapes/accounts.ts";
import { Hono } from "hono";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { ColleaguesAnswer } from "../domain/peopleAnswers.ts";
import { note } from "../openapi.ts";

export function colleagueRoutes({ store }: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/colleagues",
    note({
      tag: "账号",
      summary: "本单位可交办的人员",
      description: "同一单位、同一岗位、没有停用的账号；只列姓名，不列办理数量。",
      answer: colleaguesShape,
    }),
    async (c) => {
      const { actor } = c.get("session");
      const accounts = actor.unit === null ? [] : await store.people.list();
      const rows = accounts
        .filter(({ unit, role, disabled }) => unit === actor.unit && role === actor.role && !disabled)
        .map(({ id, name }) => ({ id, name }));
      const answer: ColleaguesAnswer = { rows };
      return c.json(answer);
    },
  );
}
