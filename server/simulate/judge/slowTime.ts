/**
 * Working time counted minute by minute from the raw rows of the calendar: slow, plain, and sharing nothing with
 * server/domain/worktime.ts. The oracle that every clock of the rehearsal is held against.
 */
import type { NamedCalendar } from "../../domain/calendars.ts";
import type { Reference } from "../../domain/reference.ts";
import type { Budget, BudgetUnit } from "../../domain/taxonomy.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** China's time zone, by hand. */
const EAST = 8 * 60 * MINUTE;
/** What fractions of days leave over by rounding, in milliseconds: less is no time, and must not carry noon to the afternoon. */
const HAIR = 0.5;

export interface SlowTime {
  /** When a budget (times `factor`) that starts at `start` is used up, by the Civil Code. */
  due(start: number, budget: Budget, factor?: number): number;
  /** What is left from `stopped` to `instant`, laid on again from `now`. */
  moved(instant: number, stopped: number, now: number, unit: BudgetUnit): number;
  /** How much of the time that counts in a unit lies between two instants, in whichever order. */
  between(a: number, b: number, unit: BudgetUnit): number;
  /** One budget more from where it ends. */
  extended(due: number, budget: Budget): number;
  /** Milliseconds of warning before the end of a budget, as a plain amount of its unit. */
  warned(
    start: number,
    budget: Budget,
    warn: { readonly share: number; readonly workHours?: number },
  ): number;
}

