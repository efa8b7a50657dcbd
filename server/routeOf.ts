import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

/**
 * The pattern of the route that answered (`/api/cases/:id`): what logs and figures name instead of the address, in
 * which anybody may write anything. "none" when there was no such route.
 */
export function routeOf(c: Context): string {
  const { path = "none" } = matchedRoutes(c).findLast(({ path }) => !path.includes("*")) ?? {};
  return path;
}
