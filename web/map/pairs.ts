/** Points as they lie and where they should be, each pair joined by a line: what is wrong with a source is seen at once. */
import { metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import { type Box, pixelOf } from "./frame.ts";
import type { MapLayer } from "./layer.ts";

export interface MapPair {
  readonly was: Point;
  readonly known: Point;
  readonly title: string;
}

/** Told apart by form as well as by colour: the right place is a ring. */
export function pairLayer(pairs: readonly MapPair[]): MapLayer {
  return {
    id: "pairs",
    paint(frame) {
      const { context } = frame;
      const style = getComputedStyle(document.documentElement);
      const [wrong, right] = ["--lamp-red", "--lamp-green"].map((name) =>
        style.getPropertyValue(name).trim(),
      );
      for (const { was, known } of pairs) {
        const [from, to] = [pixelOf(was, frame), pixelOf(known, frame)];
        context.lineWidth = 1;
        context.strokeStyle = wrong ?? "";
        context.beginPath();
        context.moveTo(...from);
        context.lineTo(...to);
        context.stroke();
        context.fillStyle = wrong ?? "";
        context.beginPath();
        context.arc(...from, 4, 0, 2 * Math.PI);
        context.fill();
        context.lineWidth = 2.5;
        context.strokeStyle = right ?? "";
        context.beginPath();
        context.arc(...to, 6, 0, 2 * Math.PI);
        context.stroke();
      }
    },
    find({ point, reach }) {
      const pair = pairs.findLast(
        ({ was, known }) => metresBetween(was, point) <= reach || metresBetween(known, point) <= reach,
      );
      return pair ? { title: pair.title, at: pair.known } : null;
    },
  };
}

/** Room around the outermost point, in degrees. */
const ROOM = 0.006;
/** Points that are exchanged lie on the other side of the earth: the map shows where they belong. */
const FARTHEST = 1;

/** @returns null for no pairs. */
export function boxOfPairs(pairs: readonly MapPair[]): Box | null {
  const points = pairs.flatMap(({ was, known }) =>
    Math.abs(was.lng - known.lng) + Math.abs(was.lat - known.lat) > FARTHEST ? [known] : [was, known],
  );
  if (points.length === 0) return null;
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)];
  return {
    west: Math.min(...lngs) - ROOM,
    east: Math.max(...lngs) + ROOM,
    south: Math.min(...lats) - ROOM,
    north: Math.max(...lats) + ROOM,
  };
}
