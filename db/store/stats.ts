/** Open cases counted as they stand now; what was done in a period is evaluation.ts. */
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";

/** Open cases that a unit leads. */
export interface UnitCounts {
  readonly unit: string;
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

/** An open case and where it lies; no coordinates where it was told in words. */
export interface OpenPlace {
  readonly cell: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly isOverdue: boolean;
}

export interface TownshipCounts {
  readonly township: string;
  readonly open: number;
  readonly overdue: number;
}

export interface StatQueries {
  /** Whose hands hold cases that are overdue or warned of. */
  byHolder(scope: Scope, now: Instant): Promise<readonly HolderCounts[]>;
  /** Cells with open cases. */
  byCell(scope: Scope, now: Instant): Promise<readonly CellCounts[]>;
  /** The same cases one by one, and those that have only coordinates, to be counted by another grid. */
  openPlaces(scope: Scope, now: Instant): Promise<readonly OpenPlace[]>;
  /** Townships with open cases. */
  openByTownship(scope: Scope, now: Instant): Promise<readonly TownshipCounts[]>;
  /** Cases reported in [from, to) by township, item or cell; those that have none yet are not among them. */
  reportedBy(
    scope: Scope,
    by: "township" | "item" | "cell",
    span: { readonly from: Instant; readonly to: Instant },
  ): Promise<ReadonlyMap<string, number>>;
  /** Cases reported in [from, to), whatever became of them. */
  reportedIn(scope: Scope, span: { readonly from: Instant; readonly to: Instant }): Promise<number>;
  /** Cases reported in [from, to) by the number of the Chinese day. */
  reportedByDay(
    scope: Scope,
    span: { readonly from: Instant; readonly to: Instant },
  ): Promise<ReadonlyMap<number, number>>;
  openByUnit(scope: Scope, now: Instant): Promise<readonly UnitCounts[]>;
}
