import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../geo/cell.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { NOBODY, SEVERAL } from "../../geo/label.ts";
import { ownersIn } from "../../geo/reassign.ts";
import { UNITS_PER_DEGREE, toUnits } from "../../geo/units.ts";
import { SOUTH, STEP, WEST, box, cell, degrees, jitterOf, patchwork } from "./patchwork.ts";
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

describe("the index over cells whose corners lie on the lines of its raster", () => {
  /** The raster begins a unit outside of the county, and its squares are 4,096 units wide here, or fewer. */
  const LINE = 4096;
  const lines = 32;
  const random = jitterOf(15);
  const onLine = (line: number) => Math.max(0, line * LINE - 1);
  const cornerAt = (column: number, row: number) => {
    const isInner = column > 0 && row > 0 && column < 8 && row < 8;
    const moved = (line: number) => (isInner ? onLine(line + Math.round(random() * 1.4)) : onLine(line));
    const aside = isInner ? Math.round(random() * LINE) : 0;
    const [x, y] = [moved(column * 4), moved(row * 4)];
    return (column + row) % 2 === 0
      ? degrees(WEST + x, SOUTH + y + aside)
      : degrees(WEST + x + aside, SOUTH + y);
  };
  const corners = Array.from({ length: 81 }, (_, place) => cornerAt(place % 9, Math.floor(place / 9)));
  const cells = Array.from({ length: 64 }, (_, place) => {
    const first = Math.floor(place / 8) * 9 + (place % 8);
    return cell(
      place,
      [first, first + 1, first + 10, first + 9].map((at) => corners[at] ?? [0, 0]),
    );
  });

  it("agrees with testing every cell by hand on the lines and a unit beside them", () => {
    const owner = ownerIn(cells);
    const expectOwner = (x: number, y: number) =>
      expect([x, y, owner(x, y)]).toEqual([x, y, oneByHand(cells, x, y)]);
    for (let line = 0; line < lines; line += 1) {
      for (let other = 0.375; other < lines; other += 1) {
        for (const beside of [-1, 0, 1]) {
          const [across, along] = [onLine(line) + beside, onLine(other)];
          expectOwner(WEST + across, SOUTH + along);
          expectOwner(WEST + along, SOUTH + across);
        }
      }
    }
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

describe("many points at once", () => {
  const grid = buildGrid([cell(0, box(0, 0, 1, 1))], "v1");
  const at = (x: number, y: number) => [(WEST + x) / UNITS_PER_DEGREE, (SOUTH + y) / UNITS_PER_DEGREE];

  it("are rounded to the unit they are nearest to, at the rim of the county too", () => {
    const points = [at(-0.5, 5), at(-0.6, 5), at(-1.4, 5), at(5, -0.5), at(5, -0.6), at(STEP - 0.6, 5)];
    expect([...ownersIn(grid, Float64Array.from(points.flat()))]).toEqual([0, NOBODY, NOBODY, 0, NOBODY, 0]);
  });

  it("are nobody's when they are no points or on the other side of the earth", () => {
    const points = [
      Number.NaN,
      Number.NaN,
      Number.NaN,
      35.5,
      118.8,
      Number.NaN,
      Infinity,
      35.5,
      -61.2,
      -35.5,
    ];
    expect([...ownersIn(grid, Float64Array.from(points))]).toEqual(Array(5).fill(NOBODY));
  });
});

describe("the index as one array of numbers", () => {
  const cells = patchwork(SIZE, jitterOf(14));
  const { index } = buildGrid(cells, "v1");
  const [x, y] = [WEST + 3.3 * STEP, SOUTH + 2.7 * STEP];
  const owner = createFinder(index)(x, y);

  it("answers alike from the bytes of a file and from memory shared between threads", () => {
    const file = new Uint8Array(index.buffer, index.byteOffset, index.byteLength).slice();
    const shared = new Int32Array(new SharedArrayBuffer(index.byteLength));
    shared.set(index);
    expect(owner).toBeGreaterThanOrEqual(0);
    expect(createFinder(new Int32Array(file.buffer))(x, y)).toBe(owner);
    expect(createFinder(shared)(x, y)).toBe(owner);
  });

  it("is refused when it was written in another form", () => {
    expect(() => createFinder(index.map((value, place) => (place === 0 ? 1 : value)))).toThrow(
      "build it again",
    );
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
