import { createMiddleware } from "hono/factory";
import type { SignedIn } from "./appEnv.ts";
import { doorProblem } from "./problem.ts";

/** For routes that need an account. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  return c.get("session") ? next() : doorProblem(c, "notSignedIn");
});

/** For routes that only administrators may use. */
export const adminOnly = createMiddleware<SignedIn>(async (c, next) => {
  return c.get("session").account.role === "admin" ? next() : doorProblem(c, "adminOnly");
});