/** @returns null for a calendar that counts to the same instant, which this oracle does not know. */
export function createSlowTime(row: NamedCalendar, { years, hours }: Reference): SlowTime | null {
  if (row.rule !== "civilCode") return null;
  const days = new Map<number, Uint8Array>();

  /** The 1,440 minutes of a day: 1 where work is done. */
  function minutes(day: number): Uint8Array {
    const known = days.get(day);
    if (known) return known;
    const made = new Uint8Array(1440);
    const name = new Date(day * DAY).toISOString().slice(0, 10);
    if (row.hours === "always") made.fill(1);
    else {
      const season = seasonOf(name, row.hours === "office" ? hours : row.hours);
      if (isWorked(name, day, season.weekdays))
        for (const [from, to] of season.segments) made.fill(1, minuteOf(from), minuteOf(to));
    }
    days.set(day, made);
    return made;
  }

  function isWorked(name: string, day: number, weekdays: readonly number[]): boolean {
    const own = (row.additions ?? []).find(({ date }) => date === name);
    if (own) return own.kind === "work";
    const year = years.find((each) => String(each.year) === name.slice(0, 4));
    if (year?.makeupWorkdays.some(({ date }) => date === name)) return true;
    if (year?.offDates.includes(name)) return false;
    return weekdays.includes(new Date(day * DAY).getUTCDay());
  }

  const worked = (day: number) => minutes(day).reduce((sum, each) => sum + each, 0) * MINUTE;

  /** Working milliseconds of a day from an instant on. */
  function workedFrom(day: number, from: number): number {
    const table = minutes(day);
    let sum = 0;
    for (let minute = 0; minute < 1440; minute++) {
      if (table[minute] !== 1) continue;
      const start = day * DAY - EAST + minute * MINUTE;
      sum += Math.min(MINUTE, Math.max(0, start + MINUTE - from));
    }
    return sum;
  }

  /** Where so many working milliseconds from an instant on are used up, within a day. */
  function within(day: number, from: number, amount: number): number {
    const table = minutes(day);
    let left = amount;
    for (let minute = 0; minute < 1440; minute++) {
      if (table[minute] !== 1) continue;
      const start = Math.max(from, day * DAY - EAST + minute * MINUTE);
      const room = day * DAY - EAST + (minute + 1) * MINUTE - start;
      if (room <= 0) continue;
      if (left <= room + HAIR) return start + Math.min(left, room);
      left -= room;
    }
    throw new Error(`No ${amount} ms of work left on day ${day}`);
  }

  /** @param amount milliseconds, or days where `byDay`. */
  function walk(start: number, amount: number, byDay: boolean): number {
    let left = amount;
    for (let day = dayOf(start); day < dayOf(start) + 4000; day++) {
      const total = worked(day);
      if (total === 0) continue;
      const room = workedFrom(day, start);
      const wanted = byDay ? left * total : left;
      if (room > 0 && wanted <= room + HAIR) return within(day, start, Math.min(wanted, room));
      left -= byDay ? room / total : room;
    }
    throw new Error("No working time in ten years");
  }

  function measured(from: number, to: number, byDay: boolean): number {
    let sum = 0;
    for (let day = dayOf(from); day <= dayOf(to); day++) {
      const total = worked(day);
      if (total === 0) continue;
      const part = workedFrom(day, from) - workedFrom(day, Math.max(from, to));
      sum += byDay ? part / total : part;
    }
    return sum;
  }

  function closeOfBusiness(day: number): number {
    let last = day;
    while (worked(last) === 0) last += 1;
    return last * DAY - EAST + (minutes(last).lastIndexOf(1) + 1) * MINUTE;
  }

  function plain(start: number, amount: number, unit: BudgetUnit): number {
    if (unit === "workday") return walk(start, amount, true);
    if (unit === "workHour") return walk(start, amount * 60 * MINUTE, false);
    return start + amount * sizes[unit];
  }

  function due(start: number, { value, unit }: Budget, factor = 1): number {
    const amount = value * factor;
    if (unit === "calendarDay") return closeOfBusiness(dayOf(start) + Math.ceil(amount));
    if (unit === "workday") return plain((dayOf(start) + 1) * DAY - EAST, amount, unit);
    return plain(start, amount, unit);
  }

  return {
    due,
    moved(instant, stopped, now, unit) {
      if (instant <= stopped) return instant;
      if (unit !== "workday" && unit !== "workHour") return now + (instant - stopped);
      return walk(now, measured(stopped, instant, unit === "workday"), unit === "workday");
    },
    between(a, b, unit) {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      return unit === "workday" || unit === "workHour" ? measured(from, to, false) : to - from;
    },
    extended(end, { value, unit }) {
      if (unit !== "calendarDay") return plain(end, value, unit);
      return closeOfBusiness(dayOf(end + value * DAY - 1));
    },
    warned(start, budget, { share, workHours }) {
      const { value, unit } = budget;
      const office = unit === "workday" || unit === "workHour";
      const ordinary = ordinaryHours(row, hours, start);
      const asked =
        office && workHours !== undefined ? (unit === "workHour" ? workHours : workHours / ordinary) : 0;
      const lead = Math.max(value * share, Math.min(asked, value / 2));
      if (unit === "calendarDay") return due(start, budget) - lead * DAY;
      return due(start, { value: value - lead, unit });
    },
  };
}

const sizes = { calendarMinute: MINUTE, calendarHour: 60 * MINUTE, calendarDay: DAY } as const;

function dayOf(at: number): number {
  return Math.floor((at + EAST) / DAY);
}

type Hours = Reference["hours"];

function seasonOf(name: string, hours: Hours): Hours[number] {
  const fits = hours.filter((each) => {
    const { seasonFrom: from, seasonTo: to } = each;
    const day = name.slice(5);
    return each.validFrom <= name && (from <= to ? from <= day && day <= to : day >= from || day <= to);
  });
  const season = fits.at(-1);
  if (!season) throw new Error(`No hours on ${name}`);
  return season;
}

/** Hours of an ordinary working day of the season. */
function ordinaryHours(row: NamedCalendar, hours: Hours, at: number): number {
  if (row.hours === "always") return 24;
  const name = new Date(dayOf(at) * DAY).toISOString().slice(0, 10);
  const { segments } = seasonOf(name, row.hours === "office" ? hours : row.hours);
  return segments.reduce((sum, [from, to]) => sum + minuteOf(to) - minuteOf(from), 0) / 60;
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
