/** Notices on their way, and the bell. */
import type { Actor, Notice } from "../../server/domain/case.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface OutboxNotice extends Notice {
  readonly tries: number;
  readonly sentAt: Instant | null;
}

export interface InboxNotice extends OutboxNotice {
  readonly number: string;
  readonly text: string;
  /** When this person opened the case after it; null before. */
  readonly readAt: Instant | null;
}

/** An order of supervision on its way, with everybody who has read it. */
export interface OrderNotice {
  readonly seq: number;
  readonly kind: string;
  readonly to: Notice["to"];
  readonly reads: readonly { readonly accountId: string; readonly readAt: Instant }[];
}

export interface OutboxQueries {
  claimUnsent(now: Instant, limit: number, leaseMs: number): Promise<readonly OutboxNotice[]>;
  markSent(id: string, at: Instant): Promise<void>;
  markFailed(id: string, retryAt: Instant): Promise<void>;
  /** Newest first: notices for a unit, cells or an account, for the bell. */
  inbox(actor: Actor, limit: number): Promise<readonly InboxNotice[]>;
  /** 已读: all that this person was told of a case until now; the first reading counts. @returns how many were new. */
  markRead(actor: Actor, caseId: string, at: Instant): Promise<number>;
  /** 催办、督办、通报、批示 of a case: to whom, and who has read them. */
  orders(caseId: string): Promise<readonly OrderNotice[]>;
}
