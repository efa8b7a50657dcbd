import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { metresBetween } from "../../geo/near.ts";
import { type PointPair, systematicOffset, withoutOffset } from "../../geo/offset.ts";
import type { Point } from "../../geo/point.ts";

const known: readonly Point[] = Array.from({ length: 12 }, (_, place) => ({
  lng: 118.7 + place * 0.02,
  lat: 35.45 + ((place * 7) % 12) * 0.03,
}));

function pairsBy(change: (point: Point, place: number) => Point): readonly PointPair[] {
  return known.map((point, place) => ({ known: point, given: change(point, place) }));
}

describe("points that are all off in the same way", () => {
  it.each(["gcj02", "bd09"] as const)("are recognised as %s and put right", (datum) => {
    const pairs = pairsBy((point) => fromWgs84(point, datum));
    const offset = systematicOffset(pairs);
    expect(offset?.datum).toBe(datum);
    for (const { given, known } of pairs) {
      expect(offset && metresBetween(withoutOffset(given, offset), known)).toBeLessThan(0.01);
    }
  });

  it("are moved back when no datum explains them", () => {
    const pairs = pairsBy(({ lng, lat }) => ({ lng, lat: lat + 0.003 }));
    const offset = systematicOffset(pairs);
    expect(offset).toMatchObject({ spread: expect.closeTo(0, 0) as number });
    expect(offset?.datum).toBeUndefined();
    expect(offset && withoutOffset({ lng: 118.8, lat: 35.503 }, offset).lat).toBeCloseTo(35.5, 4);
  });
});

describe("points without an offset in common", () => {
  it.each<[string, (point: Point, place: number) => Point]>([
    ["lie where they should", (point) => point],
    ["are off by some metres", ({ lng, lat }) => ({ lng: lng + 0.0003, lat })],
    [
      "scatter to all sides",
      ({ lng, lat }, place) => ({
        lng: lng + 0.01 * Math.sin(place * 2),
        lat: lat + 0.01 * Math.cos(place * 2),
      }),
    ],
  ])("which %s are left alone", (_, change) => {
    expect(systematicOffset(pairsBy(change))).toBeUndefined();
  });

  it("are not judged by a handful", () => {
    expect(systematicOffset(pairsBy((point) => fromWgs84(point, "gcj02")).slice(0, 4))).toBeUndefined();
  });
});
