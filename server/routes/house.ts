/** 系统状况: what is wrong with the house itself, for those who can do something about it. */
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { alarmWords, confirmsClock, type HouseAnswer } from "../domain/houseAlarms.ts";
import { note } from "../openapi.ts";
import { doorProblem } from "../problem.ts";
import { houseShape } from "../shapes/house.ts";
import { adminOnly } from "../signedIn.ts";
import { body } from "../validate.ts";

export function houseRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get(
      "/api/house",
      note({
        tag: "系统",
        summary: "系统状况",
        description: "磁盘、时间、存证等需要处理的情况，每条说明发生了什么、该做什么；都正常时为空。",
        answer: houseShape,
        refusals: [403],
      }),
      (c) => {
        const { role } = c.get("session").account;
        if (role !== "centre" && role !== "leader" && role !== "admin")
          return doorProblem(c, "recordKeepersOnly");
        return c.json(answerOf(deps, role === "admin"));
      },
    )
    .use("/api/house/clock", adminOnly)
    .post(
      "/api/house/clock",
      note({
        tag: "系统",
        summary: "确认服务器时间是对的",
        description: "服务器时间大幅跳变后由系统管理员确认；此后按服务器时间走，时限巡检随之触发。",
        answer: houseShape,
        refusals: [403, 422],
      }),
      body(v.strictObject({ right: v.literal(true) })),
      (c) => {
        deps.log("clock.confirmedBy", { accountId: c.get("session").account.id });
        deps.clock.confirm?.();
        return c.json(answerOf(deps, true));
      },
    );
}

function answerOf({ watch, clock }: Deps, isAdmin: boolean): HouseAnswer {
  const alarms = watch.current().map(({ kind, since }) => ({
    kind,
    since,
    sentence: alarmWords[kind],
    confirms: isAdmin && confirmsClock(kind),
  }));
  return { alarms, now: clock.now() };
}
