import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../server/cli/dueContract.ts";
import { calendarOf, runningOut } from "../../server/domain/calendars.ts";
import { deadline, extended } from "../../server/domain/worktime.ts";
import { wallClock } from "../../server/domain/time.ts";
import { at } from "../support/calendar.ts";
import { reference } from "../support/county.ts";

function named(code: string) {
  const row = reference.calendars.find((calendar) => calendar.code === code);
  if (!row) throw new Error(`No calendar ${code}`);
  return { row, calendar: calendarOf(row, reference) };
}

const juxian = named("juxian");
const due = (from: string, budget: string, by = juxian) => {
  const answer = answerQuestion({ from, budget }, by);
  return answer.kind === "bad" ? answer.bad : answer.json.due.slice(0, 16).replace("T", " ");
};

describe("workdays, counted by hand on the wall calendar", () => {
  it.each([
    ["2024-01-02 09:00", 1, "2024-01-03 17:30", "Tue → Wed"],
    ["2024-02-02 10:00", 1, "2024-02-04 17:30", "Fri → Sun, worked for Spring Festival"],
    ["2024-02-03 10:00", 1, "2024-02-04 17:30", "Sat → Sun, worked"],
    ["2024-02-04 10:00", 1, "2024-02-05 17:30", "worked Sun → Mon"],
    ["2024-02-09 10:00", 1, "2024-02-18 17:30", "New Year's Eve, not yet a holiday → worked Sun after it"],
    ["2024-02-09 10:00", 2, "2024-02-19 17:30", "… → Mon"],
    ["2024-04-03 16:00", 1, "2024-04-07 17:30", "Wed → Qingming → worked Sun"],
    ["2024-04-03 16:00", 3, "2024-04-09 17:30", "… Sun, Mon, Tue"],
    ["2024-04-26 10:00", 1, "2024-04-28 17:30", "Fri → worked Sun"],
    ["2024-04-30 10:00", 1, "2024-05-06 17:30", "Tue → five days off → Mon"],
    ["2024-05-10 10:00", 1, "2024-05-11 17:30", "Fri → worked Sat"],
    ["2024-06-07 10:00", 1, "2024-06-11 18:00", "Fri → Mon is Duanwu → Tue, summer hours"],
    ["2024-09-13 10:00", 1, "2024-09-14 18:00", "Fri → worked Sat"],
    ["2024-09-14 10:00", 1, "2024-09-18 18:00", "worked Sat → Mid-Autumn → Wed"],
    ["2024-09-27 10:00", 1, "2024-09-29 18:00", "Fri → worked Sun"],
    ["2024-09-27 10:00", 3, "2024-10-08 17:30", "Sun, Mon, then after the week off Tue, winter hours"],
    ["2024-09-30 10:00", 1, "2024-10-08 17:30", "Mon → Tue after the week off"],
    ["2024-10-11 10:00", 1, "2024-10-12 17:30", "Fri → worked Sat"],
    ["2024-12-31 10:00", 1, "2025-01-02 17:30", "Tue → New Year → Thu"],
    ["2025-01-24 10:00", 1, "2025-01-26 17:30", "Fri → worked Sun"],
    ["2025-01-27 10:00", 1, "2025-02-05 17:30", "Mon → Spring Festival → Wed"],
    ["2025-01-27 10:00", 4, "2025-02-08 17:30", "Wed, Thu, Fri, worked Sat"],
    ["2025-02-07 10:00", 2, "2025-02-10 17:30", "Fri → worked Sat, Mon"],
    ["2025-04-03 10:00", 1, "2025-04-07 17:30", "Thu → Qingming → Mon"],
    ["2025-04-25 10:00", 1, "2025-04-27 17:30", "Fri → worked Sun"],
    ["2025-04-30 10:00", 1, "2025-05-06 17:30", "Wed → five days off → Tue"],
    ["2025-05-30 10:00", 1, "2025-06-03 18:00", "Fri → Duanwu until Mon → Tue, summer hours"],
    ["2025-09-26 10:00", 1, "2025-09-28 18:00", "Fri → worked Sun"],
    ["2025-09-30 10:00", 1, "2025-10-09 17:30", "Tue → eight days off → Thu"],
    ["2025-09-30 10:00", 3, "2025-10-11 17:30", "Thu, Fri, worked Sat"],
    ["2025-12-31 10:00", 1, "2026-01-04 17:30", "Wed → New Year until Sat → worked Sun"],
    ["2026-02-13 10:00", 1, "2026-02-14 17:30", "Fri → worked Sat"],
    ["2026-02-14 10:00", 1, "2026-02-24 17:30", "worked Sat → nine days off → Tue"],
    ["2026-02-27 10:00", 1, "2026-02-28 17:30", "Fri → worked Sat"],
    ["2026-04-03 10:00", 1, "2026-04-07 17:30", "Fri → Qingming until Mon → Tue"],
    ["2026-04-30 10:00", 1, "2026-05-06 17:30", "Thu → five days off → Wed"],
    ["2026-04-30 10:00", 4, "2026-05-09 17:30", "Wed, Thu, Fri, worked Sat"],
    ["2026-06-18 10:00", 1, "2026-06-22 18:00", "Thu → Duanwu Fri to Sun → Mon"],
    ["2026-09-18 10:00", 1, "2026-09-20 18:00", "Fri → worked Sun"],
    ["2026-09-24 10:00", 1, "2026-09-28 18:00", "Thu → Mid-Autumn Fri to Sun → Mon"],
    ["2026-09-30 16:40", 1, "2026-10-08 17:30", "Wed → week off → Thu"],
    ["2026-09-30 16:40", 3, "2026-10-10 17:30", "Thu, Fri, worked Sat"],
    ["2026-11-20 23:30", 1, "2026-11-23 17:30", "sent on Friday night → Mon"],
    ["2026-11-21 03:00", 1, "2026-11-23 17:30", "sent on Saturday before dawn → Mon"],
    ["2026-11-22 23:59", 1, "2026-11-23 17:30", "sent on Sunday a minute before midnight → Mon"],
  ])("%s + %i → %s (%s)", (from, days, expected) => {
    expect(due(from, `${days} workday`)).toBe(expected);
  });
});

