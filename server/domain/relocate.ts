/** A case lies somewhere else than it was thought to: the new place decides its cell, and the old one is kept with it. */
import { metresBetween } from "../../geo/near.ts";
import type { Placement } from "../../geo/placement.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import { type Case, type CaseEvent, isOver } from "./case.ts";
import { rulesOf, withRules } from "./caseRules.ts";
import { cellOf, isOtherReason, pinOf, placeReasons, townshipOf } from "./report.ts";
import type { Instant } from "./time.ts";

/** Where a case was held to be before (原位置): as it was reported, with source, stated datum and accuracy. */
export interface EarlierPlace {
  readonly point: ReportedPoint | null;
  /** The same in WGS-84, or where its words were taken to be; null where nobody knew. */
  readonly spot: Point | null;
  readonly cell: string | null;
  readonly until: Instant;
  /** 批次 of a correction (系统偏移改正) by which it went; absent for an act on the case alone. */
  readonly batch?: string;
}

export interface NewPlace {
  readonly point: ReportedPoint | null;
  readonly placement: Placement | null;
  readonly at: Instant;
  readonly batch?: string;
}

export type Relocation = Pick<Case, "point" | "placement" | "cellCode" | "townshipCode" | "desk" | "rules">;

export function relocated(found: Case, { point, placement, at, batch }: NewPlace): Relocation {
  const was = { ...placeNow(found, at), ...(batch === undefined ? {} : { batch }) };
  return {
    point,
    placement,
    cellCode: cellOf(placement),
    townshipCode: townshipOf(placement),
    desk: [...(isOver(found.state) ? [] : placeReasons(placement)), ...found.desk.filter(isOtherReason)],
    ...withRules(found, { places: [...placesOf(found), was] }),
  };
}

/** Where a case is held to be now, as it will be remembered. */
export function placeNow({ point, placement, cellCode }: Case, until: Instant): EarlierPlace {
  return { point, spot: pinOf(placement), cell: cellCode, until };
}

/** The oldest first: the first is where it was reported. */
export function placesOf(found: Pick<Case, "rules">): readonly EarlierPlace[] {
  return rulesOf(found).places ?? [];
}

/** What the event says of it: the cells on both sides and how far it went, never the points themselves. */
export function placeFacts(after: Case, was = placesOf(after).at(-1)): CaseEvent["facts"] {
  const { cellCode, townshipCode } = after;
  const now = pinOf(after.placement);
  const moved = was?.spot && now ? { moved: Math.round(metresBetween(was.spot, now)) } : {};
  return { cellCode, townshipCode, ...(was === undefined ? {} : { wasCell: was.cell }), ...moved };
}
