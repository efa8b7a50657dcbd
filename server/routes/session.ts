/** Signing in and out, and who one is. */
import { sessionShape } from "../shapes/screens.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { Account } from "../../db/store.ts";
import type { App } from "../appEnv.ts";
import { createAttempts, signInLimits } from "../attempts.ts";
import type { Deps } from "../deps.ts";
import type { SessionAnswer } from "../domain/answers.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { fitsPassword } from "../password.ts";
import { doorProblem } from "../problem.ts";
import { line } from "../schema.ts";
import { closeSession, forgetCookie, openSession } from "../session.ts";
import { body } from "../validate.ts";
import { namedCells } from "../view/people.ts";

const signIn = v.strictObject({ username: line(60), password: v.pipe(v.string(), v.maxLength(200)) });

export function sessionRoutes(deps: Deps): Hono<App> {
  const attempts = createAttempts(deps);
  return new Hono<App>()
    .post(
      "/api/session",
      note({ tag: "账号", summary: "登录", answer: sessionShape, refusals: [422, 429], open: true }),
      body(signIn),
      async (c) => {
        const { username, password } = c.req.valid("json");
        const account = await attempts.guard(signInLimits(username, addressOf(c, deps)), async () => {
          const found = await deps.store.people.byUsername(username);
          const fits = await fitsPassword(found?.passwordHash ?? null, password);
          return found && fits && !found.account.disabled ? found.account : null;
        });
        if (account === "tooMany") return doorProblem(c, "tooMany", 300);
        if (account === null) return doorProblem(c, "wrongPassword");
        await closeSession(deps, c.get("session"));
        await openSession(c, deps, account);
        return c.json(sessionAnswer(account, deps));
      },
    )
    .get("/api/session", note({ tag: "账号", summary: "当前登录", answer: sessionShape }), (c) => {
      const session = c.get("session");
      return session ? c.json(sessionAnswer(session.account, deps)) : doorProblem(c, "notSignedIn");
    })
    .delete(
      "/api/session",
      note({ tag: "账号", summary: "退出登录", status: 204, open: true }),
      async (c) => {
        await closeSession(deps, c.get("session"));
        forgetCookie(c);
        return c.body(null, 204);
      },
    );
}

function sessionAnswer({ id, username, name, role, unit, cells }: Account, { names }: Deps): SessionAnswer {
  return { account: { id, username, name, role }, unit: names.holder(unit), cells: namedCells(cells, names) };
}
