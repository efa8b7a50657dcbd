/** Notices on their way, and the bell. */
import type { Actor, Notice } from "../../server/domain/case.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface OutboxNotice extends Notice {
  readonly tries: number;
  readonly sentAt: Instant | null;
}

export interface OutboxQueries {
  claimUnsent(now: Instant, limit: number, leaseMs: number): Promise<readonly OutboxNotice[]>;
  markSent(id: string, at: Instant): Promise<void>;
  markFailed(id: string, retryAt: Instant): Promise<void>;
  /** Newest first: notices for a unit, cells or an account, for the bell. */
  inbox(
    actor: Actor,
    limit: number,
  ): Promise<readonly (OutboxNotice & { readonly number: string; readonly text: string })[]>;
}
