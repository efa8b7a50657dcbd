/** Shape of 消息. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { InboxAnswer } from "../domain/inboxAnswers.ts";
import { instant, known, maybeInstant, urgency } from "./common.ts";

export const inboxShape = known(
  "InboxAnswer",
  agreeing<InboxAnswer>()(
    v.object({
      unread: v.number(),
      rows: v.array(
        v.object({
          id: v.string(),
          caseId: v.string(),
          number: v.string(),
          kind: v.string(),
          text: v.string(),
          createdAt: instant,
          readAt: maybeInstant,
          urgency,
        }),
      ),
      calls: v.array(
        v.object({
          id: v.string(),
          callId: v.string(),
          number: v.string(),
          kind: v.string(),
          text: v.string(),
          createdAt: instant,
          level: v.picklist(["daily", "tough", "emergency"]),
        }),
      ),
      now: instant,
    }),
  ),
);
