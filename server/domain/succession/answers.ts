/** What the API says of 机构接续: closed units with what they left open, and what can be taken back. */
import type { Instant } from "../time.ts";

export interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

/** A unit that is closed today. */
export interface ClosedUnit extends NamedUnit {
  readonly closedOn: string;
  /** The open unit that goes on with its matters; null where none is named. */
  readonly heir: NamedUnit | null;
  /** Open cases that it leads … */
  readonly leads: number;
  /** … and those of others in which it has a part. */
  readonly parts: number;
  readonly calls: number;
}

/** Cases that were moved and are open still. */
export interface MovedRow {
  readonly from: NamedUnit;
  readonly to: NamedUnit;
  readonly at: Instant;
  readonly cases: number;
  /** The unit they came from is open again: they can be given back. */
  readonly canUndo: boolean;
}

/** GET /api/successions */
export interface SuccessionsAnswer {
  readonly closed: readonly ClosedUnit[];
  readonly moved: readonly MovedRow[];
  readonly now: Instant;
}

/** POST /api/successions and …/undo; a dry run counts and changes nothing. */
export interface SuccessionDone {
  readonly cases: number;
  readonly calls: number;
  /** Cases left where they are, by why. */
  readonly kept: {
    /** Somebody acted on it in the same moment, several times over. */
    readonly busy: number;
    /** The heir has acted on it since. */
    readonly actedSince: number;
    /** The heir had a part of its own before. */
    readonly joined: number;
  };
}
