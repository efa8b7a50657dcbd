import { demoShape } from "../shapes/screens.ts";
import { Hono } from "hono";
import type { App } from "../appEnv.ts";
import { demoPassword } from "../demoAccounts.ts";
import type { Deps } from "../deps.ts";
import type { DemoAnswer } from "../domain/screenAnswers.ts";
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
