/** A case as a row and back: optional parts are NULL, and what the map and partial indexes ask for is spelled out. */
import { type Case, isOpen } from "../server/domain/case.ts";
import type { Clock } from "../server/domain/clock.ts";
import { pinOf } from "../server/domain/report.ts";
import type { Instant } from "../server/domain/time.ts";
import type { Point } from "../geo/point.ts";
import type { Tables } from "./tables.ts";

export type CaseRow = Tables["cases"]["$inferSelect"];

/** The case with its columns added; `rating`, which is no column, is passed over. Spreading whole is the fast way. */
export function caseToRow(found: Case, headHash: string): Omit<CaseRow, "sweepAt"> {
  const { rating, desk, photos } = found;
  const place = mapPoint(found);
  return {
    ...found,
    open: isOpen(found.state),
    lng: place?.lng ?? null,
    lat: place?.lat ?? null,
    desk: desk.length === 0 ? null : desk,
    ratingScore: rating?.score ?? null,
    ratingBy: rating?.by ?? null,
    ratedAt: rating?.at ?? null,
    photos: photos.length === 0 ? null : photos,
    headHash,
  };
}

export function rowToCase(row: CaseRow): Case {
  const { open: _open, lng: _lng, lat: _lat, sweepAt: _sweepAt, ...kept } = row;
  const { ratingScore, ratingBy, ratedAt, desk, photos, ...rest } = kept;
  const rated = ratingScore !== null && ratingBy !== null && ratedAt !== null;
  return {
    ...rest,
    desk: desk ?? [],
    photos: photos ?? [],
    rating: rated ? { score: ratingScore, by: ratingBy, at: ratedAt } : null,
  };
}

/** When the sweep must look at a new case: its clocks are all in the decision. */
export function earliestLook(clocks: readonly Clock[]): Instant | null {
  const looks = clocks.map((clock) => clock.lookAt).filter((at) => at !== null);
  return looks.length === 0 ? null : Math.min(...looks);
}

/** WGS-84: what the placement found; without one, the reported point when it was measured in that datum. */
function mapPoint({ placement, point }: Case): Point | null {
  if (placement !== null) return pinOf(placement);
  const global = point?.datum === undefined || point.datum === "wgs84" || point.datum === "cgcs2000";
  return global ? point : null;
}
