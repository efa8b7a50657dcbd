import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { evidenceOf } from "../../geo/shiftEvidence.ts";
import { shiftRunOf, type TimedPair } from "../../geo/shiftRun.ts";

const COUNT = 3000;

/** One point after another of so many; every `every`-th is of a thing that is known. */
function asked(isOff: (index: number) => boolean, every = 1, count = COUNT) {
  const looks: number[] = [];
  const look = (index: number): TimedPair | null => {
    looks.push(index);
    if (index % every !== 0) return null;
    const known = { lng: 118.8 + (index % 7) * 0.01, lat: 35.5 + (index % 5) * 0.01 };
    return { at: index, known, sent: isOff(index) ? fromWgs84(known, "gcj02") : known };
  };
  const evidence = evidenceOf({ count, look, mostPairs: 300, mostAtEdge: 100 });
  return { looks, evidence, run: shiftRunOf(evidence) };
}

describe("the points of a source that are looked up", () => {
  it.each([
    ["in the middle of the time", 1501, 1702],
    ["at its beginning", 0, 149],
    ["at its end", 2777, 2999],
  ])(
    "tell to the point when a shift began and ended %s, though few of all are asked about",
    (_name, from, until) => {
      const { looks, run } = asked((index) => index >= from && index <= until);
      expect(run).toMatchObject({ from, until });
      expect(looks.length).toBeLessThanOrEqual(500);
      expect(new Set(looks).size).toBe(looks.length);
    },
  );

  it("are spread over all of the time where nothing is wrong", () => {
    const { evidence } = asked(() => false);
    expect(evidence).toHaveLength(300);
    const gaps = evidence.slice(1).map(({ at }, index) => at - (evidence[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(16);
    expect(evidence[0]?.at).toBe(0);
    expect(evidence.at(-1)?.at).toBeGreaterThan(COUNT - 16);
  });

  it("are all of them where there are few, in the order of time", () => {
    for (const count of [0, 1, 2, 3, 7, 8, 9, 120]) {
      const { looks, evidence } = asked(() => false, 1, count);
      expect(looks.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
      expect(evidence.map(({ at }) => at)).toEqual(looks.toSorted((a, b) => a - b));
    }
  });

  it("go over points of which nothing is known, up to the next that tells", () => {
    const { run } = asked((index) => index >= 1501 && index <= 1702, 3);
    expect(run).toMatchObject({ from: 1503, until: 1701, before: 1500, after: 1704 });
  });
});
