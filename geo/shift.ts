/** 系统偏移: what many points of one source have in common that is wrong, and each point without it. */
import { toWgs84 } from "./datum.ts";
import { degreeScale, metresBetween } from "./near.ts";
import { FEWEST_PAIRS, systematicOffset, type SystematicOffset } from "./offset.ts";
import type { Datum, Point, ReportedPoint } from "./point.ts";

export type ShiftCause =
  /** The points are in this datum, whatever they were said to be. */
  | { readonly kind: "datum"; readonly datum: Datum }
  /** Latitude was sent before longitude. */
  | { readonly kind: "swapped" }
  /** Everything lies so many metres off; nobody knows why. */
  | { readonly kind: "constant"; readonly east: number; readonly north: number };

/** A point as it was sent, and where the same thing is known to be in WGS-84. */
export interface SentPair {
  readonly sent: ReportedPoint;
  readonly known: Point;
}

export interface Shift extends Pick<SystematicOffset, "east" | "north" | "spread"> {
  readonly cause: ShiftCause;
  readonly pairs: number;
  /** Pairs that the correction brings within a street's width of where they are known to be. */
  readonly agreeing: number;
}

/*
 * Constants of the measuring, no county's choice: they follow from receivers and streets, which are alike everywhere,
 * and from how far datums lie apart (hundreds of metres).
 */
/** A device's noise and a crossing's width. */
export const STREET_METRES = 60;
/** Fewer than these of all pairs and it is not the source that is wrong. */
export const LEAST_SHARE = 0.7;
export const DATUMS = ["wgs84", "gcj02", "bd09"] as const;

/** @returns nothing when the points agree with where things are known to be, or disagree without a common cause. */
export function shiftOf(pairs: readonly SentPair[]): Shift | undefined {
  const offset = systematicOffset(pairs.map(({ sent, known }) => ({ given: asStated(sent), known })));
  if (offset === undefined) return undefined;
  const { east, north, spread } = offset;
  const causes: readonly ShiftCause[] = [
    ...DATUMS.map((datum) => ({ kind: "datum", datum }) as const),
    { kind: "constant", east, north },
  ];
  const judged = causes.map((cause) => ({ cause, agreeing: agreeingWith(cause, pairs) }));
  // A datum explains where it comes from; bare metres only where none does as well
  const best = judged.reduce((best, other) => (other.agreeing > best.agreeing * 1.1 ? other : best));
  return best.agreeing >= Math.max(FEWEST_PAIRS, pairs.length * LEAST_SHARE)
    ? { east, north, spread, ...best, pairs: pairs.length }
    : undefined;
}

/** The point to offer instead: what was sent, read rightly. Source and accuracy stay what they were. */
export function withoutShift(sent: ReportedPoint, cause: ShiftCause): ReportedPoint {
  switch (cause.kind) {
    case "datum":
      return { ...sent, datum: cause.datum };
    case "swapped":
      return { ...sent, lng: sent.lat, lat: sent.lng };
    case "constant": {
      const { lng, lat } = asStated(sent);
      const scale = degreeScale(lat);
      return {
        ...sent,
        lng: lng - cause.east / scale.lng,
        lat: lat - cause.north / scale.lat,
        datum: "wgs84",
      };
    }
  }
}

/** In WGS-84, taken at its word. */
export function asStated(sent: ReportedPoint): Point {
  return toWgs84(sent, sent.datum ?? "wgs84");
}

function agreeingWith(cause: ShiftCause, pairs: readonly SentPair[]): number {
  return pairs.filter(
    ({ sent, known }) => metresBetween(asStated(withoutShift(sent, cause)), known) <= STREET_METRES,
  ).length;
}
