/** 平战结合: see what is switched, switch an area with a reason, and end it as one act. */
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { beginEmergency, endEmergency } from "../emergencies.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { code, words } from "../schema.ts";
import { emergenciesShape } from "../shapes/emergency.ts";
import { body } from "../validate.ts";
import { emergenciesAnswer, maySwitch } from "../view/emergencyAnswer.ts";

const reason = v.pipe(words(500), v.regex(/\S.*\S/s, "至少两个字的事由"));

/** No area means the whole county, said on purpose: the list must be there. */
const newEmergency = v.strictObject({ area: v.pipe(v.array(code), v.maxLength(100)), reason });
const ending = v.strictObject({ reason });

export function emergencyRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get(
      "/api/emergencies",
      note({ tag: "应急", summary: "应急状态、值班表和简报", answer: emergenciesShape }),
      async (c) => c.json(await emergenciesAnswer(c.get("session").actor, deps)),
    )
    .post(
      "/api/emergencies",
      note({
        tag: "应急",
        summary: "切换到应急状态",
        description: "效能中心、指挥中心和管理员可以切换；area 为乡镇代码，空列表表示全县。",
        answer: emergenciesShape,
        status: 201,
        refusals: [403, 409, 422],
      }),
      body(newEmergency),
      async (c) => {
        const { actor } = c.get("session");
        if (!maySwitch(actor)) return problem(c, refuse("notAllowed", { given: "emergency" }));
        const begun = await beginEmergency(c.req.valid("json"), actor, deps);
        return "kind" in begun ? problem(c, begun) : c.json(await emergenciesAnswer(actor, deps), 201);
      },
    )
    .post(
      "/api/emergencies/:id/end",
      note({
        tag: "应急",
        summary: "解除应急状态",
        description: "一次解除全部恢复：派单解冻，新的计时按平时的时限；已经开始的计时不变。",
        params: { id: "应急状态 id" },
        answer: emergenciesShape,
        refusals: [403, 404, 422],
      }),
      body(ending),
      async (c) => {
        const { actor } = c.get("session");
        if (!maySwitch(actor)) return problem(c, refuse("notAllowed", { given: "emergency" }));
        const ended = await endEmergency(c.req.param("id"), c.req.valid("json").reason, actor, deps);
        return "kind" in ended ? problem(c, ended) : c.json(await emergenciesAnswer(actor, deps));
      },
    );
}