describe("hours, minutes and calendar days, counted by hand", () => {
  it.each([
    ["2026-11-20 11:00", "2 work_hour", "2026-11-20 14:30", "over lunch"],
    ["2026-11-20 12:30", "1 work_hour", "2026-11-20 14:30", "lunch does not count"],
    ["2026-11-20 17:00", "1 work_hour", "2026-11-23 09:00", "half an hour on Fri, half on Mon"],
    ["2026-11-20 10:00", "1.5 work_hour", "2026-11-20 11:30", "decimals"],
    ["2026-11-20 08:30", "7.5 work_hour", "2026-11-20 17:30", "a whole day ends with it"],
    ["2026-11-20 22:00", "4 work_hour", "2026-11-23 14:00", "sent at night: Mon 3.5 h and 0.5 h"],
    ["2026-07-01 11:30", "1 work_hour", "2026-07-01 14:30", "the longer lunch of summer"],
    ["2026-09-30 17:00", "2 work_hour", "2026-10-08 09:30", "summer ends during the week off"],
    ["2026-05-29 17:00", "1 work_hour", "2026-06-01 09:00", "Fri in winter hours, Mon in summer hours"],
    ["2026-02-14 16:30", "2 work_hour", "2026-02-24 09:30", "worked Sat → nine days off"],
    ["2026-10-03 23:00", "2 calendar_hour", "2026-10-04 01:00", "day and night"],
    ["2026-10-03 23:50", "30 calendar_minute", "2026-10-04 00:20", "day and night"],
    ["2026-11-20 17:50", "0.5 calendar_hour", "2026-11-20 18:20", "decimals"],
    ["2026-11-18 10:00", "1 calendar_day", "2026-11-19 17:30", "Wed → Thu's close"],
    ["2026-11-20 10:00", "1 calendar_day", "2026-11-23 17:30", "ends on Sat → Mon"],
    ["2026-09-24 10:00", "3 calendar_day", "2026-09-28 18:00", "ends in Mid-Autumn → Mon"],
    ["2026-09-16 10:00", "4 calendar_day", "2026-09-20 18:00", "ends on a worked Sun"],
    ["2026-09-23 10:00", "15 calendar_day", "2026-10-08 17:30", "ends on the first day after the week off"],
    ["2026-02-10 10:00", "5 calendar_day", "2026-02-24 17:30", "ends in Spring Festival → Tue after it"],
  ])("%s + %s → %s (%s)", (from, budget, expected) => {
    expect(due(from, budget)).toBe(expected);
  });

  it.each([
    ["2026-11-24 17:30", { value: 2, unit: "workday" }, "2026-11-26 17:30"],
    ["2026-09-30 18:00", { value: 1, unit: "workday" }, "2026-10-08 17:30"],
    ["2026-11-20 14:30", { value: 4, unit: "workHour" }, "2026-11-23 09:30"],
    ["2026-11-20 17:30", { value: 1, unit: "calendarDay" }, "2026-11-23 17:30"],
  ] as const)("an end on %s that is put off by %o falls on %s", (end, budget, expected) => {
    expect(wallClock(extended(at(end), budget, juxian.calendar))).toBe(expected);
  });
});

