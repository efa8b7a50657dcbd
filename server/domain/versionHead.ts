/** What every published version of a county's data says of itself, whatever it holds. */
import type { Day, Instant } from "./time.ts";

export interface VersionHead {
  readonly version: number;
  /** Counts the saves of a draft, so that two editors notice each other. */
  readonly revision: number;
  readonly note: string;
  /** null for the draft. */
  readonly validFrom: Day | null;
  /** The version it brings back (回退). */
  readonly restores: number | null;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly publishedAt: Instant | null;
}

/** As people are shown it. @property by name of whoever changed it last. */
export interface VersionRow extends VersionHead {
  readonly by: string;
}
