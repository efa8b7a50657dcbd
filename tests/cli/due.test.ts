import { describe, expect, it } from "vitest";
import { parseBudget } from "../../server/cli/budgetText.ts";
import { printDue } from "../../server/cli/dueWords.ts";
import { answerDue } from "../../server/domain/dueDays.ts";
import { at, calendar2026 } from "../support/calendar.ts";

function due(start: string, budget: string) {
  const limit = parseBudget(budget);
  if (limit === null) throw new Error(`Got ${budget}`);
  return answerDue(at(start), limit, calendar2026);
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
    ["2026-11-20 18:30", "1工作日", "2026-11-23 18:00", "Friday after hours → Monday's close"],
    ["2026-11-20 10:00", "1自然日", "2026-11-23 18:00", "Friday → Saturday is a day off → Monday's close"],
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

  it("says that the first day does not count by the Civil Code", () => {
    expect(printDue(due("2026-09-30 16:00", "3工作日"))).toMatch(/2026-09-30 周三 .*起算当日不计/);
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
