import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "../../geo/cell.ts";
import { circleShare } from "../../geo/circle.ts";
import { degreeScale } from "../../geo/near.ts";

const centre = { lng: 118.83, lat: 35.58 };
const scale = degreeScale(centre.lat);
const at = (x: number, y: number) => [centre.lng + x / scale.lng, centre.lat + y / scale.lat] as const;
const square = (x: number, y: number, side: number): Area => [
  [[at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)]],
];

describe("the share of an area within a circle", () => {
  it("is a quarter of the circle in each of four squares that meet in its middle", () => {
    const { within, whole } = circleShare(square(0, 0, 1000), centre, [300]);
    expect(whole).toBeCloseTo(1_000_000, 0);
    expect(within[0]).toBeCloseTo((Math.PI * 300 * 300) / 4, 0);
  });

  it("is the whole area, the whole circle, or nothing", () => {
    expect(circleShare(square(-50, -50, 100), centre, [1000]).within[0]).toBeCloseTo(10_000, 1);
    expect(circleShare(square(-1000, -1000, 2000), centre, [300]).within[0]).toBeCloseTo(Math.PI * 90_000, 0);
    expect(circleShare(square(2000, 2000, 100), centre, [300]).within[0]).toBeCloseTo(0, 3);
  });

  it("leaves holes out", () => {
    const [[outline = []] = []] = square(-500, -500, 1000);
    const [[hole = []] = []] = square(-50, -50, 100);
    const { within, whole } = circleShare([[outline, hole]], centre, [300]);
    expect(whole).toBeCloseTo(990_000, 0);
    expect(within[0]).toBeCloseTo(Math.PI * 90_000 - 10_000, 0);
  });

  it("adds up: the two halves of any square have what the square has", () => {
    const metres = fc.integer({ min: -900, max: 900 });
    fc.assert(
      fc.property(metres, metres, fc.integer({ min: 1, max: 1200 }), (x, y, side) => {
        const half: Area = [[[at(x, y), at(x + side, y), at(x + side, y + side)]]];
        const other: Area = [[[at(x, y), at(x + side, y + side), at(x, y + side)]]];
        const shareOf = (area: Area) => circleShare(area, centre, [500]).within[0] ?? 0;
        expect(shareOf(half) + shareOf(other)).toBeCloseTo(shareOf(square(x, y, side)), 1);
      }),
    );
  });
});
