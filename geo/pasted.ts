import type { Placer } from "./locate.ts";
import type { Datum, Point } from "./point.ts";

/** A pair of degrees somebody pasted into a line of text, in the order in which it stands there: first is taken for lng. */
export function pastedPoint(text: string): Point | null {
  const match = /(?<![\d.])(\d{1,3}\.\d{2,15})\s*[°]?\s*[,，、;；/\s]\s*(\d{1,3}\.\d{2,15})(?![\d.])/u.exec(
    text.normalize("NFKC"),
  );
  if (!match) return null;
  const [lng = 0, lat = 0] = match.slice(1).map(Number);
  return lng <= 180 && lat <= 180 ? { lng, lat } : null;
}

/** A way to read a pasted pair that puts it into a cell. */
export interface PastedReading {
  /** Longitude first, in `datum`. */
  readonly point: Point;
  readonly datum: Datum;
  /** They stood the other way round. */
  readonly swapped: boolean;
  readonly cell: string;
}

/** Both ways round, and both as a GPS tells it and as map services of the phone do. */
export function readingsOf(pasted: Point, locate: Placer): readonly PastedReading[] {
  const turned = { lng: pasted.lat, lat: pasted.lng };
  return [pasted, turned].flatMap((point, turn) =>
    (["wgs84", "gcj02"] as const).flatMap((datum) => {
      const placement = point.lat > 90 ? null : locate({ ...point, datum });
      if (placement?.kind !== "inside" && placement?.kind !== "near") return [];
      const { cell } = placement;
      return [{ point, datum, swapped: turn === 1, cell }];
    }),
  );
}
