import { describe, expect, it } from "vitest";
import { byDistance, moved, starred, withAll } from "../../web/state/dayRoute.ts";

describe("今日路线", () => {
  it("takes a task on and lets it go again", () => {
    expect(starred(["a"], "b")).toEqual(["a", "b"]);
    expect(starred(["a", "b"], "a")).toEqual(["b"]);
  });

  it("takes all on without doubling what is there", () => {
    expect(withAll(["b"], ["a", "b", "c"])).toEqual(["b", "a", "c"]);
  });

  it.each([
    ["b", -1, ["b", "a", "c"]],
    ["b", 1, ["a", "c", "b"]],
    ["a", -1, ["a", "b", "c"]],
    ["c", 1, ["a", "b", "c"]],
    ["z", 1, ["a", "b", "c"]],
  ] as const)("moves %s by %i", (id, by, route) => {
    expect(moved(["a", "b", "c"], id, by)).toEqual(route);
  });

  it("walks always to the nearest that is left, and last to what has no place", () => {
    const at = (id: string, lng: number | null) => ({ id, point: lng === null ? null : { lng, lat: 35 } });
    const stops = [at("nowhere", null), at("far", 118.9), at("near", 118.71), at("beyond", 118.95)];
    expect(byDistance(stops, { lng: 118.7, lat: 35 })).toEqual(["near", "far", "beyond", "nowhere"]);
    expect(byDistance(stops, { lng: 118.96, lat: 35 })).toEqual(["beyond", "far", "near", "nowhere"]);
  });
});
