/** 研判: what analysis reads, what it found, and what people made of it. */
import type { CaseState } from "../../server/domain/case.ts";
import type { Finding, FindingState } from "../../server/domain/analysis/finding.ts";
import type { Instant } from "../../server/domain/time.ts";

/** As much of a case as analysis needs. */
export interface CaseTrace {
  readonly id: string;
  readonly state: CaseState;
  readonly itemCode: string | null;
  readonly cellCode: string | null;
  readonly townshipCode: string | null;
  readonly componentCode: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly reportedAt: Instant;
  readonly closedAt: Instant | null;
}

export interface StoredFinding extends Finding {
  readonly state: FindingState;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly taskCase: string | null;
}

export interface FindingDecision {
  readonly state: Exclude<FindingState, "open">;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly note: string | null;
  readonly taskCase: string | null;
}

export interface FindingQueries {
  /** Cases that nothing has merged into others, reported since then; oldest first. */
  traces(since: Instant): Promise<readonly CaseTrace[]>;
  /**
   * Stores what a run found at an instant: open ones get their new body, decided ones stay as they are; the rows of those
   * that were not found again stay, with the instant they were last seen.
   */
  put(findings: readonly Finding[], at: Instant): Promise<void>;
  /** Open ones that the run at that instant found, and decided ones; of one township or of the county. */
  list(
    of: { readonly township: string | null; readonly run: Instant },
    limit: number,
  ): Promise<readonly StoredFinding[]>;
  byId(id: string): Promise<StoredFinding | null>;
  /** @returns false when somebody decided it first. */
  decide(id: string, decision: FindingDecision): Promise<boolean>;
  /** Takes one's own dismissal back. */
  reopen(id: string, by: string): Promise<boolean>;
}
