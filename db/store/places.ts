/** Names of places that people taught. */
import type { Instant } from "../../server/domain/time.ts";

export interface TaughtName {
  readonly id: string;
  readonly name: string;
  /** WGS-84. */
  readonly lng: number;
  readonly lat: number;
  readonly cellCode: string;
  readonly caseId: string | null;
  /** Account. */
  readonly taughtBy: string;
  readonly taughtAt: Instant;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
}

export interface PlaceQueries {
  /** The latest first, those that were taken back too. */
  names(limit: number): Promise<readonly TaughtName[]>;
  teach(name: Omit<TaughtName, "undoneAt" | "undoneBy">): Promise<void>;
  /** False when there is no such name or it was taken back before. */
  undo(id: string, by: string, now: Instant): Promise<boolean>;
  /** Changes with every name taught or taken back. */
  stamp(): Promise<string>;
}
