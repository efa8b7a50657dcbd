import { describe, expect, it } from "vitest";
import { lastLunarDay, lunarDays, lunarYearOf } from "../../server/domain/times/lunar.ts";
import { DAY, parseDay } from "../../server/domain/time.ts";
import { reference } from "../support/county.ts";

/** The calendar of ICU, which reckons by astronomy and shares nothing with the table. */
const chinese = new Intl.DateTimeFormat("zh-u-ca-chinese", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});
const MONTHS = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "腊"];

function lunarOf(day: number) {
  const parts = chinese.formatToParts(day * DAY);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const month = part("month").replace("月", "");
  const number = MONTHS.indexOf(month.replace("闰", "")) + 1;
  return {
    year: Number(part("relatedYear")),
    date: { month: number, day: Number(part("day")), leap: month.startsWith("闰") },
  };
}

describe("the lunar calendar", () => {
  it("has every day from 2015 to 2040 where the calendar of ICU has it", () => {
    const first = parseDay("2015-02-19") ?? 0;
    const end = lastLunarDay(2040)?.until ?? 0;
    expect(end - first).toBeGreaterThan(26 * 354);
    for (let day = first; day < end; day++) {
      const { year, date } = lunarOf(day);
      expect(lunarDays(year, date)).toEqual({ from: day, until: day + 1 });
      expect(lunarYearOf(day)).toBe(year);
    }
  });

  it("has the festivals within the holidays of the announced years", () => {
    const feasts = [
      ["春节", 1, 1],
      ["端午节", 5, 5],
      ["中秋节", 8, 15],
    ] as const;
    for (const { year, holidays } of reference.years)
      for (const [feast, month, day] of feasts) {
        const found = lunarDays(year, { month, day, leap: false })?.from ?? 0;
        const spans = holidays.filter(
          ({ name }) => name.includes(feast.slice(0, 2)) || name.startsWith("国庆"),
        );
        const within = spans.some(
          ({ start, end }) => (parseDay(start) ?? Infinity) <= found && found <= (parseDay(end) ?? 0),
        );
        expect(within, `${year} ${feast}`).toBe(true);
      }
  });

  it("knows no day outside of its years, no 30th of a short month and no leap month that was not", () => {
    expect(lunarDays(2014, { month: 1, day: 1, leap: false })).toBeNull();
    expect(lunarDays(2041, { month: 1, day: 1, leap: false })).toBeNull();
    expect(lunarYearOf(parseDay("2015-02-18") ?? 0)).toBeNull();
    expect(lunarYearOf((lastLunarDay(2040)?.until ?? 0) + 1)).toBeNull();
    expect(lunarDays(2026, { month: 2, day: 30, leap: false })).toBeNull();
    expect(lunarDays(2026, { month: 6, day: 1, leap: true })).toBeNull();
    expect(lunarDays(2026, { month: 13, day: 1, leap: false })).toBeNull();
  });
});
