import { inboxShape } from "../shapes/cases.ts";
import { Hono } from "hono";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { InboxAnswer } from "../domain/screenAnswers.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";

const MOST = 50;

/** What the house told this person's unit, newest first; only of cases that are still theirs to see. */
export function inboxRoutes({ store, clock }: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/inbox",
    note({ tag: "案卷", summary: "消息", answer: inboxShape }),
    async (c) => {
      const { actor } = c.get("session");
      const scope = scopeOf(actor);
      const notices = await store.outbox.inbox(actor, MOST);
      const cases = await Promise.all(notices.map((notice) => store.cases.byId(notice.caseId)));
      const rows = notices.flatMap(({ id, caseId, number, kind, text, createdAt }, index) => {
        const found = cases[index];
        if (!found || !inScope(scope, found)) return [];
        return [{ id, caseId, number, kind, text, createdAt, urgency: found.urgency }];
      });
      const answer: InboxAnswer = { rows, now: clock.now() };
      return c.json(answer);
    },
  );
}
