/** Figures counted by the database; the core divides them into rates. */
import type { Counts } from "../../server/domain/evaluate.ts";
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";

/** Counts over closed and open cases for a period; divided into rates by `evaluate` in the core. */
export interface UnitCounts extends Counts {
  readonly unit: string;
  /** Times a case was dispatched to it (交办). */
  readonly given: number;
  readonly open: number;
  readonly overdue: number;
}

/** Open cases in one pair of hands. */
export interface HolderCounts {
  readonly holder: string;
  readonly overdue: number;
  /** Warned of, not yet overdue. */
  readonly warned: number;
  /** The earliest due instant among the overdue. */
  readonly oldestDueAt: Instant | null;
}

export interface CellCounts {
  readonly cell: string;
  readonly open: number;
  readonly overdue: number;
}

export interface StatQueries {
  /** Whose hands hold cases that are overdue or warned of. */
  byHolder(scope: Scope, now: Instant): Promise<readonly HolderCounts[]>;
  /** Cells with open cases. */
  byCell(scope: Scope, now: Instant): Promise<readonly CellCounts[]>;
  /** Cases reported since an instant, whatever became of them. */
  reportedSince(scope: Scope, from: Instant): Promise<number>;
  byUnit(scope: Scope, from: Instant, to: Instant, now: Instant): Promise<readonly UnitCounts[]>;
}
