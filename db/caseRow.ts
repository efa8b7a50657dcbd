/** A case as a row and back: optional parts are NULL, and what the map and partial indexes ask for is spelled out. */
import { type Case, isOpen } from "../server/domain/case.ts";
import { rulesOf } from "../server/domain/caseRules.ts";
import type { Clock } from "../server/domain/clock.ts";
import { pinOf } from "../server/domain/report.ts";
import type { Instant } from "../server/domain/time.ts";
import type { Point } from "../geo/point.ts";
import type { Tables } from "./tables.ts";

export type CaseRow = Tables["cases"]["$inferSelect"];

/**
 * The case with its columns added; `rating`, which is no column, is passed over. Spreading the whole case once is
 * ten times as fast as leaving parts out.
 * @param clocks those that decide when the sweep looks at a new case.
 */
export function caseToRow(found: Case, headHash: string, clocks: readonly Clock[]): CaseRow {
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
    rules: found.rules ?? null,
    parties: partiesOf(found),
    sweepAt: earliestLook(clocks),
  };
}

export function rowToCase(row: CaseRow): Case {
  const { open: _open, lng: _lng, lat: _lat, sweepAt: _sweepAt, parties: _parties, ...kept } = row;
  const { ratingScore, ratingBy, ratedAt, desk, photos, rules, ...rest } = kept;
  const rated = ratingScore !== null && ratingBy !== null && ratedAt !== null;
  return {
    ...rest,
    desk: desk ?? [],
    photos: photos ?? [],
    ...(rules === null ? {} : { rules }),
    rating: rated ? { score: ratingScore, by: ratingBy, at: ratedAt } : null,
  };
}

function earliestLook(clocks: readonly Clock[]): Instant | null {
  let earliest: Instant | null = null;
  for (const { lookAt } of clocks)
    if (lookAt !== null && (earliest === null || lookAt < earliest)) earliest = lookAt;
  return earliest;
}

function partiesOf(found: Case): string | null {
  const { parties } = rulesOf(found);
  return parties.length === 0 ? null : `,${parties.join(",")},`;
}

/** WGS-84: what the placement found; without one, the reported point when it was measured in that datum. */
function mapPoint({ placement, point }: Case): Point | null {
  if (placement !== null) return pinOf(placement);
  const global = point?.datum === undefined || point.datum === "wgs84" || point.datum === "cgcs2000";
  return global ? point : null;
}
