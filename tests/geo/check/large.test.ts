import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../../geo/cell.ts";
import { binsOf, type UnitBox } from "../../../geo/check/bins.ts";
import { checkGrid } from "../../../geo/check/check.ts";
import type { DrawnCell } from "../../../geo/check/drawing.ts";

const options = { digits: 15, validFrom: "2026-01-01", datum: "cgcs2000" } as const;

function drawn(ring: readonly Position[], serial = 1): DrawnCell {
  const code = `371122001001${String(serial).padStart(3, "0")}`;
  return { code, hasCode: true, name: code, kind: "base", rings: [[ring]] };
}

/** A star with many corners: round, or with two of its corners exchanged so that it crosses itself. */
function star(corners: number, exchanged: readonly [number, number] | null): readonly Position[] {
  const open = Array.from({ length: corners }, (_, place): Position => {
    const angle = (2 * Math.PI * place) / corners;
    return [118.8 + 0.01 * Math.cos(angle), 35.5 + 0.01 * Math.sin(angle)];
  });
  if (exchanged) {
    const [a, b] = exchanged;
    [open[a], open[b]] = [open[b] ?? [0, 0], open[a] ?? [0, 0]];
  }
  return [...open, open[0] ?? [0, 0]];
}

const codes = (cells: readonly DrawnCell[]) =>
  checkGrid({ cells, faults: [], datum: "cgcs2000" }, options).faults.map(({ code }) => code);

describe("boxes in bins", () => {
  const box = fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), fc.nat(300), fc.nat(300))
    .map(([west, south, wide, high]): UnitBox => ({ west, south, east: west + wide, north: south + high }));

  it("are found at a spot exactly as by looking at all, in order", () => {
    fc.assert(
      fc.property(
        fc.array(box, { minLength: 1, maxLength: 60 }),
        fc.nat(1400),
        fc.nat(1400),
        (boxes, x, y) => {
          const slow = boxes.flatMap(({ west, south, east, north }, place) =>
            x >= west && x <= east && y >= south && y <= north ? [place] : [],
          );
          expect(binsOf(boxes).at(x, y)).toEqual(slow);
        },
      ),
    );
  });

  it("are found beside a box: each that touches it, none twice", () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 60 }), box, (boxes, one) => {
        const found = [...binsOf(boxes).beside(one)];
        expect(new Set(found).size).toBe(found.length);
        for (const [place, other] of boxes.entries()) {
          const apart =
            other.west > one.east ||
            other.east < one.west ||
            other.south > one.north ||
            other.north < one.south;
          if (!apart) expect(found).toContain(place);
        }
      }),
    );
  });

  it("may be none, or all one spot", () => {
    expect(binsOf([]).at(1, 1)).toEqual([]);
    const spot = { west: 5, south: 5, east: 5, north: 5 };
    expect(binsOf([spot, spot]).at(5, 5)).toEqual([0, 1]);
  });
});

describe("a drawing with many corners", () => {
  it("crosses itself wherever its corners are, however many there are", () => {
    expect(codes([drawn(star(500, null))])).not.toContain("selfCrossing");
    for (const exchanged of [
      [3, 4],
      [0, 499],
      [10, 400],
    ] as const)
      expect(codes([drawn(star(500, exchanged))]), exchanged.join()).toContain("selfCrossing");
  });

  // The labels of 999 cells in a row cancel each other, as those of an index do for nobody
  it.each([4, 500, 999])(
    "is told to overlap at most a thousand times, also where %i lie on one another",
    (count) => {
      const ring = star(20, null);
      const heap = Array.from({ length: count }, (_, place) => drawn(ring, place + 1));
      const overlaps = codes(heap).filter((code) => code === "overlap");
      expect(overlaps.length).toBeGreaterThan(0);
      expect(overlaps.length).toBeLessThanOrEqual(1000);
    },
  );

  it("is too much at a million, with how many there are, and nothing else is looked at", () => {
    const corner: Position = [118.8, 35.5];
    const checked = checkGrid(
      { cells: [drawn(Array.from({ length: 1_000_001 }, () => corner))], faults: [] },
      options,
    );
    expect(checked.cells).toEqual([]);
    expect(checked.faults).toEqual([
      { code: "tooDetailed", severity: "error", cells: [], value: "1000001", expected: "1000000" },
    ]);
  });
});
