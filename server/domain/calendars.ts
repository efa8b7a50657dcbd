/**
 * Calendars by name (fixtures/calendar/calendars.json): counting rule, hours, days that the county adds. Every content
 * of a calendar has a version of its own; clocks keep the version they began with, so that a later announcement
 * changes new clocks only.
 */
import { type Calendar, type CountingRule, createCalendar } from "./calendar.ts";
import type { CalendarYear, CountyDay, OfficeHours } from "./calendarData.ts";
import type { Reference } from "./reference.ts";
import { dayNumber, dayOf, type Instant, parseDay } from "./time.ts";

export interface NamedCalendar {
  readonly code: string;
  readonly name: string;
  readonly rule: CountingRule;
  readonly version: string;
  /**
   * `office`: as the county's offices; `always`: day and night, for lines and crews on duty (值班热线、抢险单位); else the
   * hours of a unit's own, summer and winter.
   */
  readonly hours: "office" | "always" | readonly OfficeHours[];
  /** Days off and days worked that the county or the unit adds to those of the State Council. */
  readonly additions?: readonly CountyDay[];
}

/** All that a calendar is computed from, kept for as long as a clock may ask for it. */
export interface KeptCalendar {
  readonly row: NamedCalendar;
  readonly years: readonly CalendarYear[];
  readonly hours: readonly OfficeHours[];
}

/** `office` in the list of units means the county's own calendar: the first row. */
export const COUNTY = "office";

export function calendarOf(
  row: NamedCalendar,
  { years, hours }: Pick<Reference, "years" | "hours">,
): Calendar {
  const id = calendarId({ row, years, hours });
  if (row.hours === "always") {
    // No day off is known to it, and no year has to be announced.
    const plain = years.map((year) => ({ ...bare, year: year.year }));
    return { ...createCalendar(plain, [dayAndNight], row.rule), id };
  }
  const own = row.hours === "office" ? hours : row.hours;
  return { ...createCalendar(withAdditions(years, row.additions ?? []), own, row.rule), id };
}

/** `juxian@2026-11-20.1f3c9a20`: name, declared version, and a fingerprint in case nobody raised the version. */
export function calendarId(kept: KeptCalendar): string {
  return `${kept.row.code}@${kept.row.version}.${fingerprint(JSON.stringify(kept))}`;
}

export interface CalendarBook {
  /** The calendar that a unit works by now; the county's for townships, cells and nobody. */
  readonly of: (unit: string | null) => Calendar;
  /** The version frozen on a clock; the county's present one for clocks that froze none. */
  readonly frozen: (id: string | undefined) => Calendar;
}

/**
 * @param kept versions that running clocks may have been started with, by id; the present ones need not be among them.
 * @returns answers by unit and by frozen version. `frozen` throws for a version that nobody kept: a broken archive.
 */
export function createCalendarBook(
  { calendars, years, hours, unitsByCode }: Reference,
  kept: ReadonlyMap<string, KeptCalendar> = new Map(),
): CalendarBook {
  const present = calendars.map((row) => calendarOf(row, { years, hours }));
  const county = present[0] ?? createCalendar(years, hours);
  const byCode = new Map(calendars.map((row, index) => [row.code, present[index] ?? county]));
  const byId = new Map(present.map((calendar) => [calendar.id, calendar]));

  function frozen(id: string | undefined): Calendar {
    if (id === undefined || id === "") return county;
    const known = byId.get(id);
    if (known) return known;
    const old = kept.get(id);
    if (!old) throw new Error(`No calendar ${id} was kept`);
    const made = { ...calendarOf(old.row, old), id };
    byId.set(id, made);
    return made;
  }

  return {
    of: (unit) => byCode.get(unitsByCode.get(unit ?? "")?.calendar ?? COUNTY) ?? county,
    frozen,
  };
}

/** One calendar for everybody, whatever was frozen. */
export function bookOf(calendar: Calendar): CalendarBook {
  return { of: () => calendar, frozen: () => calendar };
}

/** The name in an id: `juxian`. */
export function calendarCode(id: string | undefined): string | null {
  return id === undefined || id === "" ? null : (id.split("@")[0] ?? null);
}

/** How many days before its end a calendar says so. */
const NOTICE = 60;

/** 提前 60 天预警: the last announced year is about to end, or has ended. null while there is time. */
export function runningOut(years: readonly CalendarYear[], now: Instant): string | null {
  const known = years.filter((year) => year.status === "confirmed").map((year) => year.year);
  const last = Math.max(...known);
  const end = parseDay(`${last}-12-31`);
  if (end === null) return null;
  const left = end - dayNumber(now);
  if (left > NOTICE) return null;
  return left >= 0
    ? `工作日历只到 ${dayOf(end)}，还有 ${left} 天：请在国务院办公厅公布 ${last + 1} 年安排后及时更新。`
    : `工作日历在 ${dayOf(end)} 已经用完：此后的截止时刻都是暂定的，请立即更新。`;
}

/** A day that the county adds stands above what the State Council arranged for it. */
function withAdditions(
  years: readonly CalendarYear[],
  additions: readonly CountyDay[],
): readonly CalendarYear[] {
  if (additions.length === 0) return years;
  const dates = new Set(additions.map(({ date }) => date));
  return years.map((year) => {
    const own = additions.filter(({ date }) => date.startsWith(`${year.year}-`));
    const off = own.filter(({ kind }) => kind === "off");
    const worked = own.filter(({ kind }) => kind === "work");
    return {
      ...year,
      holidays: [...off.map(({ date, name }) => ({ name, start: date, end: date })), ...year.holidays],
      makeupWorkdays: [
        ...year.makeupWorkdays.filter(({ date }) => !dates.has(date)),
        ...worked.map(({ date, name }) => ({ date, forHoliday: name })),
      ],
      offDates: [...year.offDates.filter((date) => !dates.has(date)), ...off.map(({ date }) => date)],
    };
  });
}

/** FNV-1a, 32 bits: tells contents apart, protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const dayAndNight: OfficeHours = {
  validFrom: "2000-01-01",
  seasonFrom: "01-01",
  seasonTo: "12-31",
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  segments: [["00:00", "24:00"]],
};

const bare = { status: "confirmed", notice: null, holidays: [], makeupWorkdays: [], offDates: [] } as const;
