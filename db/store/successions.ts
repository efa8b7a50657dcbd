/** 机构接续: what units have open, and what was moved from which to which. */
import type { Succeeded } from "../../server/domain/succession/succession.ts";

/** A case that names a unit. */
export interface HeldCase {
  readonly id: string;
  /** It leads there, also a case that stands merged into another. */
  readonly leads: boolean;
}

/** A case that was moved and is still open. */
export interface MovedCase {
  readonly id: string;
  readonly succeeded: Succeeded;
}

export interface SuccessionQueries {
  /** Open cases, and those merged into another, in which the unit leads, helps, rules or has the case in hand. */
  casesOf(unit: string): Promise<readonly HeldCase[]>;
  /** Ids of open calls in which the unit was called and has not declined. */
  callsOf(unit: string): Promise<readonly string[]>;
  /** Cases that were moved and neither taken back nor ended since, the oldest first. */
  moved(): Promise<readonly MovedCase[]>;
}
