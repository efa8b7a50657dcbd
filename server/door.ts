/** Checks before any route: where a request comes from, of what type and how large it is, and what it is called. */
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { nanoid } from "nanoid";
import type { App } from "./appEnv.ts";
import { countySubjects } from "./domain/county/subjects.ts";
import type { Deps } from "./deps.ts";
import { doorProblem } from "./problem.ts";
import { routeOf } from "./routeOf.ts";
import { sessionOf } from "./session.ts";
import { tileOrigins } from "./tiles.ts";

/**
 * Nothing is loaded from elsewhere but the tiles that the county has set; pictures may also be made in the page. Scripts
 * and styles of the build are no documents: what a document must say would only make each of them larger.
 */
export function headers({ config }: Pick<Deps, "config">): MiddlewareHandler {
  const ofDocuments = documentHeaders(config);
  return (c, next) => (c.req.path.startsWith("/assets/") ? ofAssets : ofDocuments)(c, next);
}

const ofAssets = secureHeaders({
  xFrameOptions: false,
  xXssProtection: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  originAgentCluster: false,
  crossOriginOpenerPolicy: false,
  referrerPolicy: false,
});

const documentHeaders = (config: Deps["config"]): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:", ...tileOrigins(config.map)],
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
    // Not by the clock on the wall, which may be set while a request is under way
    const start = performance.now();
    c.set("requestId", id);
    await next();
    // Not by `c.header`, which makes an answer that stands already anew
    c.res.headers.set("X-Request-Id", id);
    const answered = { method: c.req.method, route: routeOf(c), status: c.res.status };
    const ms = performance.now() - start;
    deps.metrics.answered({ ...answered, seconds: ms / 1000 });
    deps.log("request.answered", { id, ...answered, ms: Math.round(ms) });
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
  c.req.url.includes("%") && /%[01][\da-f]|%7f/i.test(new URL(c.req.url).pathname)
    ? doorProblem(c, "noSuchPage")
    : next(),
);

const formTypes: readonly (string | undefined)[] = [
  "application/x-www-form-urlencoded",
  "multipart/form-data",
];

/** Their bodies are files. */
const bytesPaths: ReadonlySet<string> = new Set(["/api/photos", "/api/grid/import"]);

/** JSON for programs and screens; pages without scripts (简版) can only send forms. */
export const jsonOnly = createMiddleware<App>(async (c, next) => {
  if (c.req.method !== "POST" || bytesPaths.has(c.req.path)) return next();
  const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (c.req.path.startsWith("/plain/")) return formTypes.includes(type) ? next() : doorProblem(c, "notJson");
  return type === "application/json" ? next() : doorProblem(c, "notJson");
});

/** 64 KiB of JSON, 8 MiB of photo, a form with three of them, a whole grid. */
const sizes: ReadonlyMap<string, number> = new Map([
  ["/api/photos", 8 * 1024 * 1024],
  ["/plain/report", 25 * 1024 * 1024],
  ["/api/catalogue/import", 4 * 1024 * 1024],
  ["/api/people/import", 1024 * 1024],
  ["/api/components/import", 24 * 1024 * 1024],
  ["/api/grid/import", 100 * 1024 * 1024],
  ["/api/grid/draft/save", 100 * 1024 * 1024],
  ...countySubjects.map((subject) => [`/api/county/${subject}/draft`, 4 * 1024 * 1024] as const),
]);

/**
 * Who says how much is coming is believed: the server reads no more of a body than was announced. Only bodies of unknown
 * length are counted while they come, which costs a stream of the framework's own.
 */
export const limited = createMiddleware<App>(async (c, next) => {
  const maxSize = sizes.get(c.req.path) ?? 64 * 1024;
  const announced = c.req.header("Transfer-Encoding") ? undefined : c.req.header("Content-Length");
  if (announced !== undefined && /^\d+$/u.test(announced))
    return Number(announced) > maxSize ? tooLarge(c) : next();
  return bodyLimit({ maxSize, onError: tooLarge })(c, next);
});

function tooLarge(c: Context) {
  return doorProblem(c, c.req.path.startsWith("/api/grid/") ? "gridTooLarge" : "tooLarge");
}

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