describe("other calendars", () => {
  it("count to the same time of day where the county chose so", () => {
    expect(due("2026-11-20 10:00", "1 workday", named("juxian-same-instant"))).toBe("2026-11-23 10:00");
  });

  it("never close where people are on duty day and night", () => {
    expect(due("2026-10-01 23:00", "2 work_hour", named("always"))).toBe("2026-10-02 01:00");
    expect(due("2026-10-01 10:00", "1 workday", named("always"))).toBe("2026-10-03 00:00"); // the end of the next day
  });

  it("say on each deadline that rests on an unannounced year that it does", () => {
    const answer = answerQuestion({ from: "2026-12-30T16:40", budget: "5 workday" }, juxian);
    expect(answer).toMatchObject({ kind: "due", json: { warnings: ["2027 年安排未公布"] } });
  });

  it("say sixty days before their end that they run out", () => {
    expect(runningOut(reference.years, at("2026-10-31 12:00"))).toBeNull();
    expect(runningOut(reference.years, at("2026-11-01 12:00"))).toContain("还有 60 天");
    expect(runningOut(reference.years, at("2026-11-02 12:00"))).toContain("还有 59 天");
    expect(runningOut(reference.years, at("2027-01-02 12:00"))).toContain("已经用完");
  });

  it.each(["3 天", "0 workday", "1.5 workday", "workday", "-1 work_hour", ""])(
    "do not guess at “%s”",
    (budget) => {
      expect(answerQuestion({ from: "2026-11-20 10:00", budget }, juxian).kind).toBe("bad");
    },
  );
});

/** Looks at the calendar files minute by minute and knows nothing of the code under test. */
const off = new Set(reference.years.flatMap((year) => year.offDates));
const worked = new Set(reference.years.flatMap((year) => year.makeupWorkdays.map(({ date }) => date)));

function minuteAt(epoch: number): { readonly day: string; readonly open: boolean } {
  const china = new Date(epoch + 8 * 3_600_000);
  const day = china.toISOString().slice(0, 10);
  const time = china.toISOString().slice(11, 16);
  const weekend = china.getUTCDay() === 0 || china.getUTCDay() === 6;
  const works = worked.has(day) || (!weekend && !off.has(day));
  const summer = china.getUTCMonth() >= 5 && china.getUTCMonth() <= 8;
  const [opens, closes] = summer ? ["14:00", "18:00"] : ["13:30", "17:30"];
  const inHours = (time >= "08:30" && time < "12:00") || (time >= opens && time < closes);
  return { day, open: works && inHours };
}

describe("an independent counter that looks at every minute", () => {
  const starts = fc.integer({ min: at("2024-01-01 00:00") / 60_000, max: at("2026-11-15 00:00") / 60_000 });

  it("ends office hours at the same minute", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 * 60 }), (minute, minutes) => {
        let left = minutes;
        let end = minute * 60_000;
        for (; left > 0; end += 60_000) if (minuteAt(end).open) left--;
        const budget = { value: minutes / 60, unit: "workHour" } as const;
        expect(wallClock(deadline(minute * 60_000, budget, juxian.calendar))).toBe(wallClock(end));
      }),
      { numRuns: 150 },
    );
  });

  it("ends workdays at the same close", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 12 }), (minute, days) => {
        const first = minuteAt(minute * 60_000).day;
        const counted = new Set<string>();
        let end = 0;
        for (let now = minute * 60_000; ; now += 60_000) {
          const { day, open } = minuteAt(now);
          if (!open || day === first) continue;
          if (!counted.has(day) && counted.size === days) break;
          counted.add(day);
          end = now + 60_000;
        }
        const budget = { value: days, unit: "workday" } as const;
        expect(wallClock(deadline(minute * 60_000, budget, juxian.calendar))).toBe(wallClock(end));
      }),
      { numRuns: 100 },
    );
  });
});
