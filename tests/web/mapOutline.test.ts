import { describe, expect, it } from "vitest";
import type { Cell } from "../../geo/cell.ts";
import { weaveAtlas } from "../../geo/weave.ts";
import { outlineOfCounty } from "../../web/map/outline.ts";

/** A square of a hundredth of a degree beside others. */
function square(township: string, serial: number, [column, row]: readonly [number, number]): Cell {
  const [west, south] = [118 + column / 100, 35 + row / 100];
  const [east, north] = [west + 0.01, south + 0.01];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  const code = `${township}001${String(serial).padStart(3, "0")}`;
  return {
    code,
    name: code,
    kind: "base",
    townshipCode: township,
    communityCode: code.slice(0, 12),
    validFrom: "2026-01-01",
    rings: [[ring]],
  };
}

const [east, west] = ["371122102", "371122101"];

describe("the county as a small drawing", () => {
  it("draws a township of several cells as one outline without the borders inside", () => {
    const cells = [
      square(west, 1, [0, 0]),
      square(west, 2, [0, 1]),
      square(east, 1, [1, 0]),
      square(east, 2, [1, 1]),
    ];
    const outline = outlineOfCounty(weaveAtlas(cells));
    expect(outline?.townships.map(({ code }) => code).toSorted()).toEqual([west, east]);
    for (const { path } of outline?.townships ?? []) expect(path.match(/M/g)).toHaveLength(1);
  });

  it("is a thousand wide, north up, and puts the number inside its township", () => {
    const outline = outlineOfCounty(weaveAtlas([square(west, 1, [0, 0]), square(east, 1, [1, 1])]));
    expect(outline?.width).toBe(1000);
    // Two squares across and two up: a degree of latitude is longer on this map by 1 / cos 35°.
    expect(outline?.height).toBeGreaterThan(1200);
    expect(outline?.height).toBeLessThan(1240);
    const middle = (code: string) => outline?.townships.find((row) => row.code === code)?.middle ?? [0, 0];
    expect(middle(west)[0]).toBe(250);
    expect(middle(east)[0]).toBe(750);
    expect(middle(east)[1]).toBeLessThan(middle(west)[1]);
  });

  it("is nothing where there are no cells", () => {
    expect(outlineOfCounty(weaveAtlas([]))).toBeNull();
  });
});
