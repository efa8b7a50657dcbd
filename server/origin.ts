/** Where a request comes from and by which way. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Deps } from "./deps.ts";

/** HTTPS ends at a proxy that says so. Who claims it falsely only gets a stricter cookie. */
export function isHttps(c: Context): boolean {
  return c.req.header("X-Forwarded-Proto") === "https" || new URL(c.req.url).protocol === "https:";
}

/** Where a request comes from, for limits. */
export function addressOf(c: Context, deps: Deps): string {
  if (deps.config.trustProxy) {
    const forwarded = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  // Requests made in the process itself (tests, demo) have no connection
  return c.env && "incoming" in c.env ? (getConnInfo(c).remote.address ?? "unknown") : "local";
}
