/** The calendar as it is edited: years and named calendars of a body, days that the county adds, a year that is imported. */
import { createCalendar } from "../../server/domain/calendar.ts";
import type { Calendar } from "../../server/domain/calendar.ts";
import type { CalendarYear, CountyDay, OfficeHours } from "../../server/domain/calendarData.ts";
import { calendarOf, type NamedCalendar } from "../../server/domain/calendars.ts";
import type { CountyBody } from "../../server/domain/county/subjects.ts";
import type { Day } from "../../server/domain/time.ts";

export const CALENDARS = "calendar/calendars.json";

export interface CalendarParts {
  readonly years: readonly CalendarYear[];
  readonly hours: readonly OfficeHours[];
  readonly calendars: readonly NamedCalendar[];
}

export function yearFile(year: number): string {
  return `calendar/${year}.json`;
}

export function partsOf(body: CountyBody): CalendarParts {
  const years = Object.entries(body)
    .filter(([file]) => /^calendar\/\d{4}\.json$/u.test(file))
    .map(([, value]) => value as CalendarYear);
  const { hours } = body["calendar/hours.json"] as { readonly hours: readonly OfficeHours[] };
  return { years, hours, calendars: body[CALENDARS] as readonly NamedCalendar[] };
}

/** The calendar of this name; null while what is being typed is none. */
export function calendarNamed(body: CountyBody, code: string): Calendar | null {
  try {
    const { years, hours, calendars } = partsOf(body);
    const row = calendars.find((one) => one.code === code) ?? calendars[0];
    return row === undefined ? createCalendar(years, hours) : calendarOf(row, { years, hours });
  } catch {
    return null;
  }
}

/** The list of calendars with a day of the county's own put in, or taken out again. */
export function withDay(
  calendars: readonly NamedCalendar[],
  code: string,
  day: CountyDay | { readonly date: Day },
): readonly NamedCalendar[] {
  return calendars.map((row) => {
    if (row.code !== code) return row;
    const others = (row.additions ?? []).filter(({ date }) => date !== day.date);
    const additions = "kind" in day ? [...others, day].sort((a, b) => (a.date < b.date ? -1 : 1)) : others;
    const { additions: _old, ...rest } = row;
    return additions.length === 0 ? rest : { ...rest, additions };
  });
}

/** A year that nobody has announced: statutory days are to be filled in, nothing is guessed. */
export function bareYear(year: number): CalendarYear {
  return { year, status: "notAnnounced", notice: null, holidays: [], makeupWorkdays: [], offDates: [] };
}
