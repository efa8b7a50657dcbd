/** Calls (乡呼县应): the lists, the file, the start, and the one door for every act on them. */
import { Hono } from "hono";
import type { CallFilter, CallPageQuery } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import {
  actOnCall,
  callerOf,
  callWorldFor,
  launch,
  needsApprovalIn,
  noCall,
  openCall,
  setApproval,
  visibleCase,
} from "../calls.ts";
import { showCall } from "../callFile.ts";
import {
  approvalBody,
  callCommandOf,
  callListQuery,
  callMoveBody,
  launchBody,
  startQuery,
} from "../callSchema.ts";
import type { Deps } from "../deps.ts";
import type { Caller } from "../domain/call/callScope.ts";
import type { CallListAnswer } from "../domain/call/callAnswers.ts";
import { type Actor, refuse } from "../domain/case.ts";
import { scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { callListShape, callShape, callStartShape } from "../shapes/calls.ts";
import { body, query } from "../validate.ts";
import { callRowAnswer } from "../view/callAnswer.ts";
import { callStartAnswer } from "../view/callStart.ts";

const running = ["asked", "uncaught", "open", "done", "signedOff"] as const;
const over = ["closed", "withdrawn"] as const;

export function callRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, names } = deps;
  return new Hono<SignedIn>()
    .get(
      "/api/calls",
      note({
        tag: "呼叫",
        summary: "呼叫列表",
        description: "乡镇看本乡镇发起的，部门看呼叫到自己的（批准并指定牵头之后），效能中心和县领导看全部。",
        answer: callListShape,
        refusals: [422],
      }),
      query(callListQuery),
      async (c) => {
        const { actor } = c.get("session");
        const { tab, after = null, limit, ...filter } = c.req.valid("query");
        const page: CallPageQuery = {
          sort: tab === "todo" || tab === "attention" ? "due" : "newest",
          after,
          limit: Number(limit),
        };
        const scope = scopeOf(actor);
        const [found, counts] = await Promise.all([
          store.calls.list(scope, { ...definedOf(filter), ...filterOfTab(tab, actor) }, page),
          store.calls.counts(scope, actor.unit),
        ]);
        const answer: CallListAnswer = {
          rows: found.rows.map((call) => callRowAnswer(call, names)),
          next: found.next,
          counts,
          desk: await deskOf(callerOf(c.get("session"))),
          now: clock.now(),
        };
        return c.json(answer);
      },
    )
    .get(
      "/api/calls/start",
      note({
        tag: "呼叫",
        summary: "发起呼叫之前",
        description: "清单建议的牵头和协同单位、各级别由谁发起、此刻发起各时限落在何时。",
        answer: callStartShape,
        refusals: [403, 404, 422],
      }),
      query(startQuery),
      async (c) => {
        const { actor } = c.get("session");
        if (actor.role !== "township" || actor.unit === null)
          return problem(c, refuse("notAllowed", { rule: "onlyTownship" }));
        const { caseId = null, itemCode = null } = c.req.valid("query");
        const found = caseId === null ? null : await visibleCase(caseId, actor, deps);
        if (caseId !== null && !found) return problem(c, refuse("notFound"));
        const material = {
          case: found,
          running: caseId === null ? null : await runningOf(caseId, actor),
          itemCode,
          needsApproval: await needsApprovalIn(actor.unit, deps),
        };
        const around = { world: await callWorldFor(deps), names };
        return c.json(callStartAnswer(material, callerOf(c.get("session")), around));
      },
    )
    .post(
      "/api/calls",
      note({
        tag: "呼叫",
        summary: "发起呼叫",
        description:
          "id 由发起端生成，同一 id 再次提交返回第一次的呼叫（200）。牵头单位须是清单条目上的单位；不指定牵头即为清单外呼叫，由效能中心指定。",
        answer: callShape,
        status: 201,
        refusals: [403, 404, 409, 422],
      }),
      body(launchBody),
      async (c) => {
        const { id, caseId, itemCode, lead, assist, address, doneBefore, ...sent } = c.req.valid("json");
        const launched = await launch(
          {
            ...sent,
            launchId: id,
            caseId: caseId ?? null,
            itemCode: itemCode ?? null,
            lead: lead ?? null,
            assist,
            address: address ?? null,
            doneBefore: doneBefore ?? null,
          },
          callerOf(c.get("session")),
          deps,
        );
        if (launched.kind === "refusal") return problem(c, launched);
        return c.json(
          await showCall(launched.call, callerOf(c.get("session")), deps),
          launched.isNew ? 201 : 200,
        );
      },
    )
    .post(
      "/api/calls/approval",
      note({
        tag: "呼叫",
        summary: "设定本乡镇呼叫是否须经批准",
        description: "由乡镇党政主要负责人设定；应急呼叫和主要负责人自己发起的不等批准。",
        status: 204,
        refusals: [403, 422],
      }),
      body(approvalBody),
      async (c) => {
        const caller = callerOf(c.get("session"));
        const { unit, role } = caller.actor;
        if (role !== "township" || unit === null || !caller.posts.includes("chief"))
          return problem(c, refuse("notAllowed", { rule: "headOnly" }));
        await setApproval(unit, c.req.valid("json").needed, deps);
        return c.body(null, 204);
      },
    )
    .get(
      "/api/calls/:id",
      note({
        tag: "呼叫",
        summary: "呼叫全貌",
        description: "各单位应答、时限、会签、互评和办理过程，以及当前登录的人此刻可以做的操作（moves）。",
        params: { id: "呼叫 id" },
        answer: callShape,
        refusals: [404],
      }),
      async (c) => {
        const { actor } = c.get("session");
        const call = await openCall(c.req.param("id"), actor, deps);
        return call ? c.json(await showCall(call, callerOf(c.get("session")), deps)) : problem(c, noCall);
      },
    )
    .post(
      "/api/calls/:id/moves",
      note({
        tag: "呼叫",
        summary: "办理呼叫",
        description:
          "action 和字段来自呼叫的流程表；version 是看到的版本。带同一 commandId 再次提交不会重复办理。",
        params: { id: "呼叫 id" },
        answer: callShape,
        refusals: [403, 404, 409, 422],
      }),
      body(callMoveBody),
      async (c) => {
        const { actor } = c.get("session");
        const command = callCommandOf(c.req.valid("json"));
        const call = await openCall(c.req.param("id"), actor, deps);
        if (!call) return problem(c, noCall);
        const after = await actOnCall(call, command, callerOf(c.get("session")), deps);
        return "kind" in after
          ? problem(c, after)
          : c.json(await showCall(after, callerOf(c.get("session")), deps));
      },
    );

  function filterOfTab(tab: string, actor: Actor): CallFilter {
    switch (tab) {
      case "todo":
        // A code that no unit has: without a unit it is nobody's turn
        return { waitingFor: actor.unit ?? "-" };
      case "attention":
        return { attention: true };
      case "open":
        return { states: running };
      case "over":
        return { states: over };
      default:
        return {};
    }
  }

  async function deskOf({ actor, posts }: Caller): Promise<CallListAnswer["desk"]> {
    if (actor.role !== "township" || actor.unit === null) return null;
    return { posts, needsApproval: await needsApprovalIn(actor.unit, deps) };
  }

  async function runningOf(caseId: string, actor: Actor) {
    const page = { sort: "newest", after: null, limit: 1 } as const;
    const { rows } = await store.calls.list(scopeOf(actor), { caseId, states: running }, page);
    return rows[0] ?? null;
  }
}

/** Without the members that were not sent. */
function definedOf(filter: {
  readonly township?: string | undefined;
  readonly unit?: string | undefined;
  readonly caseId?: string | undefined;
}): CallFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
