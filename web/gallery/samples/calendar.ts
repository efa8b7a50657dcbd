/** A year of work: the holidays as they were announced, and a make-up workday that somebody is about to add. */
import { createCalendar } from "../../../server/domain/calendar.ts";
import type { CalendarYear, OfficeHours } from "../../../server/domain/calendarData.ts";

const hours: readonly OfficeHours[] = [
  {
    validFrom: "2020-01-01",
    seasonFrom: "01-01",
    seasonTo: "12-31",
    weekdays: [1, 2, 3, 4, 5],
    segments: [
      ["08:30", "12:00"],
      ["13:30", "17:30"],
    ],
  },
];

const announced: CalendarYear = {
  year: 2026,
  status: "confirmed",
  notice: null,
  holidays: [
    { name: "春节", start: "2026-02-15", end: "2026-02-23" },
    { name: "国庆节", start: "2026-10-01", end: "2026-10-07" },
  ],
  makeupWorkdays: [{ date: "2026-02-14", forHoliday: "春节" }],
  offDates: [
    ...["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((date) => `2026-02-${date}`),
    ...["01", "02", "03", "04", "05", "06", "07"].map((date) => `2026-10-${date}`),
  ],
};

export const counting = createCalendar([announced], hours);
export const drafted = createCalendar(
  [
    {
      ...announced,
      makeupWorkdays: [...announced.makeupWorkdays, { date: "2026-10-10", forHoliday: "国庆节" }],
    },
  ],
  hours,
);
