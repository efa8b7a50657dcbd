/** GET /api/cockpit: what a leader of the county looks at, few things and each of them a link. */
import type { CaseRow } from "../listAnswers.ts";
import type { Named } from "../named.ts";
import type { Day, Instant } from "../time.ts";
import type { AskReason } from "./ask.ts";

export interface CockpitFigure {
  readonly kind: "reported" | "calls" | "indicator";
  /** Code of the indicator; that of the kind where it is a count. */
  readonly code: string;
  readonly name: string;
  /** A count, or a share between 0 and 1; null where there is nothing to count. */
  readonly value: number | null;
  /** The same of the period before; null where there is nothing to compare with. */
  readonly before: number | null;
  readonly target: number | null;
  /** Whether more is better; null where neither is. */
  readonly better: "high" | "low" | null;
  /** What a share is of; null for a count. */
  readonly counted: { readonly over: number; readonly of: number } | null;
}

export interface CockpitAnswer {
  readonly figures: readonly CockpitFigure[];
  /** Days of this month of which the shares tell, the last included. */
  readonly month: { readonly from: Day; readonly to: Day };
  /** In the order of their codes: a busy township is not a bad one. */
  readonly townships: readonly {
    readonly township: Named;
    readonly open: number;
    readonly overdue: number;
    /** Reported in the last seven days, today included, and in the seven before up to the same hour. */
    readonly reported: number;
    readonly before: number;
  }[];
  /** Units at the end by the indicator of the rules, the last first; too small samples are left out. */
  readonly worst: {
    readonly indicator: Named;
    readonly rows: readonly { readonly unit: Named; readonly value: number; readonly of: number }[];
    /** Units that have too few cases to compare. */
    readonly small: number;
  };
  readonly rising: readonly { readonly item: Named; readonly reported: number; readonly before: number }[];
  /** The cases to ask about now, and why. */
  readonly ask: readonly { readonly row: CaseRow; readonly reasons: readonly AskReason[] }[];
  readonly now: Instant;
}
