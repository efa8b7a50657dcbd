/** 待发队列: a report in each state of being sent. */
import { HOUR, MINUTE } from "../../../server/domain/time.ts";
import { NOW, item, longText } from "./county.ts";
import { plainRow } from "./rows.ts";
import { newDraft } from "../../state/draft.ts";
import type { QueuedReport, SendState } from "../../state/sending.ts";

const states: readonly SendState[] = ["waiting", "sending", "signIn", "refused", "sent"];

export const queue: readonly QueuedReport[] = states.map((state, index) => ({
  id: `queued-${state}`,
  draft: {
    ...newDraft(null, NOW - HOUR),
    id: `queued-${state}`,
    text: index === 0 ? longText : "路灯不亮",
    itemCode: item.code,
  },
  channel: "gridWorker",
  queuedAt: NOW - (index + 1) * 10 * MINUTE,
  state,
  tries: index,
  // Nothing is ever sent from here
  nextTryAt: Number.POSITIVE_INFINITY,
  problem: state === "refused" ? "照片超过 10 兆，请重拍。" : null,
  receipt: state === "sent" ? ({ id: "plain", number: plainRow.number } as QueuedReport["receipt"]) : null,
  sentAt: state === "sent" ? NOW : null,
}));
