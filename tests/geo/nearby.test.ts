import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNearby } from "../../geo/nearby.ts";

const point = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});
const close = fc.record({
  lng: fc.double({ min: 118.8, max: 118.84, noNaN: true }),
  lat: fc.double({ min: 35.5, max: 35.54, noNaN: true }),
});
const act = fc.record({ key: fc.nat(20).map(String), at: fc.option(fc.oneof(point, close)) });

describe("points in squares", () => {
  it("are found by a box as a plain scan finds them, whatever was put, moved and dropped", () => {
    fc.assert(
      fc.property(fc.array(act), fc.oneof(point, close), fc.oneof(point, close), (acts, a, b) => {
        const nearby = createNearby<string>();
        const plain = new Map<string, { readonly lng: number; readonly lat: number }>();
        for (const { key, at } of acts) {
          if (at === null) {
            nearby.drop(key);
            plain.delete(key);
          } else {
            nearby.put(key, at, key);
            plain.set(key, at);
          }
        }
        const box = {
          west: Math.min(a.lng, b.lng),
          east: Math.max(a.lng, b.lng),
          south: Math.min(a.lat, b.lat),
          north: Math.max(a.lat, b.lat),
        };
        const inside = [...plain].filter(
          ([, { lng, lat }]) => lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north,
        );
        expect(nearby.inBox(box).sort()).toEqual(inside.map(([key]) => key).sort());
        expect(nearby.size()).toBe(plain.size);
      }),
    );
  });

  it("answer also for a box as wide as the world, and for none at all", () => {
    const nearby = createNearby<string>();
    nearby.put("a", { lng: 118.8, lat: 35.5 }, "a");
    expect(nearby.inBox({ west: -Infinity, east: Infinity, south: -90, north: 90 })).toEqual(["a"]);
    expect(nearby.inBox({ west: NaN, east: 1, south: 0, north: 1 })).toEqual([]);
  });
});
