/** The bell: what this person was told, and that they have read it once they opened the case. */
import type { InboxAnswer } from "../../server/domain/inboxAnswers.ts";
import { ask, post } from "../api.ts";
import { createResource } from "./resource.ts";

export const inbox = createResource<InboxAnswer>(() => ask("/api/inbox"));

/** Says that the case has been opened; whoever sent the order sees it. Nothing is shown when the line is cut. */
export async function markRead(caseId: string): Promise<void> {
  await post(`/api/cases/${encodeURIComponent(caseId)}/read`, {});
}
