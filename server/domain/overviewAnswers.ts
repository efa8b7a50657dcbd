/** The efficiency centre's page. */
import type { Figure } from "./evaluate/figure.ts";
import type { CaseRow } from "./listAnswers.ts";
import type { Named } from "./named.ts";
import type { Day, Instant } from "./time.ts";

/** One unit: what it has open now, and its figures over the period, by the indicator's code. */
export interface UnitFigures {
  readonly unit: Named;
  readonly open: number;
  readonly overdue: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** GET /api/overview: the efficiency centre's page. */
export interface OverviewAnswer {
  readonly open: number;
  readonly overdue: number;
  readonly severe: number;
  readonly warned: number;
  readonly dueToday: number;
  readonly reportedToday: number;
  /** Days of the period of the figures, the last included. */
  readonly from: Day;
  readonly to: Day;
  /** Figures of all that this person may see, by the indicator's code. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Cases on which a person must decide, by reason. */
  readonly desk: number;
  /** Longest overdue first. */
  readonly overdueRows: readonly CaseRow[];
  readonly holders: readonly {
    readonly holder: Named;
    readonly overdue: number;
    readonly warned: number;
    readonly oldestDueAt: Instant | null;
  }[];
  readonly units: readonly UnitFigures[];
  readonly notAnnounced: readonly number[];
  readonly now: Instant;
}
