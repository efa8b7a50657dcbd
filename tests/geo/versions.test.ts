import { describe, expect, it } from "vitest";
import { type Cell, cellsInForce, type Position } from "../../geo/cell.ts";
import { NOBODY } from "../../geo/label.ts";
import { buildGrid } from "../../geo/grid.ts";
import { countsIn, ownersIn } from "../../geo/reassign.ts";
import { cellsAfter, changeTo, versionDays, versionOn } from "../../geo/versions.ts";
import { box, cell } from "./patchwork.ts";

const west = cell(0, box(0, 0, 2, 2));
const east = cell(1, box(2, 0, 4, 2));
const northWest = cell(2, box(0, 1, 2, 2));
const southWest = cell(3, box(0, 0, 2, 1));
const day = "2026-07-01";

/** The west cell is split in two; the east one stays. */
const change = changeTo([east, northWest, southWest], [west, east], day);
const cells = cellsAfter([west, east], change);

describe("a cell that is split", () => {
  it("ends on the day its parts begin, and its neighbour goes on", () => {
    expect(change.kept).toEqual([east]);
    expect(change.ended).toEqual([{ ...west, validTo: day }]);
    expect(change.begun.map(({ code, validFrom }) => [code, validFrom])).toEqual([
      [northWest.code, day],
      [southWest.code, day],
    ]);
  });

  it("is in force on every day before, its parts on every day since", () => {
    expect(cellsInForce(cells, "2026-06-30").map(({ code }) => code)).toEqual([west.code, east.code]);
    expect(cellsInForce(cells, day).map(({ code }) => code)).toEqual([
      east.code,
      northWest.code,
      southWest.code,
    ]);
  });
});

describe("a cell whose border is redrawn under its old code", () => {
  it("lives twice, one life after the other", () => {
    const redrawn = { ...west, rings: [[box(0, 0, 3, 2)]] };
    const after = cellsAfter([west], changeTo([redrawn], [west], day));
    expect(after).toEqual([
      { ...west, validTo: day },
      { ...redrawn, validFrom: day },
    ]);
  });
});

describe("a cut that ends on the side of a neighbour", () => {
  const corner = (ring: Cell["rings"][number][number], at: number, added: Position) => [
    [...ring.slice(0, at), added, ...ring.slice(at)],
  ];
  const ring = box(2, 0, 4, 2);
  const [a = [0, 0], b = [0, 0]] = ring;
  const between = (share: number, beside: number): Position => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share + beside,
  ];
  const begun = (rings: Cell["rings"]) =>
    changeTo([west, { ...east, rings }], [west, east], day).begun.length;

  it("leaves the neighbour as it is: the new corner lies on its side, to the unit", () => {
    expect(begun([corner(ring, 1, between(0.3, 0))])).toBe(0);
    expect(begun([corner(ring, 1, between(0.3, 1e-7))])).toBe(0);
    expect(begun([corner(ring.toReversed(), ring.length - 1, between(0.5, 0))])).toBe(0);
  });

  it("changes it where the corner lies beside its side by more, or beyond its end", () => {
    expect(begun([corner(ring, 1, between(0.3, 3e-7))])).toBe(1);
    expect(begun([corner(ring, 1, between(1.3, 0))])).toBe(1);
  });

  it("changes it when a corner that bends the border is taken away", () => {
    const bent = { ...east, rings: [corner(ring, 1, between(0.5, 1e-5))] };
    expect(changeTo([west, east], [west, bent], day).begun).toHaveLength(1);
    expect(changeTo([west, bent], [west, bent], day).begun).toHaveLength(0);
  });
});

describe("a grid drawn again as it was", () => {
  it("changes nothing", () => {
    expect(changeTo([east, west], [west, east], day)).toMatchObject({ ended: [], begun: [] });
  });
});

describe("the versions of a grid", () => {
  it("begin on the days it changed", () => {
    expect(versionDays(cells)).toEqual(["2026-01-01", day]);
  });

  it.each([
    ["2025-12-31", undefined],
    ["2026-01-01", "2026-01-01"],
    ["2026-06-30", "2026-01-01"],
    ["2026-07-01", day],
  ])("on %s is %s", (on, version) => {
    expect(versionOn(cells, on)).toBe(version);
  });
});

describe("many points at once", () => {
  const degreesOf = (x: number, y: number) => box(x, y, x + 1, y + 1)[0] ?? [0, 0];
  const points = Float64Array.from(
    [degreesOf(1, 0), degreesOf(3, 1), degreesOf(1, 1), degreesOf(9, 9)].flat(),
  );

  it("get the cells of the version they are asked for", () => {
    const before = buildGrid(cellsInForce(cells, "2026-06-30"), "2026-01-01");
    const after = buildGrid(cellsInForce(cells, day), day);
    expect([...ownersIn(before, points)]).toEqual([0, 1, 0, NOBODY]);
    expect([...ownersIn(after, points)]).toEqual([2, 0, 1, NOBODY]);
  });

  it("are counted for each cell", () => {
    const before = buildGrid(cellsInForce(cells, "2026-06-30"), "2026-01-01");
    expect([...countsIn(before, points)]).toEqual([2, 1]);
  });
});
