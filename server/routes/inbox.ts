/** The bell: what this person was told, what of it they have read, and the mark that they have (已读). */
import { inboxShape } from "../shapes/inbox.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { InboxNotice } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { inCallScope } from "../domain/call/callScope.ts";
import { type Actor, refuse } from "../domain/case.ts";
import type { InboxAnswer } from "../domain/inboxAnswers.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { body } from "../validate.ts";

const MOST = 50;

/** What the house told this person and their unit, newest first; only of cases that are still theirs to see. */
export function inboxRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  return new Hono<SignedIn>()
    .get("/api/inbox", note({ tag: "案卷", summary: "消息", answer: inboxShape }), async (c) => {
      const { actor } = c.get("session");
      const scope = scopeOf(actor);
      const notices = onceEach(await store.outbox.inbox(actor, MOST));
      const cases = await Promise.all(notices.map((notice) => store.cases.byId(notice.caseId)));
      const rows = notices.flatMap(({ id, caseId, number, kind, text, createdAt, readAt }, index) => {
        const found = cases[index];
        if (!found || !inScope(scope, found)) return [];
        return [{ id, caseId, number, kind, text, createdAt, readAt, urgency: found.urgency }];
      });
      const unread = rows.filter(({ readAt }) => readAt === null).length;
      const calls = await callsOf(actor, deps);
      const answer: InboxAnswer = { rows, calls, unread, now: clock.now() };
      return c.json(answer);
    })
    .post(
      "/api/cases/:id/read",
      note({
        tag: "案卷",
        summary: "标为已读",
        description: "本人收到的、关于这个案卷的消息记为已读；以第一次为准，发送方看得到。",
        params: { id: "案卷 id" },
        status: 204,
        refusals: [404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const { actor } = c.get("session");
        const file = await openFile(c.req.param("id"), actor, deps);
        if (!file) return problem(c, refuse("notFound"));
        await store.outbox.markRead(actor, file.case.id, clock.now());
        return c.body(null, 204);
      },
    );
}

/** Of calls that are still theirs to see. */
async function callsOf(actor: Actor, { store }: Deps): Promise<InboxAnswer["calls"]> {
  const notices = await store.calls.inbox(actor, MOST);
  const found = await Promise.all(notices.map(({ callId }) => store.calls.byId(callId)));
  return notices.flatMap(({ id, callId, number, kind, text, createdAt }, index) => {
    const call = found[index];
    if (!call || !inCallScope(scopeOf(actor), call)) return [];
    return [{ id, callId, number, kind, text, createdAt, level: call.level }];
  });
}

/** Who is named and sits in the unit is told twice of one event: shown once. */
function onceEach(notices: readonly InboxNotice[]): readonly InboxNotice[] {
  const seen = new Set<string>();
  return notices.filter(({ caseId, seq, kind, id }) => {
    const key = seq === 0 ? id : `${caseId} ${seq} ${kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
