import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, pixelOf, placeOf, worldOf } from "../../web/map/frame.ts";
import { createRoom } from "../../web/map/room.ts";

const corner = fc.integer({ min: -300, max: 900 });
const size = fc.integer({ min: 1, max: 260 });
const rectangle = fc
  .tuple(corner, corner, size, size)
  .map(([x, y, width, height]) => [x, y, x + width, y + height] as const);

describe("room for names on the map", () => {
  it("is never given twice, and never refused where it is free", () => {
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 40 }), (wanted) => {
        const room = createRoom();
        const given: (typeof wanted)[number][] = [];
        for (const place of wanted) {
          const isFree = given.every(
            (other) =>
              place[2] <= other[0] || other[2] <= place[0] || place[3] <= other[1] || other[3] <= place[1],
          );
          expect(room.take(place)).toBe(isFree);
          if (isFree) given.push(place);
        }
      }),
    );
  });
});

describe("places and pixels", () => {
  const anywhere = fc.record({
    lng: fc.double({ min: 73, max: 135, noNaN: true }),
    lat: fc.double({ min: 18, max: 54, noNaN: true }),
  });

  it("invert each other", () => {
    fc.assert(
      fc.property(anywhere, (point) => {
        const again = placeOf(worldOf(point));
        expect(again.lng).toBeCloseTo(point.lng, 9);
        expect(again.lat).toBeCloseTo(point.lat, 9);
      }),
    );
  });

  it("agree on what a frame shows: its corners are the corners of its box", () => {
    const frame = { zoom: 12.5, left: 1_200_000, top: 580_000, width: 900, height: 500 };
    const { west, north, east, south } = boxOf(frame);
    const [left, top] = pixelOf({ lng: west, lat: north }, frame);
    const [right, bottom] = pixelOf({ lng: east, lat: south }, frame);
    for (const [got, expected] of [
      [left, 0],
      [top, 0],
      [right, 900],
      [bottom, 500],
    ] as const)
      expect(got).toBeCloseTo(expected, 5);
  });
});
