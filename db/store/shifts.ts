/** 系统偏移: points with what tells where they should be, and the batches that corrected them. */
import type { Placement } from "../../geo/placement.ts";
import type { ReportedPoint } from "../../geo/point.ts";
import type { ShiftCause } from "../../geo/shift.ts";
import type { Case } from "../../server/domain/case.ts";
import type { ShiftSourceKind } from "../../server/domain/shift/source.ts";
import type { Instant } from "../../server/domain/time.ts";

/** As much of a case as tells where its point came from and whether it may be wrong. */
export type PointedCase = Pick<
  Case,
  "id" | "number" | "channel" | "reportedBy" | "reportedAt" | "address" | "text" | "cellCode" | "rules"
> & {
  readonly point: ReportedPoint;
  readonly placement: Placement;
  /** 来源系统 of an imported case. */
  readonly origin: string | null;
};

export interface ShiftBatch {
  readonly id: string;
  readonly sourceKind: ShiftSourceKind;
  readonly sourceKey: string;
  readonly cause: ShiftCause;
  /** The window of the correction, both ends within it; null where it was made before there were any. */
  readonly fromAt: Instant | null;
  readonly untilAt: Instant | null;
  readonly reason: string;
  /** Account. */
  readonly by: string;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

export interface ShiftQueries {
  /** Cases that were sent with a point since then, the newest first, from before an id on. */
  pointed(
    since: Instant,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<readonly PointedCase[]>;
  /** The latest first, those that were taken back too. */
  batches(limit: number): Promise<readonly (ShiftBatch & { readonly cases: number })[]>;
  batch(id: string): Promise<ShiftBatch | null>;
  /** The batch with every case it is going to move. */
  begin(
    batch: Omit<ShiftBatch, "undoneAt" | "undoneBy" | "undoneReason">,
    cases: readonly string[],
  ): Promise<void>;
  casesOf(id: string): Promise<readonly string[]>;
  /** False when there is no such batch or it was taken back before. */
  undo(
    id: string,
    by: { readonly by: string; readonly at: Instant; readonly reason: string },
  ): Promise<boolean>;
}
