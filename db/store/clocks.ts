/** What the sweep asks of the clocks. */
import type { Instant } from "../../server/domain/time.ts";

export interface ClockQueries {
  /**
   * Ids of cases with a clock whose `lookAt` has come, earliest first; each is claimed so that no other process takes
   * it for `leaseMs`. Committing the case's new clocks ends the claim.
   */
  claimDue(now: Instant, limit: number, leaseMs: number): Promise<readonly string[]>;
  /** The earliest `lookAt`; null when no clock runs. */
  nextLook(): Promise<Instant | null>;
  /** A case whose clocks could not be computed is looked at again later instead of at once for ever. */
  putOff(caseId: string, until: Instant): Promise<void>;
}
