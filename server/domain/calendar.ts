/**
 * The working calendar: which minutes count. Weekly hours by season, days off, and make-up workdays (调休上班), which
 * no peer system knows. Order of judgement for a day: make-up workday, then day off, then weekend, then workday.
 */
import type { CalendarYear, OfficeHours } from "./calendarData.ts";
import { dayNumber, dayOf, type Day, type Instant, MINUTE, parseDay, startOfDay, weekday } from "./time.ts";

export type DayKind = "workday" | "makeup" | "holiday" | "weekend";

/** Working time within a day, as instants, end excluded. */
export interface Segment {
  readonly start: Instant;
  readonly end: Instant;
}

export interface WorkingDay {
  readonly day: Day;
  readonly kind: DayKind;
  /** Name of the holiday that the day belongs to or makes up for. */
  readonly name: string | null;
  readonly segments: readonly Segment[];
  /** Working milliseconds of the whole day. */
  readonly total: number;
  /** False while the State Council has not announced the arrangement of this year: the day is a guess. */
  readonly announced: boolean;
}

/** How days are counted: by the Civil Code (民法典 201–203), or to the same time of day n days later. */
export type CountingRule = "civilCode" | "sameInstant";

export interface Calendar {
  /** Name and version, frozen on clocks; empty for one that is only computed with. */
  readonly id: string;
  readonly rule: CountingRule;
  /** The day with this number (see `dayNumber`). */
  day(number: number): WorkingDay;
  /** Working milliseconds of an ordinary day of that season, used to turn hours into parts of a day. */
  ordinaryDay(at: Instant): number;
}

/** @throws when no office hours are valid on some day: the data has a hole. */
export function createCalendar(
  years: readonly CalendarYear[],
  hours: readonly OfficeHours[],
  rule: CountingRule = "civilCode",
): Calendar {
  const kinds = specialDays(years);
  const announced = new Set(years.filter((year) => year.status === "confirmed").map((year) => year.year));
  const known = new Map<number, WorkingDay>();

  function day(number: number): WorkingDay {
    const kept = known.get(number);
    if (kept) return kept;
    const made = workingDay(number);
    known.set(number, made);
    return made;
  }

  function workingDay(number: number): WorkingDay {
    const name = dayOf(number);
    const special = kinds.get(number);
    const weekend = !hoursOn(name, hours).weekdays.includes(weekday(number));
    const kind: DayKind = special?.kind ?? (weekend ? "weekend" : "workday");
    const works = kind === "workday" || kind === "makeup";
    const segments = works ? segmentsOf(number, hoursOn(name, hours)) : [];
    const total = segments.reduce((sum, segment) => sum + segment.end - segment.start, 0);
    return {
      day: name,
      kind,
      name: special?.name ?? null,
      segments,
      total,
      announced: announced.has(Number(name.slice(0, 4))),
    };
  }

  const ordinary = new Map<number, number>();

  function ordinaryDay(at: Instant): number {
    const number = dayNumber(at);
    let total = ordinary.get(number);
    if (total === undefined) {
      const segments = segmentsOf(number, hoursOn(dayOf(number), hours));
      total = segments.reduce((sum, part) => sum + part.end - part.start, 0);
      ordinary.set(number, total);
    }
    return total;
  }

  return { id: "", rule, day, ordinaryDay };
}

interface SpecialDay {
  readonly kind: "makeup" | "holiday";
  readonly name: string | null;
}

function specialDays(years: readonly CalendarYear[]): ReadonlyMap<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  for (const year of years) {
    for (const day of year.offDates)
      days.set(numbered(day), { kind: "holiday", name: holidayName(year, day) });
    for (const makeup of year.makeupWorkdays) {
      days.set(numbered(makeup.date), { kind: "makeup", name: makeup.forHoliday });
    }
  }
  return days;
}

function holidayName(year: CalendarYear, day: Day): string | null {
  return year.holidays.find((holiday) => holiday.start <= day && day <= holiday.end)?.name ?? null;
}

function hoursOn(day: Day, hours: readonly OfficeHours[]): OfficeHours {
  const monthDay = day.slice(5);
  const found = hours.findLast((row) => row.validFrom <= day && inSeason(monthDay, row));
  if (!found) throw new Error(`No office hours are valid on ${day}`);
  return found;
}

/** A season may run over the turn of the year: 10-01 … 05-31. */
function inSeason(monthDay: string, { seasonFrom: from, seasonTo: to }: OfficeHours): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

function segmentsOf(number: number, hours: OfficeHours): readonly Segment[] {
  const midnight = startOfDay(number);
  return hours.segments.map(([from, to]) => ({
    start: midnight + minutesOf(from) * MINUTE,
    end: midnight + minutesOf(to) * MINUTE,
  }));
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function numbered(day: Day): number {
  const number = parseDay(day);
  if (number === null) throw new Error(`Got ${day} when a calendar day YYYY-MM-DD was expected`);
  return number;
}
