/** Clocks of a case, how their ends were counted, and whose time it was. */
import type { Clock, ClockKind, ClockStage, DueBy } from "./clock.ts";
import type { ClockTurn } from "./clockStory.ts";
import type { DueDay } from "./dueDays.ts";
import type { LedgerPart } from "./ledgerParts.ts";
import type { Named } from "./named.ts";
import type { Budget } from "./taxonomy.ts";
import type { Instant } from "./time.ts";

export interface ClockAnswer {
  /** What the clock times where its kind does not say it: the name of the stage. */
  readonly name: string | null;
  readonly id: string;
  readonly kind: ClockKind;
  readonly unit: Named | null;
  readonly budget: Budget;
  readonly startedAt: Instant;
  readonly warnAt: Instant;
  readonly dueAt: Instant;
  readonly severeAt: Instant;
  readonly running: boolean;
  readonly stage: ClockStage;
  readonly stoppedAt: Instant | null;
  readonly outcome: Clock["outcome"];
  /** By which calendar it counts, and whether the holidays of the year it rests on are announced. */
  readonly dueBy: DueBy;
}

/** How a limit was counted; GET /api/cases/:id/clocks/:clock. */
export interface ClockExplanation {
  readonly id: string;
  /** The whole way in one line. */
  readonly sentence: string;
  /** The way to the end it had when it began. */
  readonly days: readonly DueDay[];
  /** What `spent` and `left` of a day are counted in. */
  readonly measure: "workday" | "hour";
  readonly firstDueAt: Instant;
  readonly dueAt: Instant;
  readonly notAnnounced: readonly string[];
  readonly turns: readonly ClockTurn[];
  readonly policy: {
    readonly code: string;
    readonly version: string;
    readonly name: string;
    readonly basis: string;
  };
  readonly calendar: { readonly name: string; readonly version: string };
}

/** 时间账: whose time it was, or which lawful pause; the parts add up to `total`, in milliseconds by the wall clock. */
export interface HeldTimesAnswer {
  readonly total: number;
  readonly parts: readonly (Omit<LedgerPart, "holder"> & { readonly holder: Named | null })[];
}
