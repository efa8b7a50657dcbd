import { describe, expect, it } from "vitest";
import { directionOf, metresOf } from "../../server/importing/offsetWords.ts";

describe("the direction of an offset", () => {
  it.each([
    [490, 10, "东"],
    [300, 300, "东北"],
    [-5, 120, "北"],
    [-200, 210, "西北"],
    [-400, -3, "西"],
    [-400, -390, "西南"],
    [20, -300, "南"],
    [350, -330, "东南"],
  ])("%d m east and %d m north is %s", (east, north, direction) => {
    expect(directionOf({ east, north })).toBe(direction);
  });

  it("comes with whole metres", () => {
    expect(metresOf({ east: 300, north: -400.4 })).toBe(500);
  });
});
