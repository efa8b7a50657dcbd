/** How a reporter hears of what is done (domain/notices.ts), as far as whoever does it may know. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { isOfStaff } from "../../server/domain/channels.ts";

export type WayToReporter = "byPhone" | "byInbox" | "hidden" | "noPhone";

/** Staff who report for a resident name them: then there is a reporter beside a channel of the staff. */
export function wayToReporter({
  channel,
  reporter,
}: Pick<CaseAnswer, "channel" | "reporter">): WayToReporter {
  if (reporter === null && isOfStaff(channel)) return "byInbox";
  if (reporter?.hidden) return "hidden";
  return reporter?.phone ? "byPhone" : "noPhone";
}
