import { createMiddleware } from "hono/factory";
import type { App, SignedIn } from "./appEnv.ts";
import { doorProblem } from "./problem.ts";

/** For routes that need an account. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  return c.get("session") ? next() : doorProblem(c, "notSignedIn");
});

/**
 * Nothing goes before the choice of a password or the set-up of a second factor; both are under /api/session. Whoever has
 * not proved their factor yet may do nothing but that: in there a second factor can be replaced.
 */
export const dutyFirst = createMiddleware<App>(async (c, next) => {
  const duty = c.get("session")?.duty ?? null;
  const { path } = c.req;
  const isExempt = duty === "proveFactor" ? proving.has(path) : /^\/api\/session(\/|$)/.test(path);
  return duty === null || isExempt ? next() : doorProblem(c, duty);
});

const proving: ReadonlySet<string> = new Set([
  "/api/session",
  "/api/session/confirm",
  "/api/session/providers",
  "/api/session/oidc",
  "/api/session/oidc/callback",
]);

/** For routes of those who supervise: the centre and the county's leaders. */
export const supervisorsOnly = createMiddleware<SignedIn>(async (c, next) => {
  const { role } = c.get("session").account;
  return role === "centre" || role === "leader" ? next() : doorProblem(c, "supervisorsOnly");
});

/** For routes that only administrators may use. */
export const adminOnly = createMiddleware<SignedIn>(async (c, next) => {
  return c.get("session").account.role === "admin" ? next() : doorProblem(c, "adminOnly");
});
