/** Calendars by name (fixtures/calendar/calendars.json): counting rule, version and hours are data of the county. */
import { type Calendar, type CountingRule, createCalendar } from "./calendar.ts";
import type { CalendarYear, OfficeHours } from "./calendarData.ts";
import type { Reference } from "./reference.ts";
import { dayNumber, dayOf, type Instant, parseDay } from "./time.ts";

export interface NamedCalendar {
  readonly code: string;
  readonly name: string;
  readonly rule: CountingRule;
  readonly version: string;
  /** `always`: day and night, for lines and crews on duty (值班热线、抢险单位). */
  readonly hours: "office" | "always";
}

export function calendarOf(
  row: NamedCalendar,
  { years, hours }: Pick<Reference, "years" | "hours">,
): Calendar {
  if (row.hours === "office") return createCalendar(years, hours, row.rule);
  // No day off is known to it, and no year has to be announced.
  const plain = years.map((year) => ({ ...bare, year: year.year }));
  return createCalendar(plain, [dayAndNight], row.rule);
}

/** How long before its end a calendar says so. */
const NOTICE = 60;

/** 提前 60 天预警: the last announced year is about to end, or has ended. null while there is time. */
export function runningOut(years: readonly CalendarYear[], now: Instant): string | null {
  const known = years.filter((year) => year.status === "confirmed").map((year) => year.year);
  const last = Math.max(...known);
  const end = parseDay(`${last}-12-31`);
  if (end === null) return null;
  const left = end - dayNumber(now);
  if (left >= NOTICE) return null;
  return left >= 0
    ? `工作日历只到 ${dayOf(end)}，还有 ${left} 天：请在国务院办公厅公布 ${last + 1} 年安排后及时更新。`
    : `工作日历在 ${dayOf(end)} 已经用完：此后的截止时刻都是暂定的，请立即更新。`;
}

const dayAndNight: OfficeHours = {
  validFrom: "2000-01-01",
  seasonFrom: "01-01",
  seasonTo: "12-31",
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  segments: [["00:00", "24:00"]],
};

const bare = { status: "confirmed", notice: null, holidays: [], makeupWorkdays: [], offDates: [] } as const;
