/** What the API answers to those who supervise: ladder, answers, reviews, signs. */
import type { CaseRow } from "./listAnswers.ts";
import type { Named } from "./named.ts";
import type { OrderKind, PauseRequest, Review } from "./caseRules.ts";
import type { Post } from "./orders.ts";
import type { SignCode } from "./signs/sign.ts";
import type { Instant } from "./time.ts";
import type { Action } from "./workflow.ts";

/** 督办台: the lists, in the order of the page. */
export type SupervisionListName = "urge" | "supervise" | "circulate" | "answer" | "note" | "late" | "unheard";

/** One case on one list. */
export interface SupervisionRow {
  readonly case: CaseRow;
  /** What it stands there for; two units may be late with one case. */
  readonly standing: readonly StandingRow[];
  /** 应于…前回复; null where no answer is waited for. */
  readonly answerBy: Instant | null;
  /** null while it waits, and when the case was closed without an answer. */
  readonly answeredAt: Instant | null;
  /** What was ordered, in the words of whoever ordered it. */
  readonly words: string | null;
}

export interface StandingRow {
  /** Whom it is about. */
  readonly unit: Named | null;
  readonly order: OrderKind;
  /** Since when it stands there. */
  readonly at: Instant;
  /** 缺: posts for which the unit names nobody. */
  readonly lacking: readonly Post[];
}

/** GET /api/supervision */
export interface SupervisionAnswer {
  readonly lists: readonly {
    readonly name: SupervisionListName;
    readonly count: number;
    /** The latest, at most 50. */
    readonly rows: readonly SupervisionRow[];
  }[];
  /** Open reviews and requests. */
  readonly reviews: number;
  readonly now: Instant;
}

/** GET /api/supervision/reviews: what waits for a decision of the centre. */
export interface ReviewsAnswer {
  readonly rows: readonly ReviewRow[];
  readonly now: Instant;
}

export interface ReviewRow {
  readonly case: CaseRow;
  readonly kind: Review["kind"] | PauseRequest["kind"];
  readonly by: Named | null;
  readonly at: Instant;
  readonly words: string | null;
  /** 挂账至, as asked for. */
  readonly until: string | null;
  readonly dueAt: Instant | null;
  /** 初审: who agreed first, and why. */
  readonly first: { readonly name: string | null; readonly words: string | null } | null;
  /** What this person may do about it now. */
  readonly moves: readonly Action[];
}

/** GET /api/supervision/signs */
export interface SignsAnswer {
  /** First day of the period, as an instant. */
  readonly since: Instant;
  readonly signs: readonly {
    readonly code: SignCode;
    readonly name: string;
    /** The rule in words, with its figures. */
    readonly rule: string;
    readonly rows: readonly SignRow[];
  }[];
  readonly now: Instant;
}

/** One finding: mostly one case, for 集中办结 all that were finished together. */
export interface SignRow {
  readonly unit: Named | null;
  readonly at: Instant;
  readonly cases: readonly Pick<CaseRow, "id" | "number" | "text" | "item">[];
}
