/** What the server tells of 研判: shapes of the API's answers, shared with the screens. */
import type { Named } from "../named.ts";
import type { CaseState } from "../case.ts";
import type { Instant } from "../time.ts";
import type { FindingKind, FindingState } from "./finding.ts";

/** GET /api/findings */
export interface FindingsAnswer {
  readonly rows: readonly FindingRow[];
  /** null before the first run. */
  readonly ranAt: Instant | null;
  /** May this person open tasks from findings and put them aside? */
  readonly mayDecide: boolean;
  readonly reasons: readonly Named[];
  readonly now: Instant;
}

export interface FindingRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly state: FindingState;
  readonly sentence: string;
  readonly township: Named | null;
  readonly cells: readonly Named[];
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly count: number;
  readonly expected: number | null;
  readonly chance: number | null;
  readonly component: Named | null;
  readonly firstAt: Instant;
  /** Put aside or turned into a task. */
  readonly decided: {
    readonly by: string;
    readonly at: Instant;
    readonly reason: Named | null;
    readonly note: string | null;
    readonly taskCase: string | null;
    /** Its maker may take it back. */
    readonly mayReopen: boolean;
  } | null;
}

/** GET /api/findings/:id/cases: exactly the cases behind it, newest first. */
export interface FindingCasesAnswer {
  readonly rows: readonly FindingCase[];
  /** So many more belong to it that this person may not see. */
  readonly hidden: number;
  readonly now: Instant;
}

export interface FindingCase {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly item: Named | null;
  readonly text: string;
  readonly address: string | null;
  readonly reportedAt: Instant;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}
