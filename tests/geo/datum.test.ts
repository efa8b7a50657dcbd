import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWgs84, toWgs84 } from "../../geo/datum.ts";
import { metresBetween } from "../../geo/near.ts";

const inChina = fc.record({
  lng: fc.double({ min: 73.5, max: 135, noNaN: true }),
  lat: fc.double({ min: 3.9, max: 53.5, noNaN: true }),
});
const juxian = { lng: 118.832, lat: 35.582 };

describe("a point from a Chinese map service", () => {
  it("comes back from GCJ-02 to within a millimetre", () => {
    fc.assert(fc.property(inChina, (point) => missOf(point, "gcj02") < 0.001));
  });

  it("comes back from BD-09 to within a millimetre", () => {
    fc.assert(fc.property(inChina, (point) => missOf(point, "bd09") < 0.001));
  });

  it("is shifted by half a kilometre at 莒县 in GCJ-02", () => {
    const shift = metresBetween(juxian, fromWgs84(juxian, "gcj02"));
    expect(shift).toBeGreaterThan(485);
    expect(shift).toBeLessThan(505);
  });

  it("agrees with the published conversion of a known point", () => {
    // 天安门, as the public converters give it.
    const gcj02 = fromWgs84({ lng: 116.391_349, lat: 39.907_375 }, "gcj02");
    expect(gcj02.lng).toBeCloseTo(116.397_594, 4);
    expect(gcj02.lat).toBeCloseTo(39.908_777, 4);
    const bd09 = fromWgs84({ lng: 116.391_349, lat: 39.907_375 }, "bd09");
    expect(bd09.lng).toBeCloseTo(116.404, 2);
    expect(bd09.lat).toBeCloseTo(39.915, 2);
  });

  it("is left alone outside China", () => {
    const paris = { lng: 2.3522, lat: 48.8566 };
    expect(toWgs84(paris, "gcj02")).toEqual(paris);
  });
});

describe("a point from a GPS chip", () => {
  it("is WGS-84 already, and so is CGCS2000", () => {
    expect(toWgs84(juxian, "wgs84")).toEqual(juxian);
    expect(toWgs84(juxian, "cgcs2000")).toEqual(juxian);
  });

  it("carries only its coordinates on", () => {
    expect(toWgs84({ ...juxian, accuracy: 5 } as typeof juxian, "wgs84")).toEqual(juxian);
  });
});

function missOf(point: typeof juxian, datum: "gcj02" | "bd09"): number {
  return metresBetween(point, toWgs84(fromWgs84(point, datum), datum));
}
