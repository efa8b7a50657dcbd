/** What the sweeps ask: of cases whose clocks are due to be looked at, and of calls whose limits are (store/calls.ts). */
import type { Decision } from "../../server/domain/case.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface DueQueries<Made> {
  /**
   * Has `decide` say what follows for those whose look has come, earliest first, and stores its decisions in batches, durably
   * when this resolves. Nobody else is given the same ones meanwhile, in whichever process; what is left as it was is due again.
   * @param limit a decision on each of so many is in memory at once.
   * @returns what became of each decision: one that cannot be stored spoils none of the others.
   */
  takeDue(
    now: Instant,
    limit: number,
    decide: (ids: readonly string[]) => Promise<readonly Made[]>,
  ): Promise<readonly Stored[]>;
  /** The earliest look; null when nothing runs. */
  nextLook(): Promise<Instant | null>;
  /** What could not be computed is looked at again later instead of at once for ever. */
  putOff(id: string, until: Instant): Promise<void>;
}

/** `stale`: somebody else moved it first, and nothing was stored. */
export type Stored = "committed" | "stale" | Error;

export type ClockQueries = DueQueries<Decision>;
