/** Lists of cases: worklists, how many stand in them, and the 案卷台账. */
import type { CaseState, Channel, DeskReason, Urgency } from "./case.ts";
import type { DueBy } from "./clock.ts";
import type { Mark } from "./marks.ts";
import type { Named } from "./named.ts";
import type { Instant } from "./time.ts";

/** A row of a worklist. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: CaseState;
  readonly channel: Channel;
  readonly reportedAt: Instant;
  readonly updatedAt: Instant;
  readonly text: string;
  readonly address: string | null;
  readonly item: Named | null;
  readonly urgency: Urgency;
  readonly township: Named | null;
  readonly cell: Named | null;
  readonly leadUnit: Named | null;
  /** In whose hands it is now. */
  readonly holder: Named | null;
  readonly desk: readonly DeskReason[];
  readonly returns: number;
  readonly reworks: number;
  readonly urges: number;
  readonly missed: number;
  readonly confidential: boolean;
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly severeAt: Instant | null;
  /** How the due instant was counted: unit, calendar, and whether its year is announced. */
  readonly dueBy: DueBy | null;
  /** Where it stands with those who supervise, and whether the statistics leave it out (marks.ts). */
  readonly marks: readonly Mark[];
}

export interface CaseListAnswer {
  readonly rows: readonly CaseRow[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
  /** Server time, for countdowns: the phone's own clock is not trusted. */
  readonly now: Instant;
}

/** GET /api/ledger: 案卷台账, a page of it. */
export interface LedgerAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (string | number)[] }[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** GET /api/cases/counts, under the same filters as the list. */
export interface CountsAnswer {
  readonly byState: Readonly<Partial<Record<CaseState, number>>>;
  readonly byLamp: Readonly<Partial<Record<"green" | "amber" | "red" | "severe", number>>>;
  readonly total: number;
  /** There are more than `total`: the archive is not counted to its end. */
  readonly more: boolean;
}

/** GET /api/cases/days: cases of a list by the day on which they are due; `week` holds today and tomorrow as well. */
export interface DueCountsAnswer {
  readonly overdue: number;
  readonly today: number;
  readonly tomorrow: number;
  readonly week: number;
}
