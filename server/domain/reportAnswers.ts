/** What a report is answered with, and how far it is, for whoever made it. */
import type { Placement } from "../../geo/placement.ts";
import type { CaseState, DeskReason } from "./case.ts";
import type { Named } from "./named.ts";
import type { ProgressStep } from "./progressWords.ts";
import type { ResponsibleAnswer, Suggestion } from "./readerAnswers.ts";
import type { Instant } from "./time.ts";

/** Answer to a report (201, or 200 when the same id came again). */
export interface ReportAnswer {
  readonly id: string;
  readonly number: string;
  readonly trackingCode: string;
  /** 存证码: hash of the report's event, by which it is found in a proof (存证). */
  readonly recordHash: string;
  readonly state: CaseState;
  readonly item: Suggestion | null;
  readonly alternatives: readonly Suggestion[];
  readonly sure: boolean;
  readonly desk: readonly DeskReason[];
  readonly danger: readonly string[];
  readonly cell: Named | null;
  readonly placement: Placement | null;
  readonly holder: Named | null;
  readonly responsible: ResponsibleAnswer | null;
  /** `file` runs already; accept and handle as they would fall if it were dispatched now. */
  readonly deadlines: {
    readonly file: Instant | null;
    readonly accept: Instant | null;
    readonly handle: Instant | null;
  };
}

/** What a resident sees: four steps, no quarrels, no names (群众查进度). */
export interface ProgressAnswer {
  readonly number: string;
  readonly text: string;
  readonly reportedAt: Instant;
  readonly step: ProgressStep;
  readonly unit: string | null;
  readonly promisedBy: Instant | null;
  readonly entries: readonly {
    readonly at: Instant;
    readonly action: string;
    readonly unit: string | null;
    readonly words: string | null;
  }[];
  readonly mayRate: boolean;
  /** 没解决: once after it was closed. */
  readonly mayReopen: boolean;
  readonly mayAdd: boolean;
  /** 这事已解决，撤回: while nothing has been done and nobody else depends on it. */
  readonly mayWithdraw: boolean;
  readonly rating: number | null;
  /** 分办: each matter of the report, with how far it is. */
  readonly parts: readonly {
    readonly text: string;
    readonly step: ProgressStep;
    readonly unit: string | null;
  }[];
  readonly now: Instant;
}

/** POST /api/photos */
export interface PhotoAnswer {
  /** As it is named in a report or an act: with a key, where the sender has no account. */
  readonly id: string;
}
