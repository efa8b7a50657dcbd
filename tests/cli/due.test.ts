import { describe, expect, it } from "vitest";
import { parseBudget } from "../../server/cli/budgetText.ts";
import { answerDue, printDue } from "../../server/cli/dueWords.ts";
import { createCalendar } from "../../server/domain/calendar.ts";
import { parseInstant } from "../../server/domain/time.ts";

/** The national holiday of 2026 (1–7 October, 10 October worked) and nothing of 2027, in summer-less office hours. */
const calendar = createCalendar(
  [
    {
      year: 2026,
      status: "confirmed",
      notice: null,
      holidays: [{ name: "国庆节", start: "2026-10-01", end: "2026-10-07" }],
      makeupWorkdays: [
        { date: "2026-09-20", forHoliday: "国庆节" },
        { date: "2026-10-10", forHoliday: "国庆节" },
      ],
      offDates: [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
    },
    { year: 2027, status: "notAnnounced", notice: null, holidays: [], makeupWorkdays: [], offDates: [] },
  ],
  [
    {
      validFrom: "2020-01-01",
      seasonFrom: "01-01",
      seasonTo: "12-31",
      weekdays: [1, 2, 3, 4, 5],
      segments: [
        ["08:30", "12:00"],
        ["14:00", "18:00"],
      ],
    },
  ],
);

function due(start: string, budget: string) {
  const [at, limit] = [parseInstant(start), parseBudget(budget)];
  if (at === null || limit === null) throw new Error(`Got ${start} ${budget}`);
  return answerDue(at, limit, calendar);
}

describe("a budget as people write it", () => {
  it.each([
    ["3工作日", { value: 3, unit: "workday" }],
    ["3 个工作日", { value: 3, unit: "workday" }],
    ["3workday", { value: 3, unit: "workday" }],
    ["4工作时", { value: 4, unit: "workHour" }],
    ["1.5工作时", { value: 1.5, unit: "workHour" }],
    ["2小时", { value: 2, unit: "calendarHour" }],
    ["2紧急工作时", { value: 2, unit: "calendarHour" }],
    ["30分钟", { value: 30, unit: "calendarMinute" }],
    ["15自然日", { value: 15, unit: "calendarDay" }],
  ])("reads %s", (text, budget) => {
    expect(parseBudget(text)).toEqual(budget);
  });

  it.each(["3天", "三工作日", "0工作日", "-1工作日", "工作日", "3", ""])("does not guess at “%s”", (text) => {
    expect(parseBudget(text)).toBeNull();
  });
});

describe("a deadline", () => {
  it.each([
    ["2026-09-18 16:00", "1工作日", "2026-09-20 18:00", "Friday → Sunday, which is worked for the holiday"],
    ["2026-09-30 16:00", "3工作日", "2026-10-10 18:00", "Wednesday → over the holiday → Saturday, worked"],
    ["2026-09-30 16:00", "4工作时", "2026-10-08 10:30", "Wednesday 2 h left → Thursday after the holiday"],
    ["2026-09-30 16:00", "2工作时", "2026-09-30 18:00", "Wednesday, exactly until closing time"],
    ["2026-10-03 23:00", "2小时", "2026-10-04 01:00", "Saturday night, hours run day and night"],
    ["2026-11-20 18:30", "1工作日", "2026-11-23 18:00", "Friday does not count → Monday's close"],
    ["2026-11-20 10:00", "1工作日", "2026-11-23 18:00", "Friday does not count → Monday's close"],
  ])("from %s with %s falls on %s: %s", (start, budget, expected) => {
    expect(due(start, budget).due).toBe(expected);
  });

  it("names holidays and make-up workdays on their days", () => {
    const days = due("2026-09-30 16:00", "3工作日").days;
    expect(days.find(({ day }) => day === "2026-10-01")).toMatchObject({
      kind: "holiday",
      holiday: "国庆节",
    });
    expect(days.at(-1)).toMatchObject({ day: "2026-10-10", weekday: "周六", kind: "makeup", left: 0 });
  });

  it("tells what each day counted", () => {
    const [first] = due("2026-09-30 16:00", "4工作时").days;
    expect(first).toMatchObject({ weekday: "周三", counted: [["16:00", "18:00"]], spent: 2, left: 2 });
  });

  it("warns first and loudly of a year whose holidays are not announced", () => {
    const answer = due("2026-12-30 09:00", "5工作日");
    expect(answer.notAnnounced).toEqual(["2027"]);
    expect(printDue(answer)).toMatch(/^！！.*尚未公布 2027 年/);
  });

  it("does not warn where holidays do not matter", () => {
    expect(due("2026-12-31 23:00", "2小时").notAnnounced).toEqual([]);
  });
});
