import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { degreeScale, metresBetween } from "../../geo/near.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import { asStated, shiftOf, withoutShift } from "../../geo/shift.ts";

/** Things of a county, each some hundred metres from the next. */
const known: readonly Point[] = Array.from({ length: 12 }, (_, index) => ({
  lng: 118.8 + (index % 4) * 0.01,
  lat: 35.55 + Math.floor(index / 4) * 0.012,
}));
const pairsOf = (sent: (spot: Point, index: number) => ReportedPoint) =>
  known.map((spot, index) => ({ known: spot, sent: sent(spot, index) }));
const scale = degreeScale(35.57);

describe("what the points of a source have in common", () => {
  it.each(["gcj02", "bd09"] as const)("is the datum they are really in: %s said to be WGS-84", (datum) => {
    const shift = shiftOf(pairsOf((spot) => fromWgs84(spot, datum)));
    expect(shift).toMatchObject({ cause: { kind: "datum", datum }, pairs: 12, agreeing: 12 });
  });

  it("is WGS-84 that was said to be GCJ-02, and BD-09 said to be GCJ-02", () => {
    expect(shiftOf(pairsOf((spot) => ({ ...spot, datum: "gcj02" })))?.cause).toEqual({
      kind: "datum",
      datum: "wgs84",
    });
    expect(shiftOf(pairsOf((spot) => ({ ...fromWgs84(spot, "bd09"), datum: "gcj02" })))?.cause).toEqual({
      kind: "datum",
      datum: "bd09",
    });
  });

  it("is so many metres where no datum explains it", () => {
    const off = (spot: Point) => ({ lng: spot.lng - 240 / scale.lng, lat: spot.lat + 180 / scale.lat });
    const cause = shiftOf(pairsOf(off))?.cause;
    expect(cause?.kind).toBe("constant");
    if (cause?.kind !== "constant") return;
    expect(cause.east).toBeCloseTo(-240, -1);
    expect(cause.north).toBeCloseTo(180, -1);
  });

  it("is nothing where they agree, scatter, are few, or where only half are off", () => {
    expect(shiftOf(pairsOf((spot) => spot))).toBeUndefined();
    const scattered = pairsOf((spot, index) => ({
      lng: spot.lng + index * 0.004,
      lat: spot.lat - index * 0.003,
    }));
    expect(shiftOf(scattered)).toBeUndefined();
    expect(shiftOf(pairsOf((spot) => fromWgs84(spot, "gcj02")).slice(0, 4))).toBeUndefined();
    expect(
      shiftOf(pairsOf((spot, index) => (index % 2 === 0 ? spot : fromWgs84(spot, "gcj02")))),
    ).toBeUndefined();
  });
});

describe("a point without the shift", () => {
  const spot = { lng: 118.83, lat: 35.58 };

  it("is what was sent, read in the right datum: source and accuracy stay", () => {
    const sent = { ...fromWgs84(spot, "gcj02"), accuracy: 25, source: "import" } as const;
    const right = withoutShift(sent, { kind: "datum", datum: "gcj02" });
    expect(right).toEqual({ ...sent, datum: "gcj02" });
    expect(metresBetween(asStated(right), spot)).toBeLessThan(0.001);
  });

  it("has longitude and latitude in their places", () => {
    expect(withoutShift({ lng: 35.58, lat: 118.83 }, { kind: "swapped" })).toEqual(spot);
  });

  it("is moved back by the metres it was off", () => {
    const sent = { lng: spot.lng + 300 / scale.lng, lat: spot.lat };
    const right = withoutShift(sent, { kind: "constant", east: 300, north: 0 });
    expect(metresBetween(right, spot)).toBeLessThan(0.2);
  });
});
