/** Signing in and out, and who one is. */
import { sessionShape } from "../shapes/accounts.ts";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { Account } from "../../db/store.ts";
import type { App } from "../appEnv.ts";
import { createAttempts, signInLimits } from "../attempts.ts";
import type { Deps } from "../deps.ts";
import type { SessionAnswer } from "../domain/sessionAnswers.ts";
import { dutyOf, signInRule } from "../domain/signInRules.ts";
import { isFault } from "../identity/provider.ts";
import { passwordProvider } from "../identity/password.ts";
import { MINUTE } from "../domain/time.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { doorProblem } from "../problem.ts";
import { createRate } from "../rate.ts";
import { line } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { fitsFactor } from "../secondFactor.ts";
import {
  lockedOutAccount,
  closeSession,
  entryOf,
  forgetCookie,
  openSession,
  type Session,
} from "../session.ts";
import { body } from "../validate.ts";
import { namedCells } from "../view/people.ts";

const secret = v.pipe(v.string(), v.maxLength(256));
const signIn = v.strictObject({
  username: line(60),
  password: secret,
  /** Of the app, or a recovery code; asked for after the password fits. */
  code: v.optional(line(40)),
});

export function sessionRoutes(deps: Deps): Hono<App> {
  const attempts = createAttempts(deps);
  const provider = passwordProvider(deps);
  // Whoever goes on after the limit is told of once a minute
  const told = createRate(1, MINUTE, deps.clock.now);
  return new Hono<App>()
    .post(
      "/api/session",
      note({
        tag: "账号",
        summary: "登录",
        description:
          "设了动态验证码的账号，密码对了再要 code（401 factorNeeded）。duty 不为空时，须先设定密码或验证码才能做别的。",
        answer: sessionShape,
        refusals: [422, 429],
        open: true,
      }),
      body(signIn),
      async (c) => {
        const { username, password, code } = c.req.valid("json");
        const limits = signInLimits(username, addressOf(c, deps));
        const account = await attempts.guard(limits, async () => {
          const answer = await provider.identify({ username, password });
          return isFault(answer) ? null : answer.account;
        });
        if (account === "tooMany") {
          if (told.allow(addressOf(c, deps))) await failed(c, username, "tooMany");
          return doorProblem(c, "tooMany", 300);
        }
        if (account === null) {
          deps.log("signIn.refused", { address: addressOf(c, deps) });
          await failed(c, username, "wrongPassword");
          return doorProblem(c, "wrongPassword");
        }
        const no = await secondRefusal(c, account, code);
        if (no !== null) return no;
        await noteSecurity(c, deps, "signIn", { accountId: account.id, detail: provider.name });
        await closeSession(deps, c.get("session"));
        await openSession(c, deps, account);
        deps.log("signIn.done", { accountId: account.id, role: account.role });
        const credentials = await deps.store.people.credentials(account.id);
        const entry = { provider: provider.name, provedAt: deps.clock.now() };
        const rule = signInRule(deps.config.security, account.role);
        const duty = dutyOf(rule, credentials, entryOf(entry, deps));
        return c.json(sessionAnswer({ account, duty, credentials, ...entry }, deps));
      },
    )
    .get(
      "/api/session",
      note({
        tag: "账号",
        summary: "当前登录",
        description:
          "设备被本人或管理员退出的，三十天内答 401 deviceEnded：手机由此知道把没有发出的上报送来。",
        answer: sessionShape,
      }),
      async (c) => {
        const session = c.get("session");
        if (session) return c.json(sessionAnswer(session, deps));
        return doorProblem(c, (await lockedOutAccount(c, deps)) === null ? "notSignedIn" : "deviceEnded");
      },
    )
    .delete(
      "/api/session",
      note({ tag: "账号", summary: "退出登录", status: 204, open: true }),
      async (c) => {
        if (c.get("session") !== null) await noteSecurity(c, deps, "signOut");
        await closeSession(deps, c.get("session"));
        forgetCookie(c);
        // Photos that the browser kept go with the person
        c.header("Clear-Site-Data", '"cache"');
        return c.body(null, 204);
      },
    );

  /** By the account, where there is one: what was typed as a name may be a password. */
  async function failed(c: Context<App>, username: string, detail: string): Promise<void> {
    const accountId = (await deps.store.people.byUsername(username))?.account.id ?? null;
    await noteSecurity(c, deps, "signInFailed", { accountId, detail });
  }

  /** Why the right password alone does not open the door. */
  async function secondRefusal(c: Context<App>, account: Account, code: string | undefined) {
    const { totpSecret, handedOverUntil } = await deps.store.people.credentials(account.id);
    if (handedOverUntil !== null && handedOverUntil < deps.clock.now())
      return doorProblem(c, "handedOverPast");
    if (totpSecret === null) return null;
    if (code === undefined) return doorProblem(c, "factorNeeded");
    const fits = await attempts.guard(
      signInLimits(`${account.username} factor`, addressOf(c, deps)),
      async () => (await fitsFactor(account.id, code, deps)) || null,
    );
    if (fits === true) return null;
    const why = fits === null ? "wrongFactor" : "tooMany";
    if (fits === null || told.allow(account.id))
      await noteSecurity(c, deps, "signInFailed", { accountId: account.id, detail: why });
    return fits === null ? doorProblem(c, "wrongFactor") : doorProblem(c, "tooMany", 300);
  }
}

type Told = Pick<Session, "account" | "duty" | "provider" | "provedAt" | "credentials">;

function sessionAnswer(session: Told, deps: Deps): SessionAnswer {
  const { account, duty, provider, credentials } = session;
  const { names } = deps;
  const trusted = entryOf(session, deps).trustsIssuer;
  const byIssuer = provider === "oidc" && (trusted || credentials.totpSecret === null);
  const { id, username, name, role, unit, cells } = account;
  return {
    account: { id, username, name, role },
    unit: names.holder(unit),
    cells: namedCells(cells, names),
    duty,
    provesByIssuer: byIssuer,
    watermark: deps.config.watermark,
  };
}
