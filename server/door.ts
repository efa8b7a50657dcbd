/** Checks before any route: where a request comes from, of what type and how large it is, and what it is called. */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { nanoid } from "nanoid";
import type { App } from "./appEnv.ts";
import type { Deps } from "./deps.ts";
import { doorProblem } from "./problem.ts";
import { sessionOf } from "./session.ts";

/** Nothing is loaded from elsewhere; pictures may also be made in the page. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  referrerPolicy: "same-origin",
  permissionsPolicy: { geolocation: ["self"], camera: ["self"], microphone: [] },
});

/** Gives every request an id that stands in the answer and in the log. */
export function recorded(deps: Deps): MiddlewareHandler<App> {
  return createMiddleware<App>(async (c, next) => {
    const id = nanoid(12);
    const start = deps.clock.now();
    c.set("requestId", id);
    await next();
    c.header("X-Request-Id", id);
    deps.log("request.answered", {
      id,
      method: c.req.method,
      route: c.req.path.startsWith("/api/progress/") ? "/api/progress" : c.req.path,
      status: c.res.status,
      ms: deps.clock.now() - start,
    });
  });
}

const writes = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * Refuses writes that another site makes a browser send (CSRF). Browsers say where a request comes from; programs
 * without a browser say nothing and carry no foreign cookie.
 */
export const sameSite = createMiddleware<App>(async (c, next) => {
  if (!writes.has(c.req.method)) return next();
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin");
  const ownSite = site === undefined || site === "same-origin" || site === "none";
  const ownOrigin = site === "same-origin" || origin === undefined || hostOf(origin) === c.req.header("Host");
  if (!ownSite || !ownOrigin) return doorProblem(c, "crossSite");
  return next();
});

/** Addresses with control characters name nothing, and PostgreSQL could not even be asked for them. */
export const plainAddress = createMiddleware<App>(async (c, next) =>
  /%[01][\da-f]|%7f/i.test(new URL(c.req.url).pathname) ? doorProblem(c, "noSuchPage") : next(),
);

export const jsonOnly = createMiddleware<App>(async (c, next) => {
  if (c.req.method !== "POST" || c.req.path === "/api/photos") return next();
  const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  return type === "application/json" ? next() : doorProblem(c, "notJson");
});

/** 64 KiB of JSON, 8 MiB of photo. */
const sizes: ReadonlyMap<string, number> = new Map([
  ["/api/photos", 8 * 1024 * 1024],
  ["/api/catalogue/import", 4 * 1024 * 1024],
]);

export const limited = createMiddleware<App>((c, next) => {
  const maxSize = sizes.get(c.req.path) ?? 64 * 1024;
  return bodyLimit({ maxSize, onError: (c) => doorProblem(c, "tooLarge") })(c, next);
});

/** Puts the session of the request, or null, where routes find it. */
export function withSession(deps: Deps): MiddlewareHandler<App> {
  return createMiddleware<App>(async (c, next) => {
    c.set("session", await sessionOf(c, deps));
    await next();
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
