import { timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { note } from "../openapi.ts";
import { hashPassword, newPassword, refuseWeak } from "../password.ts";
import { doorProblem, problem } from "../problem.ts";
import { line } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { setupToken, spendSetupToken } from "../setup.ts";
import { body } from "../validate.ts";
import { personName, username } from "./people.ts";

const setupBody = v.strictObject({ token: line(100), username, name: personName, password: newPassword });

/** POST /api/setup: the first administrator, by the link that the terminal printed. */
export function setupRoutes(deps: Deps): Hono<App> {
  const { store, ids, clock, commonPasswords } = deps;
  // Sent twice at once, the link still makes one administrator
  let isUnderWay = false;
  return new Hono<App>().post(
    "/api/setup",
    note({ tag: "账号", summary: "首次开通", status: 204, refusals: [404, 422], open: true }),
    body(setupBody),
    async (c) => {
      const { token, username, name, password } = c.req.valid("json");
      const weak = refuseWeak(password, { username, name, unit: null }, commonPasswords);
      if (weak !== null) return problem(c, weak);
      if (isUnderWay) return doorProblem(c, "spentLink");
      isUnderWay = true;
      try {
        const expected = await setupToken(store);
        if (expected === null || !isEqual(expected, token)) return doorProblem(c, "spentLink");
        const account = { id: ids.row(), username, name, ...firstPost, createdAt: clock.now() };
        await store.people.add(account, await hashPassword(password));
        await spendSetupToken(store);
        await noteSecurity(c, deps, "accountAdded", {
          accountId: null,
          subject: account.id,
          detail: "admin",
        });
      } finally {
        isUnderWay = false;
      }
      return c.body(null, 204);
    },
  );
}

const firstPost = { role: "admin", unit: null, cells: [], posts: [], disabled: false, demo: false } as const;

function isEqual(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
