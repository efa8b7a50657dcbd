import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { stampLines } from "../../web/state/stamp.ts";
import { at } from "../support/calendar.ts";

const rule = { on: true, place: true, basis: "test" };
const stamp = {
  takenAt: at("2026-11-20 09:05"),
  cell: "东关社区第1网格",
  point: { lng: 118.832, lat: 35.582, source: "satellite" },
  confidential: false,
} as const;

describe("照片水印", () => {
  it("says when, whose cell, and where with its source", () => {
    expect(stampLines(stamp, rule)).toEqual([
      "2026-11-20 09:05",
      "东关社区第1网格",
      "118.83200, 35.58200（卫星定位）",
    ]);
  });

  it("says where it is in WGS-84, whatever the point was stated in", () => {
    const spot = { lng: 118.832, lat: 35.582 };
    const point = { ...fromWgs84(spot, "gcj02"), datum: "gcj02", source: "satellite" } as const;
    expect(stampLines({ ...stamp, point }, rule)).toEqual(stampLines(stamp, rule));
  });

  it("lets no pin set by hand pass for a satellite's", () => {
    const lines = stampLines({ ...stamp, point: { ...stamp.point, source: "hand" } }, rule);
    expect(lines.at(-1)).toBe("118.83200, 35.58200（图上手选）");
  });

  it("says nothing of the place on what is confidential, or where the county wants none", () => {
    expect(stampLines({ ...stamp, confidential: true }, rule)).toEqual(["2026-11-20 09:05"]);
    expect(stampLines(stamp, { ...rule, place: false })).toEqual(["2026-11-20 09:05"]);
  });

  it("is not there at all where it is switched off", () => {
    expect(stampLines(stamp, { ...rule, on: false })).toEqual([]);
  });
});
