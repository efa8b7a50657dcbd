/** 留存: what is due to be erased, and erasing it. */
import type { CaseMatter, DueQuestion } from "../../server/domain/retention.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface DueCase {
  readonly id: string;
  readonly number: string;
  readonly closedAt: Instant | null;
}

export interface Erasure {
  readonly id: string;
  readonly caseId: string;
  readonly what: CaseMatter;
  /** Code of the rule. */
  readonly rule: string;
  readonly at: Instant;
}

export interface Hold {
  readonly caseId: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface RetentionQueries {
  /** Cases that still hold it and are not on hold, the longest over first. */
  due(question: DueQuestion, limit: number): Promise<readonly DueCase[]>;
  /** How many there are. */
  countDue(question: DueQuestion): Promise<number>;
  /**
   * Takes it away and records that and why, in one.
   * @returns photos that no case shows any more: their files are to go now.
   */
  erase(erasure: Erasure): Promise<readonly string[]>;
  /** Of these photos, those that were erased and are not there again: what a killed process may have left of files. */
  erasedAmong(ids: readonly string[]): Promise<readonly string[]>;
  erasures(caseId: string): Promise<readonly Erasure[]>;
  hold(hold: Hold): Promise<void>;
  /** @returns false when it was not on hold. */
  release(caseId: string): Promise<boolean>;
  holds(): Promise<readonly (Hold & { readonly number: string })[]>;
  forgetFailures(before: Instant): Promise<number>;
}
