/** What may be asked of calls (乡呼县应), and the one way to change them. */
import type { Actor } from "../../server/domain/case.ts";
import type { Call, CallDecision, CallEvent, CallNotice, CallState } from "../../server/domain/call/call.ts";
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { DueQueries } from "./clocks.ts";

/** Filters of the call list; all of them together, each optional. */
export interface CallFilter {
  readonly states?: readonly CallState[];
  /** It is this unit's or township's turn. */
  readonly waitingFor?: string;
  /** Needs the centre's eye: without a lead, climbed, or heard by nobody. */
  readonly attention?: boolean;
  readonly township?: string;
  /** Named in it, also when it has declined. */
  readonly unit?: string;
  readonly caseId?: string;
  readonly launchedFrom?: Instant;
  readonly launchedTo?: Instant;
}

/** `due`: whose limit ends first stands first, on one page; `newest` goes on after the id of the last row seen. */
export interface CallPageQuery {
  readonly sort: "newest" | "due";
  readonly after: string | null;
  readonly limit: number;
}

export interface CallPage {
  readonly rows: readonly Call[];
  readonly next: string | null;
}

/** An event as stored: with its place in the chain. Words that were erased are absent from `words`. */
export interface StoredCallEvent extends CallEvent {
  readonly erased: readonly string[];
  readonly hash: string;
  readonly previousHash: string;
}

export interface CallCounts {
  readonly todo: number;
  readonly open: number;
  readonly attention: number;
}

export type CallCommitment =
  /** `call` carries the new head hash. */
  | { readonly kind: "committed"; readonly call: Call }
  /** Somebody else changed the call first: nothing was stored. */
  | { readonly kind: "stale" }
  /** The launch is known already, or its case has a running call: nothing was stored; this is that call. */
  | { readonly kind: "duplicate"; readonly call: Call; readonly isSameLaunch: boolean };

/** What the sweep asks is asked as of cases (store/clocks.ts). */
export interface CallQueries extends DueQueries<CallDecision> {
  byId(id: string): Promise<Call | null>;
  /** In no order; those that are not there are missing. */
  byIds(ids: readonly string[]): Promise<readonly Call[]>;
  list(scope: Scope, filter: CallFilter, page: CallPageQuery): Promise<CallPage>;
  /** @param waitingFor whose turn counts as `todo`; null for somebody who has none. */
  counts(scope: Scope, waitingFor: string | null): Promise<CallCounts>;
  history(callId: string): Promise<readonly StoredCallEvent[]>;
  eventByCommand(callId: string, commandId: string): Promise<StoredCallEvent | null>;
  /** Stores a decision whole, durably, or not at all. */
  commit(decision: CallDecision): Promise<CallCommitment>;
  /** Newest first: notices for a unit or an account. */
  inbox(
    actor: Actor,
    limit: number,
  ): Promise<readonly (CallNotice & { readonly number: string; readonly text: string })[]>;
  /** Cases reported from a township within a period, by township: the whole that the call rate is a part of. */
  casesByTownship(scope: Scope, from: Instant, to: Instant): Promise<ReadonlyMap<string, number>>;
}
