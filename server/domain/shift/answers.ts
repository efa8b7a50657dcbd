/** What the server tells of 系统偏移: shapes of the API's answers, shared with the screen. */
import type { Named } from "../named.ts";
import type { Case } from "../case.ts";
import type { Instant } from "../time.ts";
import type { ShiftSource } from "./source.ts";
import type { ShiftWindow } from "./window.ts";

/** A point in WGS-84. */
type Spot = Pick<NonNullable<Case["point"]>, "lng" | "lat">;

/** What is wrong with the points of a source; the three kinds of geo/shift.ts, written out for the wire. */
export type CauseAnswer =
  | { readonly kind: "datum"; readonly datum: NonNullable<NonNullable<Case["point"]>["datum"]> }
  | { readonly kind: "swapped" }
  | { readonly kind: "constant"; readonly east: number; readonly north: number };

export interface ShiftRow {
  readonly source: ShiftSource;
  /** Name of the file's system, of the person whose device it is, of the channel. */
  readonly name: string;
  /** Cases with a point in the days that are looked at. */
  readonly cases: number;
  /** Of these, so many have an address or a component that tells where they should be. */
  readonly pairs: number;
  /** null: nothing is wrong, or too little is known. */
  readonly shift: {
    readonly cause: CauseAnswer;
    /** Metres; null where latitude and longitude were exchanged. */
    readonly metres: number | null;
    readonly sentence: string;
    /** When the first and the last point were sent that show it. */
    readonly window: ShiftWindow;
    /**
     * When the nearest points outside the window were sent that agree with where things are; null where there are none
     * on that side. As a whole null where every point tells of itself.
     */
    readonly neighbours: { readonly before: Instant | null; readonly after: Instant | null } | null;
    /** Cases that a correction of the window would move. */
    readonly affected: number;
    /** Cases of the source that it would leave alone, as they were sent before or after. */
    readonly left: number;
    /** Points as they lie and where the same things are known to be: the evidence. */
    readonly evidence: readonly ShiftEvidence[];
  } | null;
}

export interface ShiftEvidence {
  readonly id: string;
  readonly number: string;
  readonly was: Spot;
  readonly known: Spot;
  /** What the address or the register calls it. */
  readonly by: string;
}

export interface ShiftBatchRow {
  readonly id: string;
  readonly name: string;
  readonly source: ShiftSource;
  readonly cause: CauseAnswer;
  /** null for a batch from before windows: all days that were looked at. */
  readonly window: ShiftWindow | null;
  readonly cases: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  readonly undone: { readonly by: string; readonly at: Instant; readonly reason: string } | null;
}

/** GET /api/shifts */
export interface ShiftsAnswer {
  readonly rows: readonly ShiftRow[];
  readonly batches: readonly ShiftBatchRow[];
  /** How far back is looked. */
  readonly days: number;
  readonly now: Instant;
}

/** POST /api/shifts and POST /api/shifts/{id}/undo */
export interface ShiftDoneAnswer {
  /** null for a trial. */
  readonly batch: string | null;
  readonly cases: number;
  /** Of these, so many fall into another cell, into another township. */
  readonly cells: number;
  readonly townships: number;
  /** Moved by hand or changed meanwhile: left as they are. */
  readonly skipped: number;
  /** Points of the source from outside the window: left as they are. Of an undo none. */
  readonly left: number;
  /** What was sent within it is moved; null for an undo, which goes by the batch. */
  readonly window: ShiftWindow | null;
  /** The first of them. */
  readonly rows: readonly ShiftedCase[];
}

export interface ShiftedCase {
  readonly id: string;
  readonly number: string;
  readonly was: Spot | null;
  readonly becomes: Spot | null;
  readonly from: Named | null;
  readonly to: Named | null;
}

/** In a case file: the corrected pin of a case whose source is shifted, to accept with one tap. */
export interface ShiftOffer {
  readonly sentence: string;
  /** As it is to be sent: what was sent, read rightly. */
  readonly point: NonNullable<Case["point"]>;
  readonly spot: Spot;
}
