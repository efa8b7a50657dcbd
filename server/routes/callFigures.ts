/** Call rate of townships and answer rate of departments, and the calls behind each figure. */
import { Hono } from "hono";
import type { CallFilter } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import { behindQuery, figuresQuery } from "../callSchema.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../domain/call/call.ts";
import type { CallFiguresAnswer } from "../domain/call/callAnswers.ts";
import { counts, signedOf, townshipFigures, unitFigures } from "../domain/call/callFigures.ts";
import { type Scope, scopeOf } from "../domain/permit.ts";
import { DAY } from "../domain/time.ts";
import { note } from "../openapi.ts";
import { callFiguresShape, callRowsShape } from "../shapes/calls.ts";
import { query } from "../validate.ts";
import { callRowAnswer } from "../view/callAnswer.ts";

/** A county's calls of a year; a figure is counted from whole calls, so their number is bounded. */
const MOST = 5000;

export function callFigureRoutes({ store, clock, names }: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get(
      "/api/calls/figures",
      note({
        tag: "呼叫",
        summary: "呼叫率和应答率",
        description:
          "呼叫率 = 乡镇发出的呼叫 ÷ 同期上报案卷；应答率 = 时限内签收 ÷（时限内签收 + 超时）。时限内异议不接的剔除，未到时限的不计。按单位编码排列，不排名、不到个人。",
        answer: callFiguresShape,
        refusals: [422],
      }),
      query(figuresQuery),
      async (c) => {
        const scope = scopeOf(c.get("session").actor);
        const now = clock.now();
        const days = Number(c.req.valid("query").days);
        const from = now - days * DAY;
        const [calls, cases] = await Promise.all([
          launchedIn(scope, { launchedFrom: from }),
          store.calls.casesByTownship(scope, from, now),
        ]);
        const holder = (code: string) => names.holder(code) ?? { code, name: code };
        const townships = townshipFigures(calls, cases).filter(({ township }) => maySee(scope, township));
        const units = unitFigures(calls, now).filter(({ unit }) => maySee(scope, unit));
        const answer: CallFiguresAnswer = {
          from,
          to: now,
          days,
          townships: townships.map(({ township, ...row }) => ({ township: holder(township), ...row })),
          units: units.map(({ unit, ...row }) => ({ unit: holder(unit), ...row })),
          now,
        };
        return c.json(answer);
      },
    )
    .get(
      "/api/calls/behind",
      note({
        tag: "呼叫",
        summary: "一个数字背后的呼叫",
        answer: callRowsShape,
        refusals: [422],
      }),
      query(behindQuery),
      async (c) => {
        const scope = scopeOf(c.get("session").actor);
        const now = clock.now();
        const { days, township, unit, signed } = c.req.valid("query");
        const calls = await launchedIn(scope, {
          launchedFrom: now - Number(days) * DAY,
          ...(township === undefined ? {} : { township }),
          ...(unit === undefined ? {} : { unit }),
        });
        const behind = calls.filter(
          (call) =>
            counts(call) &&
            (unit === undefined || signed === undefined || signedOf(call, unit, now) === signed),
        );
        return c.json({ rows: behind.map((call) => callRowAnswer(call, names)), now });
      },
    );

  async function launchedIn(scope: Scope, filter: CallFilter): Promise<readonly Call[]> {
    return (await store.calls.list(scope, filter, { sort: "newest", after: null, limit: MOST })).rows;
  }
}

/** A township reads its own figures and those of whom it called; a department its own alone. */
function maySee(scope: Scope, code: string): boolean {
  const isTownship = /^\d{9}$/.test(code);
  if (scope.kind === "township") return !isTownship || scope.township === code;
  return scope.kind === "unit" ? scope.unit === code : true;
}
