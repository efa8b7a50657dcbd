import { demoShape } from "../shapes/accounts.ts";
import { Hono } from "hono";
import type { App } from "../appEnv.ts";
import { demoPassword } from "../demoAccounts.ts";
import type { Account } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { Role } from "../domain/case.ts";
import type { DemoAnswer } from "../domain/sessionAnswers.ts";
import { note } from "../openapi.ts";
import { doorProblem } from "../problem.ts";

/** Accounts to sign in with by one click; in demo mode only. */
export function demoRoutes({ config, store, names }: Deps): Hono<App> {
  return new Hono<App>().get(
    "/api/demo",
    note({ tag: "账号", summary: "演示账号", answer: demoShape, refusals: [404], open: true }),
    async (c) => {
      const accounts = config.demo ? (await store.people.list()).filter((account) => account.demo) : [];
      if (accounts.length === 0) return doorProblem(c, "noSuchPage");
      const answer: DemoAnswer = {
        accounts: accounts
          .filter((account) => !account.disabled)
          .sort(byPost)
          .map(({ username, name, role, unit }) => ({
            username,
            name,
            role,
            unit: names.holder(unit)?.name ?? null,
          })),
        password: demoPassword(),
      };
      return c.json(answer);
    },
  );
}

/** In the order in which a case passes through the posts; wangge2 before wangge10. */
const posts: readonly Role[] = ["gridWorker", "township", "department", "centre", "leader", "admin"];

function byPost(a: Account, b: Account): number {
  const apart = posts.indexOf(a.role) - posts.indexOf(b.role);
  return apart || a.username.localeCompare(b.username, "en", { numeric: true });
}
