import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CasePoint, packPoints, pointLamps, readPoints } from "../../server/domain/casePoints.ts";
import { clustersAt } from "../../web/map/clusters.ts";
import { worldOf } from "../../web/map/frame.ts";
import { countWithin, createField, type PointField, topmostAt } from "../../web/map/pointField.ts";

const point: fc.Arbitrary<CasePoint> = fc.record({
  lng: fc.integer({ min: 1_185_000_000, max: 1_191_000_000 }).map((units) => units / 1e7),
  lat: fc.integer({ min: 353_000_000, max: 360_000_000 }).map((units) => units / 1e7),
  lamp: fc.constantFrom(...pointLamps),
  itemCode: fc.constant("0101"),
  number: fc.constant("20260821-00042"),
});
const many = fc.array(point, { minLength: 1, maxLength: 80 });

function fieldOf(points: readonly CasePoint[]): PointField {
  const read = readPoints(packPoints(points).buffer);
  if (!read) throw new Error("The points cannot be read");
  return createField(read);
}

describe("a field of many points", () => {
  it("counts in a box what plain code counts", () => {
    const edge = fc.tuple(point, point);
    fc.assert(
      fc.property(many, edge, (points, [a, b]) => {
        const box = {
          west: Math.min(a.lng, b.lng),
          east: Math.max(a.lng, b.lng),
          south: Math.min(a.lat, b.lat),
          north: Math.max(a.lat, b.lat),
        };
        const inside = points.filter(
          ({ lng, lat }) => lng > box.west && lng < box.east && lat > box.south && lat < box.north,
        );
        const onEdge = points.filter(
          ({ lng, lat }) => lng === box.west || lng === box.east || lat === box.south || lat === box.north,
        );
        const counted = countWithin(fieldOf(points), box);
        expect(counted).toBeGreaterThanOrEqual(inside.length);
        expect(counted).toBeLessThanOrEqual(inside.length + onEdge.length);
      }),
    );
  });

  it("finds under the pointer the most urgent of those that lie there", () => {
    fc.assert(
      fc.property(many, fc.nat(), (points, pick) => {
        const field = fieldOf(points);
        const aim = points[pick % points.length] ?? { lng: 0, lat: 0 };
        const reach = 0.00002;
        const [x, y] = worldOf(aim);
        const near = points.filter((one) => {
          const [ox, oy] = worldOf(one);
          return Math.hypot(ox - x, oy - y) <= reach * 0.999;
        });
        const { place, others } = topmostAt(field, [x, y], reach);
        const rank = (one: CasePoint) => pointLamps.indexOf(one.lamp);
        expect(field.lamp[place]).toBeGreaterThanOrEqual(Math.max(...near.map(rank)));
        expect(others + 1).toBeGreaterThanOrEqual(near.length);
      }),
    );
  });

  it("finds nothing where nothing is", () => {
    const field = fieldOf([{ lng: 118.8, lat: 35.5, lamp: "red", itemCode: null, number: "20260821-00042" }]);
    expect(topmostAt(field, worldOf({ lng: 118.9, lat: 35.5 }), 0.001).place).toBe(-1);
  });
});

describe("clusters", () => {
  it("lose nobody at any zoom, and keep each lamp's number", () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 5, max: 16 }), (points, zoom) => {
        const clusters = clustersAt(fieldOf(points), zoom);
        const sums = pointLamps.map((_, lamp) =>
          clusters.reduce((sum, { lamps }) => sum + (lamps[lamp] ?? 0), 0),
        );
        expect(sums).toEqual(pointLamps.map((lamp) => points.filter((one) => one.lamp === lamp).length));
        for (const { count, lamps } of clusters) expect(lamps.reduce((a, b) => a + b, 0)).toBe(count);
      }),
    );
  });

  it("are fewer from afar than from near", () => {
    const apart = Array.from({ length: 40 }, (_, at): CasePoint => {
      return { lng: 118.6 + at * 0.01, lat: 35.6, lamp: null, itemCode: null, number: "20260821-00042" };
    });
    const field = fieldOf(apart);
    expect(clustersAt(field, 9).length).toBeLessThan(clustersAt(field, 13).length);
    expect(clustersAt(field, 15)).toHaveLength(40);
  });
});
