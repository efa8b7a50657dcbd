import { describe, expect, it } from "vitest";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { cellsOf } from "../../geo/atlas.ts";
import type { Cell } from "../../geo/cell.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { levelsOf, weaveAtlas } from "../../geo/weave.ts";
import { toUnits } from "../../geo/units.ts";
import { pointsOver, randomOf } from "../bench/mesh.ts";

const demo = loadCounty();

function square(code: string, [west, south, east, north]: readonly [number, number, number, number]): Cell {
  return squareWith(code, [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}

function squareWith(code: string, ring: Cell["rings"][number][number]): Cell {
  const [townshipCode, communityCode] = [code.slice(0, 9), code.slice(0, 12)];
  return {
    code,
    name: code,
    townshipCode,
    communityCode,
    kind: "base",
    validFrom: "2024-01-01",
    rings: [[ring]],
  };
}

/** Whose ground it is, asked of the cells themselves. */
function ownersOf(cells: readonly Cell[]): (x: number, y: number) => string {
  const find = createFinder(buildGrid(cells, "test").index);
  return (x, y) => cells[find(x, y)]?.code ?? "";
}

describe("a county woven into lines", () => {
  const atlas = weaveAtlas(demo.cells);

  it("draws what two cells share once", () => {
    const uses = atlas.arcs.map(() => 0);
    for (const { arcs } of atlas.cells)
      for (const arc of arcs) uses[arc < 0 ? -1 - arc : arc] = (uses[arc < 0 ? -1 - arc : arc] ?? 0) + 1;
    expect(new Set(uses)).toEqual(new Set([1, 2]));
    expect(uses.filter((use) => use === 2).length).toBeGreaterThan(uses.length / 2);
  });

  it("comes apart into cells that hold the same points", () => {
    const again = cellsOf(atlas);
    const [before, after] = [ownersOf(demo.cells), ownersOf(again)];
    const spots = Array.from(pointsOver(20_000, randomOf(7)), toUnits);
    const wrong = spots.filter((x, at) => {
      const y = spots[at + 1] ?? 0;
      return at % 2 === 0 && before(x, y) !== after(x, y);
    });
    expect(wrong).toEqual([]);
    expect(
      spots.filter((x, at) => at % 2 === 0 && before(x, spots[at + 1] ?? 0) !== "").length,
    ).toBeGreaterThan(1000);
  });

  it("says of each line what it divides: the rim goes round the county", () => {
    const levels = levelsOf(atlas, ownersOf(demo.cells));
    const owners = new Map<number, string[]>();
    for (const { code, arcs } of atlas.cells)
      for (const arc of arcs)
        owners.set(arc < 0 ? -1 - arc : arc, [...(owners.get(arc < 0 ? -1 - arc : arc) ?? []), code]);
    const expected = atlas.arcs.map((_, index) => {
      const [one = "", other] = owners.get(index) ?? [];
      if (other === undefined) return "rim";
      if (one.slice(0, 9) !== other.slice(0, 9)) return "township";
      return one.slice(0, 12) === other.slice(0, 12) ? "cell" : "community";
    });
    expect(levels).toEqual(expected);
    expect(new Set(levels).size).toBe(4);
  });
});

describe("cells with different corners on one border", () => {
  const wide = square("371122001001001", [118, 35, 118.1, 35.1]);
  const [low, high] = [
    square("371122001001002", [118.1, 35, 118.2, 35.05]),
    square("371122002001001", [118.1, 35.05, 118.2, 35.1]),
  ];
  const cells = [wide, low, high];

  it("are no rim where somebody lies beyond", () => {
    const atlas = weaveAtlas(cells);
    const levels = levelsOf(atlas, ownersOf(cells));
    const east = atlas.cells[0]?.arcs.map((arc) => levels[arc < 0 ? -1 - arc : arc]);
    expect(east).toContain("township");
    expect(atlas.cells.flatMap(({ arcs }) => arcs.map((arc) => levels[arc < 0 ? -1 - arc : arc]))).toContain(
      "cell",
    );
  });

  it("keep a hole and an island whole", () => {
    const ringed: Cell = {
      ...wide,
      rings: [
        [
          [
            [118, 35],
            [118.1, 35],
            [118.1, 35.1],
            [118, 35.1],
          ],
          [
            [118.04, 35.04],
            [118.04, 35.06],
            [118.06, 35.06],
            [118.06, 35.04],
          ],
        ],
      ],
    };
    const pond = square("371122001001009", [118.04, 35.04, 118.06, 35.06]);
    const again = ownersOf(cellsOf(weaveAtlas([ringed, pond])));
    expect([again(1_180_100_000, 350_100_000), again(1_180_500_000, 350_500_000)]).toEqual([
      ringed.code,
      pond.code,
    ]);
  });
});
