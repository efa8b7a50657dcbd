/** 消息 */
import type { Urgency } from "./case.ts";
import type { CallLevel } from "./reference.ts";
import type { Instant } from "./time.ts";

/** GET /api/inbox: what the house told this person and their unit, newest first. */
export interface InboxAnswer {
  /** Among the rows. */
  readonly unread: number;
  readonly rows: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly number: string;
    readonly kind: string;
    readonly text: string;
    readonly createdAt: Instant;
    /** When this person opened the case after it; null before. */
    readonly readAt: Instant | null;
    readonly urgency: Urgency;
  }[];
  /** What was told about calls (乡呼县应), newest first. */
  readonly calls: readonly {
    readonly id: string;
    readonly callId: string;
    readonly number: string;
    readonly kind: string;
    readonly text: string;
    readonly createdAt: Instant;
    readonly level: CallLevel["code"];
  }[];
  readonly now: Instant;
}
