import { describe, expect, it } from "vitest";
import { believed, tailOf } from "../../../geo/analysis/discovery.ts";
import { scanAtOnce, type ScanEvent, type ScanOptions } from "../../../geo/analysis/scan.ts";
import { createShuffle } from "../../../geo/analysis/shuffle.ts";
import { createChance } from "../../../server/demo/chance.ts";

/** 10 × 10 cells, about a kilometre apart. */
const middles = Array.from({ length: 100 }, (_, at) => ({
  lng: 118.8 + (at % 10) * 0.011,
  lat: 35.5 + Math.floor(at / 10) * 0.009,
}));

const options: ScanOptions = { metres: 1500, days: 7, fewest: 3, rounds: 199, seed: 7 };

function noise(seed: string, amount: number, subject = "a"): readonly ScanEvent[] {
  const chance = createChance(seed);
  return Array.from({ length: amount }, () => ({
    subject,
    cell: Math.floor(chance.next() * 100),
    day: Math.floor(chance.next() * 60),
  }));
}

describe("the space-time scan by hand", () => {
  /** Ten events: three of them today in cell 0, the other seven long ago in a cell far away. */
  const events: readonly ScanEvent[] = [
    ...Array.from({ length: 3 }, () => ({ subject: "a", cell: 0, day: 0 })),
    ...Array.from({ length: 7 }, () => ({ subject: "a", cell: 99, day: 30 })),
  ];

  it("expects 3 × 3 / 10 where 3 were seen, and scores 3 ln(3 / 0.9) + 7 ln(7 / 9.1)", () => {
    const [cluster, ...others] = scanAtOnce(events, middles, options);
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ subject: "a", cells: [0], days: 1, events: 3 });
    expect(cluster?.expected).toBeCloseTo(0.9, 12);
    expect(cluster?.score).toBeCloseTo(3 * Math.log(3 / 0.9) + 7 * Math.log(7 / 9.1), 12);
  });

  it("has about the p of exact counting: all three of today fall on cell 0 in 1 of 120 orders", () => {
    const [cluster] = scanAtOnce(events, middles, { ...options, rounds: 4999 });
    // Cell 99 takes all three in 35 of 120, but expects 2.1 of them: a weaker score
    expect(cluster?.p).toBeGreaterThan(1 / 120 - 0.004);
    expect(cluster?.p).toBeLessThan(1 / 120 + 0.004);
  });

  it("finds nothing where too few events are, or where all are as usual", () => {
    expect(scanAtOnce(events.slice(0, 2), middles, options)).toEqual([]);
    expect(scanAtOnce([], middles, options)).toEqual([]);
    const same = Array.from({ length: 40 }, (_, at) => ({ subject: "a", cell: 5, day: at }));
    expect(scanAtOnce(same, middles, options)).toEqual([]);
  });
});

describe("the space-time scan", () => {
  it("finds a planted cluster, and no cell that is far from it", () => {
    const planted = Array.from({ length: 9 }, (_, at) => ({
      subject: "a",
      cell: [44, 45, 54][at % 3] ?? 44,
      day: at % 4,
    }));
    const [cluster] = scanAtOnce([...noise("plant", 300), ...planted], middles, options);
    expect(cluster?.p).toBeLessThanOrEqual(0.01);
    for (const cell of [44, 45, 54]) expect(cluster?.cells).toContain(cell);
    const far = cluster?.cells.filter((cell) => ![34, 35, 43, 44, 45, 46, 53, 54, 55, 64, 65].includes(cell));
    expect(far).toEqual([]);
  });

  it("does not count events of different kinds together", () => {
    const planted = Array.from({ length: 9 }, (_, at) => ({ subject: `kind-${at}`, cell: 44, day: 0 }));
    const found = scanAtOnce([...noise("kinds", 300), ...planted], middles, options);
    expect(found.filter(({ p }) => p <= 0.05)).toEqual([]);
  });

  it("calls pure noise a cluster about as often as it says: 5 of 100 at p ≤ 0.05, also over several kinds", () => {
    const quick = { ...options, rounds: 39 };
    const alarms = Array.from({ length: 100 }, (_, at) => {
      const events = [...noise(`noise ${at}`, 60, "a"), ...noise(`other ${at}`, 60, "b")];
      const found = scanAtOnce(events, middles, { ...quick, seed: at });
      return found.some(({ p }) => p <= 0.05);
    }).filter(Boolean);
    // 5 expected; more than 11 or none would happen once in a hundred runs of an honest test
    expect(alarms.length).toBeGreaterThan(0);
    expect(alarms.length).toBeLessThanOrEqual(11);
  });

  it("says the same again for the same seed", () => {
    const events = noise("again", 200);
    expect(scanAtOnce(events, middles, options)).toEqual(scanAtOnce(events, middles, options));
  });
});

describe("shuffles", () => {
  it("keep every value, leave the list alone, and go through all orders evenly", () => {
    const shuffle = createShuffle(3);
    const list = Int32Array.of(1, 2, 3);
    const seen = new Map<string, number>();
    for (let turn = 0; turn < 6000; turn += 1) {
      const order = shuffle(list).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...list]).toEqual([1, 2, 3]);
    expect([...seen.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
  });
});

describe("many tests at once", () => {
  it("are believed as in the example of Benjamini and Hochberg", () => {
    const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324];
    expect(believed(ps, 0.05).filter(Boolean)).toHaveLength(9 - 1);
    expect(believed([0.9, 0.001], 0.05)).toEqual([false, true]);
    expect(believed([], 0.05)).toEqual([]);
  });

  it("have tails of the normal distribution", () => {
    expect(tailOf(0)).toBeCloseTo(0.5, 6);
    expect(tailOf(1.959964)).toBeCloseTo(0.025, 6);
    expect(tailOf(-1.959964)).toBeCloseTo(0.975, 6);
  });
});
