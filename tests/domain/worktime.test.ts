import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../server/domain/calendar.ts";
import type { BudgetUnit } from "../../server/domain/taxonomy.ts";
import { DAY, dayNumber, HOUR, parseDay, wallClock } from "../../server/domain/time.ts";
import { amountOf, deadline, explainDeadline, runOut, timeSpent } from "../../server/domain/worktime.ts";
import { at, calendar2026, eightHours, sameInstant2026, year2026 } from "../support/calendar.ts";

describe("a limit by the Civil Code", () => {
  it.each([
    ["2026-09-30 16:00", 3, "workday", "2026-10-10 18:00"], // Wednesday does not count → Thu 8, Fri 9, make-up Saturday 10
    ["2026-02-13 10:00", 2, "workday", "2026-02-24 18:00"], // Friday → make-up Saturday 14, Tuesday after Spring Festival
    ["2026-11-20 09:20", 1, "workday", "2026-11-23 18:00"], // Friday → Monday
    ["2026-11-21 10:00", 1, "workday", "2026-11-23 18:00"], // Saturday does not count anyway → Monday
    ["2026-11-23 07:00", 1, "workday", "2026-11-24 18:00"], // before the office opens on Monday: Monday is the first day
    ["2026-11-23 20:00", 1, "workday", "2026-11-24 18:00"], // after it closed: the same
    ["2026-09-18 17:00", 2, "workHour", "2026-09-20 09:30"], // Friday evening → make-up Sunday morning
    ["2026-09-30 17:30", 1, "workHour", "2026-10-08 09:00"], // the holiday week does not count
    ["2026-11-20 11:00", 4, "workHour", "2026-11-20 16:30"], // lunch does not count
    ["2026-11-20 11:00", 1.5, "workHour", "2026-11-20 14:00"],
    ["2026-11-23 08:30", 8, "workHour", "2026-11-23 18:00"], // a whole day ends with the office, not next morning
    ["2026-11-20 22:00", 4, "calendarHour", "2026-11-21 02:00"], // Friday 22:00, urgent hours run at night
    ["2026-11-20 22:00", 10, "calendarMinute", "2026-11-20 22:10"],
    ["2026-11-18 22:00", 2, "calendarDay", "2026-11-20 18:00"], // Wednesday does not count → Friday's close
    ["2026-11-20 10:00", 1, "calendarDay", "2026-11-23 18:00"], // the last day is a Saturday → Monday's close
    ["2026-09-29 16:00", 3, "calendarDay", "2026-10-08 18:00"], // ends in the holiday week → its first workday
  ] as const)("from %s, %d %s is due %s", (start, value, unit, expected) => {
    expect(wallClock(deadline(at(start), { value, unit }, calendar2026))).toBe(expected);
  });
});

