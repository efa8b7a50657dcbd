import { createMiddleware } from "hono/factory";
import type { SignedIn } from "./appEnv.ts";
import { doorProblem } from "./problem.ts";

/** For routes that need an account. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  return c.get("session") ? next() : doorProblem(c, "notSignedIn");
});

/** For routes of those who supervise: the centre and the county's leaders. */
export const supervisorsOnly = createMiddleware<SignedIn>(async (c, next) => {
  const { role } = c.get("session").account;
  return role === "centre" || role === "leader" ? next() : doorProblem(c, "supervisorsOnly");
});

/** For routes that only administrators may use. */
export const adminOnly = createMiddleware<SignedIn>(async (c, next) => {
  return c.get("session").account.role === "admin" ? next() : doorProblem(c, "adminOnly");
});
