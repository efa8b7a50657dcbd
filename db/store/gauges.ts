/** What the house tells of itself to whoever runs it: numbers only. */
import type { Instant } from "../../server/domain/time.ts";

export interface HouseGauges {
  readonly databaseBytes: number;
  /** Messages that wait to be sent. */
  readonly unsentNotices: number;
  /** Cases and calls whose clock should have been looked at by now. */
  readonly dueClocks: number;
  /** How long the earliest of them has waited, in milliseconds; 0 when none has. */
  readonly sweepLag: number;
}

export interface GaugeQueries {
  house(now: Instant): Promise<HouseGauges>;
  /** Writes one row, so that a disk that only reads is noticed. @throws what the database says. */
  probe(now: Instant): Promise<void>;
}
