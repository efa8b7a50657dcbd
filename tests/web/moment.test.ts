import { describe, expect, it } from "vitest";
import { deadlineText, leftOf, momentText, pausedUntil } from "../../web/state/moment.ts";
import { at, calendar2026 as calendar } from "../support/calendar.ts";

/** Friday; office hours 08:30–12:00 and 13:30–18:00. */
const now = at("2026-11-20 15:00");

describe("instants in words", () => {
  it.each([
    ["2026-11-20 09:05", "今天 09:05"],
    ["2026-11-19 23:59", "昨天 23:59"],
    ["2026-11-21 00:00", "明天 00:00"],
    ["2026-11-25 17:30", "周三 17:30"],
    ["2026-11-18 08:00", "11月18日 08:00"],
    ["2027-01-04 17:30", "2027年1月4日 17:30"],
  ])("say %s as %s on 20 November 2026", (instant, words) => {
    expect(momentText(at(instant), now)).toBe(words);
  });

  it("name a deadline by its last minute", () => {
    expect(deadlineText(at("2026-11-20 17:30"), now)).toBe("今天 17:30 前");
  });
});

describe("what is left of a limit", () => {
  it.each([
    ["2026-11-20 16:10", "剩 1 工时 10 分"],
    ["2026-11-20 15:00", "已超期"],
    ["2026-11-20 14:40", "超 20 分"],
    // The weekend counts nothing
    ["2026-11-23 09:30", "剩 4 工时"],
    ["2026-11-24 15:00", "剩 2 工作日"],
    ["2026-11-24 16:05", "剩 2 工作日 1 工时"],
  ])("is counted in office time for a deadline at %s", (due, words) => {
    expect(leftOf(at(due), { now, unit: "workHour" }, calendar).text).toBe(words);
  });

  it("is counted day and night for limits that run day and night", () => {
    expect(leftOf(at("2026-11-21 17:30"), { now, unit: "calendarHour" }, calendar).text).toBe(
      "剩 1 天 2 小时",
    );
  });

  it("is real time for a row whose deadline lies outside office hours: its clock runs day and night", () => {
    const night = at("2026-11-20 20:00");
    expect(leftOf(at("2026-11-20 21:30"), { now: night, unit: null }, calendar).text).toBe("剩 1 小时 30 分");
  });

  it("is office time for a row whose deadline lies within them, closing time included", () => {
    const late = at("2026-11-23 09:30");
    expect(leftOf(at("2026-11-20 18:00"), { now: late, unit: null }, calendar).text).toBe("超 1 工时");
    const evening = at("2026-11-20 23:00");
    expect(leftOf(at("2026-11-20 18:00"), { now: evening, unit: null }, calendar).text).toBe("已超期");
  });

  it("works without a calendar, before reference data has come", () => {
    expect(leftOf(at("2026-11-20 16:10"), { now, unit: null }, null)).toEqual({
      late: false,
      text: "剩 1 小时 10 分",
    });
  });
});

describe("an office clock outside office hours", () => {
  it("stands over lunch until the afternoon", () => {
    expect(pausedUntil(at("2026-11-20 12:30"), calendar)).toBe(at("2026-11-20 13:30"));
  });

  it("stands over the weekend until Monday morning", () => {
    expect(pausedUntil(at("2026-11-20 18:00"), calendar)).toBe(at("2026-11-23 08:30"));
  });

  it("runs within office hours", () => {
    expect(pausedUntil(now, calendar)).toBeNull();
  });
});
