import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../geo/cell.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { NOBODY, SEVERAL } from "../../geo/label.ts";
import { toUnits } from "../../geo/units.ts";
import { SOUTH, STEP, WEST, box, cell, jitterOf, patchwork } from "./patchwork.ts";
import { ownersByHand } from "./reference.ts";

const SIZE = 7;
const seeds = fc.integer({ min: 1, max: 2 ** 31 });
const steps = fc.integer({ min: -STEP, max: (SIZE + 1) * STEP });

describe("the index over a county that its cells tile", () => {
  it("agrees with testing every cell by hand, inside and outside", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.array(fc.tuple(steps, steps), { minLength: 40, maxLength: 40 }),
        (seed, points) => {
          const cells = patchwork(SIZE, jitterOf(seed));
          const owner = ownerIn(cells);
          for (const [x, y] of points) {
            expect(owner(WEST + x, SOUTH + y)).toEqual(oneByHand(cells, WEST + x, SOUTH + y));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives every corner exactly one owner, except on the upper and right rim", () => {
    const cells = patchwork(SIZE, jitterOf(11));
    const owner = ownerIn(cells);
    for (const [x, y] of cornersOf(cells)) {
      const onRim = x === WEST + SIZE * STEP || y === SOUTH + SIZE * STEP;
      expect(ownersByHand(cells, x, y)).toHaveLength(onRim ? 0 : 1);
      expect(owner(x, y)).toEqual(oneByHand(cells, x, y));
    }
  });

  it("gives every middle of a border exactly one owner", () => {
    // Corners on even numbers, so that the middles are whole numbers lying exactly on the border.
    const even = jitterOf(12);
    const cells = patchwork(SIZE, () => (Math.round(even() * 100) * 2) / (STEP * 0.45));
    const owner = ownerIn(cells);
    for (const [x, y] of middlesOf(cells)) {
      expect(owner(x, y)).toEqual(oneByHand(cells, x, y));
      if (x < WEST + SIZE * STEP && y < SOUTH + SIZE * STEP) expect(owner(x, y)).not.toBe(NOBODY);
    }
  });

  it("does not depend on the order of the cells on a border", () => {
    const cells = patchwork(SIZE, jitterOf(13));
    const turned = cells.toReversed();
    const owner = ownerIn(cells);
    const other = ownerIn(turned);
    for (const [x, y] of cornersOf(cells)) expect(other(x, y)).toEqual(owner(x, y));
  });
});

describe("the index over imperfect cells", () => {
  it("reports a gap as nobody's", () => {
    const cells = patchwork(SIZE, () => 0).toSpliced(24, 1);
    expect(ownerIn(cells)(WEST + 3.5 * STEP, SOUTH + 3.5 * STEP)).toBe(NOBODY);
  });

  it("reports two and three cells lying on one another as several", () => {
    const cells = [cell(0, box(0, 0, 3, 3)), cell(1, box(1, 1, 4, 4)), cell(2, box(2, 2, 5, 5))];
    const owner = ownerIn(cells);
    expect(owner(WEST + 0.5 * STEP, SOUTH + 0.5 * STEP)).toBe("371122001001001");
    expect(owner(WEST + 1.5 * STEP, SOUTH + 1.5 * STEP)).toBe(SEVERAL);
    expect(owner(WEST + 2.5 * STEP, SOUTH + 2.5 * STEP)).toBe(SEVERAL);
    expect(owner(WEST + 3.5 * STEP, SOUTH + 1.5 * STEP)).toBe("371122001001002");
  });

  it("takes the same area drawn twice as several, not as nobody's", () => {
    const owner = ownerIn([cell(0, box(0, 0, 3, 3)), cell(1, box(0, 0, 3, 3))]);
    expect(owner(WEST + STEP, SOUTH + STEP)).toBe(SEVERAL);
  });

  it("leaves a hole to the cell that fills it", () => {
    const outer: Cell = { ...cell(0, []), rings: [[box(0, 0, 6, 6), box(2, 2, 4, 4)]] };
    const owner = ownerIn([outer, cell(1, box(2, 2, 4, 4))]);
    expect(owner(WEST + 3 * STEP, SOUTH + 3 * STEP)).toBe("371122001001002");
    expect(owner(WEST + 5 * STEP, SOUTH + 3 * STEP)).toBe("371122001001001");
  });

  it("counts every part of a cell in several parts", () => {
    const split: Cell = { ...cell(0, []), rings: [[box(0, 0, 1, 1)], [box(5, 5, 6, 6)]] };
    const owner = ownerIn([split]);
    expect(owner(WEST + 0.5 * STEP, SOUTH + 0.5 * STEP)).toBe("371122001001001");
    expect(owner(WEST + 5.5 * STEP, SOUTH + 5.5 * STEP)).toBe("371122001001001");
    expect(owner(WEST + 3 * STEP, SOUTH + 3 * STEP)).toBe(NOBODY);
  });

  it("answers nobody when there are no cells at all", () => {
    expect(ownerIn([])(WEST, SOUTH)).toBe(NOBODY);
  });

  it("tells cells past the 65,535th apart", () => {
    const columns = 300;
    const many = Array.from({ length: 70_000 }, (_, serial) => {
      const [x, y] = [(serial % columns) / 100, Math.floor(serial / columns) / 100];
      return { ...cell(serial, box(x, y, x + 0.01, y + 0.01)), code: String(serial) };
    });
    const owner = ownerIn(many);
    for (const serial of [0, 299, 300, 65_534, 65_535, 65_536, 69_999]) {
      const [x, y] = [(serial % columns) / 100, Math.floor(serial / columns) / 100];
      expect(owner(WEST + (x + 0.005) * STEP, SOUTH + (y + 0.005) * STEP)).toBe(String(serial));
    }
  });

  it("refuses more cells than labels exist", () => {
    const many = Array.from({ length: 131_072 }, (_, serial) => cell(serial, box(0, 0, 1, 1)));
    expect(() => buildGrid(many, "v1")).toThrow("at most 131071");
  });
});

/** The code of the only owner, or NOBODY or SEVERAL. */
function ownerIn(cells: readonly Cell[]): (x: number, y: number) => string | number {
  const find = createFinder(buildGrid(cells, "v1").index);
  return (x, y) => {
    const owner = find(x, y);
    return owner < 0 ? owner : (cells[owner]?.code ?? "no such cell");
  };
}

function oneByHand(cells: readonly Cell[], x: number, y: number): string | number {
  const owners = ownersByHand(cells, x, y);
  return owners.length > 1 ? SEVERAL : (owners[0] ?? NOBODY);
}

function cornersOf(cells: readonly Cell[]): readonly (readonly [number, number])[] {
  return cells.flatMap((cell) =>
    cell.rings.flat(2).map(([lng, lat]) => [toUnits(lng), toUnits(lat)] as const),
  );
}

function middlesOf(cells: readonly Cell[]): readonly (readonly [number, number])[] {
  return cells.flatMap((cell) => {
    const corners = cornersOf([cell]);
    return corners.map(([x, y], place) => {
      const [nextX, nextY] = corners[(place + 1) % corners.length] ?? [x, y];
      return [(x + nextX) / 2, (y + nextY) / 2] as const;
    });
  });
}
