import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { degreeScale } from "../../geo/near.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import { shiftRunOf, type TimedPair } from "../../geo/shiftRun.ts";

const DAY = 86_400_000;
const scale = degreeScale(35.57);

/** Things of a county, each some hundred metres from the next. */
const thing = (index: number): Point => ({
  lng: 118.8 + (index % 7) * 0.01,
  lat: 35.5 + (Math.floor(index / 7) % 9) * 0.012,
});

type Sending = (spot: Point) => ReportedPoint;
const right: Sending = (spot) => spot;
const gcj: Sending = (spot) => fromWgs84(spot, "gcj02");
const metresEast =
  (metres: number): Sending =>
  (spot) => ({ lng: spot.lng + metres / scale.lng, lat: spot.lat });

/** One point a day, each of another thing; what `sends` says of the day is how it was sent. */
function days(count: number, sends: (day: number) => Sending): TimedPair[] {
  return Array.from({ length: count }, (_, day) => {
    const known = thing(day);
    return { at: day * DAY, known, sent: sends(day)(known) };
  });
}

describe("the run of a device's points that are off", () => {
  it("is the twenty days of a device that was right for a hundred before, and is right again", () => {
    const run = shiftRunOf(days(130, (day) => (day >= 100 && day < 120 ? gcj : right)));
    expect(run).toMatchObject({
      shift: { cause: { kind: "datum", datum: "gcj02" }, pairs: 20, agreeing: 20 },
      from: 100 * DAY,
      until: 119 * DAY,
      before: 99 * DAY,
      after: 120 * DAY,
    });
    expect(run?.pairs.map(({ at }) => at / DAY)).toEqual(Array.from({ length: 20 }, (_, at) => 100 + at));
  });

  it("is found in whatever order the points come", () => {
    const pairs = days(60, (day) => (day >= 10 && day < 30 ? metresEast(300) : right));
    const run = shiftRunOf(pairs.toSorted((a, b) => (((a.at / DAY) * 7) % 60) - (((b.at / DAY) * 7) % 60)));
    expect(run).toMatchObject({ from: 10 * DAY, until: 29 * DAY, shift: { cause: { kind: "constant" } } });
  });

  it("is everything where everything is off, and nobody is known to be right outside", () => {
    expect(shiftRunOf(days(12, () => gcj))).toMatchObject({
      from: 0,
      until: 11 * DAY,
      before: null,
      after: null,
    });
  });

  it("goes over a single point that does not agree, as where all are off", () => {
    const run = shiftRunOf(days(40, (day) => (day >= 10 && day < 30 && day !== 20 ? gcj : right)));
    expect(run).toMatchObject({ from: 10 * DAY, until: 29 * DAY, shift: { pairs: 20, agreeing: 19 } });
  });

  it("never begins or ends with a point that is right", () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const isOff = (day: number) => day > 20 && day < 45 && (day * seed * 7) % 10 < 8;
      const pairs = days(60, (day) => (isOff(day) ? gcj : right));
      const run = shiftRunOf(pairs);
      if (run === undefined) continue;
      expect(isOff(run.from / DAY) && isOff(run.until / DAY), `seed ${seed}`).toBe(true);
      const within = pairs.filter(({ at }) => at >= run.from && at <= run.until);
      const share = within.filter(({ at }) => isOff(at / DAY)).length / within.length;
      expect(share, `seed ${seed}`).toBeGreaterThanOrEqual(0.7);
    }
  });

  it("is the longer one of two that are off in different ways; the other is found when that is put right", () => {
    const both = days(80, (day) =>
      day >= 10 && day < 20 ? metresEast(-400) : day >= 40 && day < 60 ? gcj : right,
    );
    expect(shiftRunOf(both)).toMatchObject({ from: 40 * DAY, until: 59 * DAY });
    const rest = both.filter(({ at }) => at < 40 * DAY || at >= 60 * DAY);
    expect(shiftRunOf(rest)).toMatchObject({ from: 10 * DAY, until: 19 * DAY });
  });

  it("is none where four are off, where they scatter, and where one thing is drawn in the wrong place", () => {
    expect(shiftRunOf(days(60, (day) => (day >= 10 && day < 14 ? gcj : right)))).toBeUndefined();
    expect(
      shiftRunOf(days(60, (day) => (day % 6 === 0 ? metresEast(150 + day * 40) : right))),
    ).toBeUndefined();
    const oneThing = days(60, () => right).map((pair, day) =>
      day < 10 || day >= 25 ? pair : { ...pair, known: thing(0), sent: metresEast(300)(thing(0)) },
    );
    expect(shiftRunOf(oneThing)).toBeUndefined();
    expect(shiftRunOf(days(60, () => right))).toBeUndefined();
  });
});
