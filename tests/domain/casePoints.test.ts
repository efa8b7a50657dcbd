import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CasePoint, packPoints, pointLamps, readPoints } from "../../server/domain/casePoints.ts";

const two = (value: number) => String(value).padStart(2, "0");
const number = fc
  .tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 0, max: 99_999 }),
  )
  .map(([year, month, day, serial]) => `${year}${two(month)}${two(day)}-${String(serial).padStart(5, "0")}`);
const point: fc.Arbitrary<CasePoint> = fc.record({
  lng: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((units) => units / 1e7),
  lat: fc.integer({ min: -900_000_000, max: 900_000_000 }).map((units) => units / 1e7),
  lamp: fc.constantFrom(...pointLamps),
  itemCode: fc.constantFrom(null, "0101", "0203", "其他"),
  number,
});

describe("cases packed for the map", () => {
  it("come out as they went in, fifteen bytes each", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const read = readPoints(packPoints(points).buffer);
        const again = Array.from({ length: read?.count ?? -1 }, (_, place) => ({
          lng: (read?.lng[place] ?? 0) / 1e7,
          lat: (read?.lat[place] ?? 0) / 1e7,
          lamp: pointLamps[read?.lamp[place] ?? 0],
          itemCode: read?.itemAt(place),
          number: read?.numberAt(place),
        }));
        expect(again).toEqual(points);
      }),
    );
    const one = { lng: 118.83, lat: 35.58, lamp: "red", itemCode: null, number: "20260821-00042" } as const;
    const size = (count: number) => packPoints(Array.from({ length: count }, () => one)).length;
    expect(size(1001) - size(1000)).toBe(15);
  });

  it("are nothing when the download was cut short or is something else", () => {
    const whole = packPoints([
      { lng: 1, lat: 2, lamp: null, itemCode: "0101", number: "20260821-00042" },
    ]).buffer;
    expect(readPoints(whole)?.count).toBe(1);
    expect(readPoints(whole.slice(0, whole.byteLength - 1))).toBeNull();
    expect(readPoints(new ArrayBuffer(64))).toBeNull();
    expect(readPoints(new ArrayBuffer(3))).toBeNull();
  });
});
