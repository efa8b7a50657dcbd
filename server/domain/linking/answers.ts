/** What the server tells of cases that belong together: shapes of the API's answers, shared with the screens. */
import type { Named } from "../answers.ts";
import type { Instant } from "../time.ts";
import type { PrecedentGround } from "./rankPrecedents.ts";

/** GET /api/cases/:id/precedents: earlier rulings that a dispatcher or ruler should know, the nearest first. */
export interface PrecedentsAnswer {
  readonly rows: readonly PrecedentRow[];
}

export interface PrecedentRow {
  readonly caseId: string;
  readonly number: string;
  readonly at: Instant;
  readonly item: Named | null;
  readonly township: Named | null;
  /** Who must handle it since. */
  readonly unit: Named;
  /** Who had said "not ours". */
  readonly against: Named;
  /** The line of the duty list it rests on. */
  readonly basis: Named;
  readonly level: number;
  readonly grounds: readonly PrecedentGround[];
  /** Words of the ruling; null for people who may not see its case. */
  readonly note: string | null;
  /** May this person open the case? */
  readonly visible: boolean;
}
