/** What the API answers about evaluation, shared with the screens. */
import type { Named } from "../named.ts";
import type { CaseState } from "../case.ts";
import type { GridVersionName } from "../gridVersion.ts";
import type { Day, Instant } from "../time.ts";
import type { Subject } from "./facts.ts";
import type { Figure } from "./figure.ts";
import type { Objection, ObjectionAct } from "./objection.ts";
import type { IndicatorRow, Scale, WeightScheme } from "./rules.ts";

export type Grouping = "unit" | "township" | "item" | "month" | "cell";

/** Over the line, under it, or left out. */
export type FigurePart = "over" | "of" | "excluded";

export interface IndicatorAnswer extends Pick<
  IndicatorRow,
  "code" | "name" | "family" | "kind" | "better" | "formula" | "basis" | "unconfirmed"
> {
  /** Why rows are left out of it, in the order in which this is looked at. */
  readonly exclusions: readonly { readonly code: string; readonly name: string; readonly basis: string }[];
}

export interface FigureAnswer extends Figure {
  /** 有异议: a unit objects to it, or was right to. */
  readonly objection: "open" | "accepted" | null;
}

export interface GroupAnswer {
  readonly group: Named;
  readonly figures: Readonly<Record<string, FigureAnswer>>;
  /** 0 … 100 by the weights; null where a part rests on too few. */
  readonly score: number | null;
  /** Among units or townships of the whole county only. */
  readonly rank: number | null;
}

/** GET /api/evaluation */
export interface EvaluationAnswer {
  readonly from: Day;
  /** The last day that counts. */
  readonly to: Day;
  readonly by: Grouping;
  /** The version of the grid that was asked for; null: the cells of each case's day. */
  readonly gridVersion: GridVersionName | null;
  readonly indicators: readonly IndicatorAnswer[];
  readonly groups: readonly GroupAnswer[];
  readonly total: Omit<GroupAnswer, "group" | "rank">;
  readonly minimum: number;
  readonly rulesVersion: string;
  readonly weights: string;
  readonly schemes: readonly WeightScheme[];
  readonly scale: Scale | null;
  /** Cases are still being counted: ask again in a moment. */
  readonly counting: boolean;
  readonly now: Instant;
}

/** A case behind a figure. */
export interface EvaluationRow {
  /** Of a call its own id. */
  readonly caseId: string;
  readonly number: string;
  /** null for a call. */
  readonly state: CaseState | null;
  readonly subject: Subject;
  readonly unit: Named | null;
  readonly township: Named | null;
  readonly item: Named | null;
  readonly openedAt: Instant;
  /** What it adds above the line. */
  readonly value: number;
  /** Why it is left out; null for what is counted. */
  readonly reason: string | null;
  /** What the record says beside the count, e.g. an upheld appeal. */
  readonly remark: string | null;
  /** The file itself is in this person's scope too. */
  readonly mayOpen: boolean;
}

/** GET /api/evaluation/cases */
export interface EvaluationRowsAnswer {
  readonly indicator: IndicatorAnswer;
  /** The group of the figure; null for all of them together. */
  readonly group: Named | null;
  readonly gridVersion: GridVersionName | null;
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly EvaluationRow[];
  readonly total: number;
  readonly next: string | null;
  readonly now: Instant;
}

/** How long one unit kept one case at one stage within the period. */
export interface HeldRowAnswer {
  readonly caseId: string;
  readonly number: string;
  readonly item: Named | null;
  readonly unit: Named;
  readonly state: CaseState;
  /** Milliseconds by the wall clock. */
  readonly held: number;
  /** It still lies there. */
  readonly running: boolean;
  readonly mayOpen: boolean;
}

/** GET /api/evaluation/held/cases: the rows behind a bar, the longest first. */
export interface HeldRowsAnswer {
  readonly from: Day;
  readonly to: Day;
  readonly state: CaseState | null;
  readonly unit: Named | null;
  readonly rows: readonly HeldRowAnswer[];
  readonly total: number;
  readonly held: number;
  readonly next: string | null;
  readonly now: Instant;
}

/** GET /api/evaluation/held: milliseconds by the wall clock. */
export interface HeldAnswer {
  readonly from: Day;
  readonly to: Day;
  readonly total: number;
  readonly byState: readonly {
    readonly state: CaseState;
    readonly held: number;
    readonly cases: number;
    /** A lawful pause: nobody is blamed for it. */
    readonly pause: boolean;
  }[];
  readonly byUnit: readonly {
    readonly unit: Named;
    readonly held: number;
    readonly paused: number;
    readonly states: readonly { readonly state: CaseState; readonly held: number; readonly cases: number }[];
  }[];
  readonly counting: boolean;
  readonly now: Instant;
}

export interface ObjectionAnswer extends Pick<
  Objection,
  | "id"
  | "groupBy"
  | "over"
  | "of"
  | "reason"
  | "askedAt"
  | "dueAt"
  | "state"
  | "answer"
  | "answeredAt"
  | "undoReason"
  | "undoneAt"
> {
  readonly indicator: { readonly code: string; readonly name: string };
  readonly unit: Named;
  readonly from: Day;
  readonly to: Day;
  readonly cases: readonly { readonly caseId: string; readonly number: string }[];
  /** What this person may do with it now. */
  readonly acts: readonly ObjectionAct["act"][];
}

/** GET /api/evaluation/objections */
export interface ObjectionsAnswer {
  readonly rows: readonly ObjectionAnswer[];
  readonly now: Instant;
}
