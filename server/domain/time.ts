/**
 * Time in the core: an instant is a number of milliseconds since 1970-01-01T00:00Z, a day is "YYYY-MM-DD" in China.
 * Mainland China keeps one offset, UTC+8, without summer time since 1991 (docs/decisions/0004), so days need no
 * time-zone library and no `Date`, which the core may not touch.
 */

/** Epoch milliseconds. */
export type Instant = number;

/** A calendar day in China, `YYYY-MM-DD`. */
export type Day = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const CHINA_OFFSET = 8 * HOUR;

/** Days since 1970-01-01 of the Chinese calendar day that holds `at`. */
export function dayNumber(at: Instant): number {
  return Math.floor((at + CHINA_OFFSET) / DAY);
}

/** The instant at which a Chinese day begins (00:00 in UTC+8). */
export function startOfDay(number: number): Instant {
  return number * DAY - CHINA_OFFSET;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Day number → `YYYY-MM-DD`, by the proleptic Gregorian rule (era of 400 years = 146,097 days). */
export function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** `YYYY-MM-DD` → day number; null when the text is not a real day. */
export function parseDay(day: Day): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const number = era * 146_097 + dayOfEra - 719_468;
  return dayOf(number) === day ? number : null;
}

/** The Chinese wall clock of an instant, `YYYY-MM-DD HH:MM`. */
export function wallClock(at: Instant): string {
  const number = dayNumber(at);
  const minutes = Math.floor((at - startOfDay(number)) / MINUTE);
  return `${dayOf(number)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * Reads `YYYY-MM-DD`, `YYYY-MM-DD HH:MM[:SS]` (Chinese wall clock) or an ISO instant with `Z` or an offset.
 * @returns null when the text is none of these.
 */
export function parseInstant(text: string): Instant | null {
  const parts =
    /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!parts) return null;
  const number = parseDay(paddedDay(parts[1] ?? ""));
  const [hour, minute, second] = [Number(parts[2] ?? 0), Number(parts[3] ?? 0), Number(parts[4] ?? 0)];
  if (number === null || hour > 23 || minute > 59 || second > 59) return null;
  const milli = Number((parts[5] ?? "0").padEnd(3, "0"));
  const local = number * DAY + hour * HOUR + minute * MINUTE + second * 1000 + milli;
  return local - offsetOf(parts[6]);
}

function paddedDay(text: string): string {
  const [year = "", month = "", day = ""] = text.split(/[-/]/);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return CHINA_OFFSET;
  if (zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone.slice(1).replace(":", "");
  return sign * (Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
