import type { Placer } from "./locate.ts";
import { metresBetween } from "./near.ts";
import type { Datum, Point, ReportedPoint } from "./point.ts";

/** What is probably wrong with a point outside the county. */
export type Fault =
  /** Latitude stands before longitude. */
  | "swapped"
  /** Shifted coordinates of a map service that were given as GPS ones. */
  | "gcj02"
  | "bd09"
  /** 0, 0: a device that found nothing. */
  | "zero"
  /** Not in China at all: the sea, another country. */
  | "abroad"
  /** In China, but far from the county: another province. */
  | "far"
  /** Just beyond the border. */
  | "beside";

export interface Mend {
  readonly fault: Fault;
  /** Where it is if that is so, and in which cell: to accept with one tap. */
  readonly better: Better | null;
  /** How far from the county's middle. */
  readonly metres: number;
}

/** Faults that have a correction: stable words of the API and the command line. */
export type CorrectionKind = Extract<Fault, "swapped" | "gcj02" | "bd09">;

export interface Better {
  readonly kind: CorrectionKind;
  /** In WGS-84. */
  readonly point: Point;
  readonly cell: string;
  /** What should have been reported: the same figures, source and accuracy, read the right way. */
  readonly stated: ReportedPoint;
}

export type Mender = (reported: ReportedPoint) => Mend | null;

/** Looks at points that lie in no cell; null for one that does. `middle` is the county's. */
export function createMender(locate: Placer, middle: Point): Mender {
  const inCell = (kind: CorrectionKind, stated: ReportedPoint): Better | null => {
    const { lng, lat, datum = "wgs84" } = stated;
    // Its circle may touch further cells: whoever takes it is asked then
    const placement = locate({ lng, lat, datum });
    return placement.kind === "inside" || placement.kind === "near"
      ? { kind, point: placement.point, cell: placement.cell, stated }
      : null;
  };
  return function mend(reported) {
    // Without cells there is no county to lie outside of
    if (Number.isNaN(middle.lng)) return null;
    const { lng, lat, datum = "wgs84" } = reported;
    const isSwapped = lat > 90 || (lng < SWAPPED_BELOW && lat > SWAPPED_ABOVE);
    if (!isSwapped && locate(reported).kind !== "outside") return null;
    const metres = metresBetween({ lng, lat: Math.min(90, lat) }, middle);
    const swapped = inCell("swapped", { ...reported, lng: lat, lat: lng });
    if (swapped) return { fault: "swapped", better: swapped, metres };
    for (const other of SHIFTED) {
      const better =
        datum === "wgs84" || datum === "cgcs2000" ? inCell(other, { ...reported, datum: other }) : null;
      if (better) return { fault: other, better, metres };
    }
    return { fault: placeOf(lng, lat, metres), better: null, metres };
  };
}

const SHIFTED = ["gcj02", "bd09"] as const satisfies readonly Datum[];
/** In China every longitude is above 73 and every latitude below 54. */
const [SWAPPED_BELOW, SWAPPED_ABOVE] = [60, 70];
const FAR_METRES = 60_000;

function placeOf(lng: number, lat: number, metres: number): Fault {
  if (Math.abs(lng) < 0.01 && Math.abs(lat) < 0.01) return "zero";
  const isInChina = lng > 73 && lng < 135.1 && lat > 3.8 && lat < 53.6;
  if (!isInChina) return "abroad";
  return metres > FAR_METRES ? "far" : "beside";
}
