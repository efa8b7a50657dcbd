import { describe, expect, it } from "vitest";
import { type Atlas, cellsOf, outlineOf } from "../../geo/atlas.ts";

/** Two squares side by side (one per community), and a third township in the middle of a fourth. */
const atlas: Atlas = {
  unitsPerDegree: 10,
  arcs: [
    [0, 0, 10, 0],
    [10, 0, 0, 10],
    [10, 10, -10, 0, 0, -10],
    [10, 0, 10, 0, 0, 10, -10, 0],
    [50, 0, 30, 0, 0, 30, -30, 0, 0, -30],
    [60, 10, 10, 0, 0, 10, -10, 0, 0, -10],
  ],
  cells: [cell("371122001001001", [0, 1, 2]), cell("371122001002001", [3, -2]), cell("371122003001001", [5])],
};

describe("a county drawn with shared border lines", () => {
  it("gives both neighbours the very same border", () => {
    const [west, east] = cellsOf(atlas);
    expect(west?.rings).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    ]);
    expect(east?.rings).toEqual([
      [
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
        ],
      ],
    ]);
  });

  it("reads the township and the community out of the code", () => {
    expect(cellsOf(atlas)[1]).toMatchObject({ townshipCode: "371122001", communityCode: "371122001002" });
  });

  it("draws a township without the borders inside it", () => {
    expect(outlineOf(atlas, "371122001")).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
          [0, 1],
        ],
      ],
    ]);
  });

  it("draws each part of an area in several parts", () => {
    expect(outlineOf(atlas, "371122")).toHaveLength(2);
  });

  it("draws a hole behind the ring around it", () => {
    const ring = { ...atlas, cells: [cell("371122002001001", [4, -6])] };
    const [part, ...others] = outlineOf(ring, "371122002");
    expect(part?.map((line) => line.length)).toEqual([4, 4]);
    expect(others).toEqual([]);
  });

  it("draws nothing for a code nobody has", () => {
    expect(outlineOf(atlas, "371199")).toEqual([]);
  });
});

function cell(code: string, arcs: readonly number[]): Atlas["cells"][number] {
  return { code, name: code, kind: "base", validFrom: "2024-01-01", arcs };
}
