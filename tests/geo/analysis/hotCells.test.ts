import { describe, expect, it } from "vitest";
import { HOT_SCORE, hotScores, smoothedRates } from "../../../geo/analysis/hotCells.ts";
import { neighboursOf } from "../../../geo/analysis/neighbours.ts";
import { patchwork } from "../patchwork.ts";

const SIZE = 12;
const neighbours = neighboursOf(patchwork(SIZE, () => 0));
const middle = 5 * SIZE + 5;

describe("neighbours in a lattice", () => {
  it("are the cells that share a side, not those that share a corner", () => {
    expect(neighbours[middle]).toEqual([middle - SIZE, middle - 1, middle + 1, middle + SIZE]);
    expect(neighbours[0]).toEqual([1, SIZE]);
  });
});

describe("hot cells", () => {
  it("are those amid high values, by more than chance", () => {
    const hot = new Set([middle, ...(neighbours[middle] ?? [])]);
    const scores = hotScores(
      Array.from({ length: SIZE ** 2 }, (_, place) => (hot.has(place) ? 9 : place % 3)),
      neighbours,
    );
    expect(scores[middle]).toBe(Math.max(...scores));
    expect(scores[middle]).toBeGreaterThan(HOT_SCORE);
    expect(scores[0]).toBeLessThan(HOT_SCORE);
  });

  it("agree with a score reckoned by hand", () => {
    // Four in a row, 0 0 0 4: mean 1, deviation √3; the last and its neighbour hold 4 where 2 were due.
    const row = [[1], [0, 2], [1, 3], [2]];
    expect(hotScores([0, 0, 0, 4], row)[3]).toBeCloseTo(2 / (Math.sqrt(3) * Math.sqrt(4 / 3)), 10);
  });

  it("do not exist where all values are the same", () => {
    expect(hotScores([3, 3, 3], [[1], [0, 2], [1]])).toEqual([0, 0, 0]);
  });
});

describe("smoothed rates", () => {
  it("believe a small cell less than a large one with the same rate", () => {
    const large = Array.from({ length: 20 }, (_, place) => ({
      events: place % 2 === 0 ? 20 : 60,
      base: 1000,
    }));
    const rates = smoothedRates([...large, { events: 1, base: 10 }, { events: 100, base: 1000 }]);
    const [small = 0, big = 0] = rates.slice(-2);
    expect(small).toBeLessThan(big);
    expect(small).toBeGreaterThan(0.03);
    expect(big).toBeGreaterThan(0.09);
  });

  it("are the county's rate where there is nobody, and zero where there is nobody anywhere", () => {
    expect(
      smoothedRates([
        { events: 10, base: 100 },
        { events: 0, base: 0 },
      ])[1],
    ).toBeCloseTo(0.1);
    expect(smoothedRates([{ events: 1, base: 0 }])).toEqual([0]);
  });
});
