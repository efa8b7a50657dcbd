import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DAY,
  dayNumber,
  dayOf,
  parseDay,
  parseInstant,
  startOfDay,
  wallClock,
  weekday,
} from "../../server/domain/time.ts";

const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });

describe("a Chinese calendar day", () => {
  it("is the one that the runtime's own calendar shows in Shanghai", () => {
    const shanghai = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Asia/Shanghai",
      dateStyle: "short",
      timeStyle: "short",
    });
    fc.assert(
      // Before September 1991 China had summer time, which no case of ours can lie in.
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(wallClock(instant)).toBe(shanghai.format(instant));
      }),
    );
  });

  it("is found again from its text", () => {
    fc.assert(fc.property(instants, (instant) => parseDay(dayOf(dayNumber(instant))) === dayNumber(instant)));
  });

  it("begins at most a day before any of its instants", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const since = instant - startOfDay(dayNumber(instant));
        expect(since).toBeGreaterThanOrEqual(0);
        expect(since).toBeLessThan(DAY);
      }),
    );
  });

  it.each([
    ["2026-11-20", 5, "Friday"],
    ["2026-10-10", 6, "Saturday"],
    ["2026-09-20", 0, "Sunday"],
    ["2024-02-29", 4, "Thursday of a leap year"],
  ])("%s is weekday %i, a %s", (day, expected) => {
    expect(weekday(parseDay(day) ?? NaN)).toBe(expected);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "20260101", "2026-1-1", ""])("%j is no day", (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe("a time that somebody typed", () => {
  it.each([
    ["2026-11-20", "2026-11-19T16:00:00.000Z"],
    ["2026-11-20 08:30", "2026-11-20T00:30:00.000Z"],
    ["2026/1/5 8:05", "2026-01-05T00:05:00.000Z"],
    ["2026-11-20T08:30:15", "2026-11-20T00:30:15.000Z"],
    ["2026-11-20T08:30:00Z", "2026-11-20T08:30:00.000Z"],
    ["2026-11-20T08:30:00.25+09:00", "2026-11-19T23:30:00.250Z"],
  ])("%s is %s", (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso));
  });

  it.each(["昨天下午", "2026-11-20 25:00", "2026-02-30 10:00", "10:00", "2026-11-20 08:61"])(
    "%j is refused",
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});
