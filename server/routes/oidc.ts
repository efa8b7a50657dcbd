/** Signing in by the county's own identity provider: sent there, and back again. */
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import { createAttempts, issuerLimits } from "../attempts.ts";
import type { Deps } from "../deps.ts";
import type { IssuerAddressAnswer, ProvidersAnswer } from "../domain/sessionAnswers.ts";
import { MINUTE } from "../domain/time.ts";
import { type OidcFault, type OidcIdentified, oidcProvider, START_LASTS } from "../identity/oidc.ts";
import { CALLBACK } from "../identity/oidcConfig.ts";
import { isFault } from "../identity/provider.ts";
import { note } from "../openapi.ts";
import { addressOf, isHttps } from "../origin.ts";
import { doorProblem } from "../problem.ts";
import { createRate } from "../rate.ts";
import { noteSecurity } from "../securityLog.ts";
import { closeSession, entryOf, openSession } from "../session.ts";
import { issuerAddressShape, providersShape } from "../shapes/accounts.ts";
import { body } from "../validate.ts";

/** An address of our own: a link must not lead elsewhere after signing in. */
const ownPath = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^\/(?![/\\])[^\\\p{Cc}\p{Surrogate}]*$/u, "本站的地址"),
);

const COOKIE = "huying_oidc";

export function oidcRoutes(deps: Deps): Hono<App> {
  const { config, store, clock } = deps;
  const provider = config.oidc === null ? null : oidcProvider(config.oidc, deps);
  const attempts = createAttempts(deps);
  // Whoever goes on after the limit is told of once a minute
  const told = createRate(1, MINUTE, clock.now);
  // Each leaves a row until it is used or ten minutes old
  const begins = createRate(30, MINUTE, clock.now);
  return new Hono<App>()
    .get(
      "/api/session/providers",
      note({ tag: "账号", summary: "可以用哪些方式登录", answer: providersShape, open: true }),
      (c) => {
        const answer: ProvidersAnswer = { oidc: config.oidc && { name: config.oidc.name } };
        return c.json(answer);
      },
    )
    .post(
      "/api/session/oidc",
      note({
        tag: "账号",
        summary: "到统一身份认证去登录",
        description:
          "回答里的地址由浏览器打开，对方认证后回到本站。prove 为 true 时是再确认一次是本人，只限由统一身份认证登录的。",
        answer: issuerAddressShape,
        refusals: [403, 404, 422, 429, 503],
        open: true,
      }),
      body(v.strictObject({ to: v.optional(ownPath, "/"), prove: v.optional(v.boolean(), false) })),
      async (c) => {
        if (provider === null) return doorProblem(c, "noIssuer");
        if (!begins.allow(addressOf(c, deps))) return doorProblem(c, "tooMany", 60);
        const { to, prove } = c.req.valid("json");
        const session = c.get("session");
        if (prove && session === null) return doorProblem(c, "notSignedIn");
        if (prove && !mayProveByIssuer(c)) return doorProblem(c, "confirmFirst");
        const begun = await provider.begin(to, prove ? (session?.account.id ?? null) : null);
        if ("fault" in begun) return doorProblem(c, "issuerUnreachable");
        setCookie(c, COOKIE, begun.secret, {
          httpOnly: true,
          sameSite: "Lax",
          path: "/",
          maxAge: START_LASTS / 1000,
          ...(isHttps(c) ? { secure: true, prefix: "host" as const } : {}),
        });
        const answer: IssuerAddressAnswer = { address: begun.address };
        return c.json(answer);
      },
    )
    .get(
      CALLBACK,
      note({
        tag: "账号",
        summary: "从统一身份认证回来",
        description: "浏览器由对方带回这里；成了转到原来要去的页面，不成转到登录页并说明原因。",
        status: 302,
        refusals: [404],
        open: true,
      }),
      async (c) => {
        if (provider === null) return doorProblem(c, "noIssuer");
        const secret = getCookie(c, COOKIE, isHttps(c) ? "host" : undefined);
        deleteCookie(c, COOKIE, { path: "/", ...(isHttps(c) ? { secure: true, prefix: "host" } : {}) });
        const { state, code, error } = c.req.query();
        let fault: OidcFault | null = null;
        const found = await attempts.guard(issuerLimits(addressOf(c, deps)), async () => {
          const answer = await provider.identify({ secret, state, code, error });
          if (!isFault(answer)) return answer;
          fault = answer.fault;
          return null;
        });
        if (found === "tooMany") return await back(c, "tooMany");
        if (found === null) return await back(c, fault ?? "oidcToken");
        return found.proves === null ? await signIn(c, found) : await proved(c, found);
      },
    );

  async function signIn(c: Context<App>, { account, to }: OidcIdentified): Promise<Response> {
    const { totpSecret } = await store.people.credentials(account.id);
    const isProved = totpSecret === null || config.oidc?.factor === "issuer";
    await closeSession(deps, c.get("session"));
    await openSession(c, deps, account, { provider: "oidc", proved: isProved });
    deps.log("signIn.done", { accountId: account.id, role: account.role, provider: "oidc" });
    await noteSecurity(c, deps, "signIn", { accountId: account.id, detail: "oidc" });
    return c.redirect(to, 302);
  }

  /** Whoever comes back must be the one who is signed in here and asked. */
  async function proved(c: Context<App>, { account, proves, to }: OidcIdentified): Promise<Response> {
    const session = c.get("session");
    if (session === null || session.account.id !== proves || account.id !== proves)
      return await back(c, "oidcState");
    await store.people.proveSession(session.tokenHash, clock.now());
    await noteSecurity(c, deps, "proved", { detail: "oidc" });
    return c.redirect(to, 302);
  }

  /** Not where the house asks for a code of its own: an issuer may not stand in for that. */
  function mayProveByIssuer(c: Context<App>): boolean {
    const session = c.get("session");
    if (session === null || session.provider !== "oidc") return false;
    return entryOf(session, deps).trustsIssuer || session.credentials.totpSecret === null;
  }

  async function back(c: Context<App>, why: OidcFault | "tooMany"): Promise<Response> {
    deps.log("signIn.refused", { address: addressOf(c, deps), why, provider: "oidc" });
    if (why !== "tooMany" || told.allow(addressOf(c, deps)))
      await noteSecurity(c, deps, "signInFailed", { accountId: null, detail: why });
    return c.redirect(`/signin?why=${why}`, 302);
  }
}
