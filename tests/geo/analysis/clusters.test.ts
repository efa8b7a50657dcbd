import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALONE, clustersOf } from "../../../geo/analysis/clusters.ts";
import { degreeScale } from "../../../geo/near.ts";
import type { Point } from "../../../geo/point.ts";

const scale = degreeScale(35.5);
const at = (east: number, north: number): Point => ({
  lng: 118.8 + east / scale.lng,
  lat: 35.5 + north / scale.lat,
});

describe("points that lie close together", () => {
  it("are one cluster, and points far from others are alone", () => {
    const points = [at(0, 0), at(30, 0), at(60, 10), at(500, 500), at(1000, 0), at(1020, 0), at(1040, 0)];
    expect([...clustersOf(points, { metres: 40, fewest: 2 })]).toEqual([0, 0, 0, ALONE, 1, 1, 1]);
  });

  it("need company to be one", () => {
    expect([...clustersOf([at(0, 0), at(10, 0)], { metres: 40, fewest: 3 })]).toEqual([ALONE, ALONE]);
    expect([...clustersOf([], { metres: 40, fewest: 3 })]).toEqual([]);
  });
});

describe("any points", () => {
  const spot = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));

  it("share a cluster with every near point of which one has enough company", () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 60 }), (spots) => {
        const clusters = clustersOf(
          spots.map(([east, north]) => at(east, north)),
          { metres: 50.5, fewest: 3 },
        );
        const near = spots.map(([x, y]) =>
          spots.flatMap(([u, v], place) => (Math.hypot(u - x, v - y) <= 50.5 ? [place] : [])),
        );
        for (const [place, company] of near.entries()) {
          if (company.length >= 3) expect(clusters[place]).not.toBe(ALONE);
          const middles = company.filter((other) => (near[other]?.length ?? 0) >= 3);
          if (company.length >= 3) expect(new Set(middles.map((other) => clusters[other])).size).toBe(1);
          if (middles.length === 0) expect(clusters[place]).toBe(ALONE);
        }
      }),
    );
  });
});
