/** A few dozen places, each with its lamp. */
import { metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type { Lamp } from "../../server/domain/clock.ts";
import { pixelOf } from "./frame.ts";
import type { MapLayer } from "./layer.ts";

export interface Pin {
  readonly id: string;
  readonly point: Point;
  readonly lamp: Lamp | null;
  readonly title: string;
}

const RANK = { green: 0, amber: 1, red: 2, severe: 3 } as const;

/** Late ones last, so that they lie on top. */
export function pinLayer(pins: readonly Pin[], open: (id: string) => void): MapLayer {
  const sorted = [...pins].sort((a, b) => rankOf(a) - rankOf(b));
  return {
    id: "pins",
    paint(frame) {
      const style = getComputedStyle(document.documentElement);
      const read = (name: string) => style.getPropertyValue(name).trim();
      const { context } = frame;
      for (const { point, lamp } of sorted) {
        context.beginPath();
        context.arc(...pixelOf(point, frame), lamp === "red" || lamp === "severe" ? 7 : 5.5, 0, 2 * Math.PI);
        context.fillStyle = read(lamp === "amber" ? "--pin-amber" : `--lamp-${lamp ?? "grey"}`);
        context.fill();
        context.lineWidth = 1.5;
        context.strokeStyle = "#fff";
        context.stroke();
      }
    },
    find({ point, reach }) {
      const pin = sorted.findLast((pin) => metresBetween(pin.point, point) <= reach);
      return pin ? { title: pin.title, at: pin.point, open: () => open(pin.id) } : null;
    },
  };
}

function rankOf({ lamp }: Pin): number {
  return lamp === null ? -1 : RANK[lamp];
}