describe("a limit to the same instant", () => {
  it.each([
    ["2026-09-30 16:00", 3, "workday", "2026-10-10 16:00"], // Wednesday before National Day → Thu 8, Fri 9, make-up Saturday 10
    ["2026-11-21 10:00", 1, "workday", "2026-11-24 08:30"], // Saturday → counts from Monday 08:30
    ["2026-11-20 20:00", 1, "workday", "2026-11-24 08:30"], // Friday night → counts from Monday 08:30
    ["2026-11-23 12:30", 1, "workday", "2026-11-24 13:30"], // same time next day falls into lunch → next opening
    ["2026-02-13 10:00", 2, "workday", "2026-02-24 10:00"], // Friday → make-up Saturday 14 → Tuesday after Spring Festival
    ["2026-09-30 16:00", 1, "calendarDay", "2026-10-01 16:00"], // natural days run through the holiday
    ["2026-09-18 17:00", 2, "workHour", "2026-09-20 09:30"],
  ] as const)("from %s, %d %s is due %s", (start, value, unit, expected) => {
    expect(wallClock(deadline(at(start), { value, unit }, sameInstant2026))).toBe(expected);
  });

  it("gives the same time of day n workdays later when started in office hours", () => {
    const inOffice = fc.record({
      day: fc.integer({ min: parseDay("2026-03-02") ?? 0, max: parseDay("2026-09-18") ?? 0 }),
      minute: fc.oneof(fc.integer({ min: 510, max: 719 }), fc.integer({ min: 810, max: 1079 })),
      days: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(inOffice, ({ day, minute, days }) => {
        fc.pre(sameInstant2026.day(day).total > 0);
        const start = day * DAY - 8 * HOUR + minute * 60_000;
        const end = deadline(start, { value: days, unit: "workday" }, sameInstant2026);
        expect(wallClock(end).slice(11)).toBe(wallClock(start).slice(11));
        let worked = 0;
        for (let number = day + 1; number <= dayNumber(end); number++)
          if (sameInstant2026.day(number).total > 0) worked++;
        expect(worked).toBe(days);
      }),
    );
  });
});

describe("adding time and measuring it", () => {
  const units: BudgetUnit[] = ["calendarMinute", "calendarHour", "calendarDay", "workHour", "workday"];
  const starts = fc.integer({ min: at("2026-01-05 00:00"), max: at("2026-10-31 00:00") });

  it("invert each other", () => {
    fc.assert(
      fc.property(
        starts,
        fc.constantFrom(...units),
        fc.integer({ min: 1, max: 40 }),
        (start, unit, value) => {
          const amount = amountOf({ value, unit });
          const measured = timeSpent(start, runOut(start, amount, unit, calendar2026), unit, calendar2026);
          expect(Math.abs(measured - amount)).toBeLessThan(unit === "workday" ? 1e-6 : 1e-9);
        },
      ),
    );
  });

  it("may be cut anywhere: the parts make the whole", () => {
    fc.assert(
      fc.property(starts, starts, starts, fc.constantFrom(...units), (a, b, c, unit) => {
        const [from = 0, cut = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
        const parts = timeSpent(from, cut, unit, calendar2026) + timeSpent(cut, to, unit, calendar2026);
        expect(parts).toBeCloseTo(timeSpent(from, to, unit, calendar2026), 6);
      }),
    );
  });

  it("never lets a longer limit end earlier", () => {
    fc.assert(
      fc.property(
        starts,
        fc.constantFrom(...units),
        fc.integer({ min: 0, max: 60 }),
        (start, unit, value) => {
          const [shorter, longer] = [value, value + 1].map((n) =>
            runOut(start, amountOf({ value: n, unit }), unit, calendar2026),
          );
          expect(longer).toBeGreaterThan(shorter ?? Infinity);
        },
      ),
    );
  });
});

describe("summer and winter hours", () => {
  const summer = {
    ...eightHours,
    seasonFrom: "06-01",
    seasonTo: "09-30",
    segments: [
      ["08:00", "12:00"],
      ["15:00", "18:00"],
    ],
  } as const;
  const seasonal = createCalendar([year2026], [eightHours, summer]);

  it("change the hours of the day, by date", () => {
    expect(seasonal.day(parseDay("2026-07-01") ?? 0).total).toBe(7 * HOUR);
    expect(seasonal.day(parseDay("2026-11-02") ?? 0).total).toBe(8 * HOUR);
  });

  it("weigh a workday alike: half of a summer day is half of a winter day", () => {
    // Wednesday 30 September, half of a seven-hour day left → half of the eight-hour Thursday after the holiday
    const end = runOut(at("2026-09-30 11:30"), 1, "workday", seasonal); // resumed, so plainly added
    expect(wallClock(end)).toBe("2026-10-08 14:00");
  });
});

describe("an explained deadline", () => {
  const explained = explainDeadline(at("2026-09-30 16:00"), { value: 3, unit: "workday" }, calendar2026);

  it("names each day with its kind and ends at the due instant", () => {
    expect(wallClock(explained.due)).toBe("2026-10-10 18:00");
    expect(explained.days.map(({ day }) => `${day.day} ${day.kind} ${day.name ?? ""}`.trim())).toEqual([
      "2026-09-30 workday",
      ...["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day} holiday 国庆节`),
      "2026-10-08 workday",
      "2026-10-09 workday",
      "2026-10-10 makeup 国庆节",
    ]);
  });

  it("adds up to the budget", () => {
    expect(explained.days.reduce((sum, day) => sum + day.spent, 0)).toBeCloseTo(3, 9);
    expect(explained.days.at(-1)?.left).toBe(0);
    expect(explained.days[0]).toMatchObject({ firstDay: true, spent: 0 });
  });
});

describe("a year that is not announced", () => {
  it("is marked on each of its days, so that nobody takes a guess for a fact", () => {
    expect(calendar2026.day(parseDay("2027-03-01") ?? 0).announced).toBe(false);
    expect(calendar2026.day(parseDay("2026-03-02") ?? 0).announced).toBe(true);
  });
});
