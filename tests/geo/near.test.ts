import { describe, expect, it } from "vitest";
import { metresBetween } from "../../geo/near.ts";

describe("the distance between two points", () => {
  // Geodesics on the WGS-84 ellipsoid (Vincenty), rounded to a metre.
  it.each([
    ["one degree north at 莒县", { lng: 118.8, lat: 35 }, { lng: 118.8, lat: 36 }, 110_948],
    ["one degree east at 莒县", { lng: 118, lat: 35.6 }, { lng: 119, lat: 35.6 }, 90_608],
    ["nowhere", { lng: 118.8, lat: 35.6 }, { lng: 118.8, lat: 35.6 }, 0],
  ])("is right to a thousandth: %s", (_, a, b, metres) => {
    expect(Math.abs(metresBetween(a, b) - metres)).toBeLessThanOrEqual(metres / 1000);
  });

  it("is the same both ways", () => {
    const a = { lng: 118.61, lat: 35.4 };
    const b = { lng: 119.02, lat: 36.01 };
    expect(metresBetween(a, b)).toBe(metresBetween(b, a));
  });
});
