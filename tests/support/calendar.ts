import { createCalendar } from "../../server/domain/calendar.ts";
import type { CalendarYear, OfficeHours } from "../../server/domain/calendarData.ts";
import { type Instant, parseInstant } from "../../server/domain/time.ts";

/** Autumn and Spring Festival of 2026 as the State Council announced them, typed by hand for the tests. */
export const year2026: CalendarYear = {
  year: 2026,
  status: "confirmed",
  notice: null,
  holidays: [
    { name: "春节", start: "2026-02-15", end: "2026-02-23" },
    { name: "中秋节", start: "2026-09-25", end: "2026-09-27" },
    { name: "国庆节", start: "2026-10-01", end: "2026-10-07" },
  ],
  makeupWorkdays: [
    { date: "2026-02-14", forHoliday: "春节" },
    { date: "2026-02-28", forHoliday: "春节" },
    { date: "2026-09-20", forHoliday: "国庆节" },
    { date: "2026-10-10", forHoliday: "国庆节" },
  ],
  offDates: [
    ...["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((day) => `2026-02-${day}`),
    ...["25", "26", "27"].map((day) => `2026-09-${day}`),
    ...["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`),
  ],
};

const year2027: CalendarYear = {
  year: 2027,
  status: "notAnnounced",
  notice: null,
  holidays: [{ name: "元旦", start: "2027-01-01", end: "2027-01-01" }],
  makeupWorkdays: [],
  offDates: ["2027-01-01"],
};

/** Eight hours, all year. */
export const eightHours: OfficeHours = {
  validFrom: "2024-01-01",
  seasonFrom: "01-01",
  seasonTo: "12-31",
  weekdays: [1, 2, 3, 4, 5],
  segments: [
    ["08:30", "12:00"],
    ["13:30", "18:00"],
  ],
};

/** Counts by the Civil Code, as counties do unless they choose otherwise. */
export const calendar2026 = createCalendar([year2026, year2027], [eightHours]);

/** Counts to the same time of day. */
export const sameInstant2026 = createCalendar([year2026, year2027], [eightHours], "sameInstant");

/** A Chinese wall clock as an instant; throws on a typing error in the test. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`Got ${text} when YYYY-MM-DD HH:MM was expected`);
  return instant;
}
