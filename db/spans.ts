/** Spans of the calendar in China that sums are kept by: days, months and years. Pure. */
import {
  DAY,
  type Day,
  dayNumber,
  dayOf,
  type Instant,
  parseDay,
  startOfDay,
} from "../server/domain/time.ts";

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export interface Covering {
  /** Days, months and years that lie whole within the period, the longest ones. */
  readonly spans: readonly string[];
  /** What is left at its ends. */
  readonly rest: readonly Span[];
}

/** @param longest a month where a year would hide what is asked for. */
export function coveringOf({ from, to }: Span, longest: "month" | "year"): Covering {
  const [first, last] = [dayNumber(from + DAY - 1), dayNumber(to)];
  if (first >= last) return { spans: [], rest: from < to ? [{ from, to }] : [] };
  const spans: string[] = [];
  for (let at = first; at < last;) {
    const { span, end } = longestFrom(at, last, longest);
    spans.push(span);
    at = end;
  }
  const ends = [
    { from, to: startOfDay(first) },
    { from: startOfDay(last), to },
  ];
  return { spans, rest: ends.filter((end) => end.from < end.to) };
}

function longestFrom(at: number, last: number, longest: "month" | "year") {
  const day = dayOf(at);
  const year = { span: yearOf(day), end: numberOf(`${Number(yearOf(day)) + 1}-01-01`) };
  const month = { span: monthOf(day), end: numberOf(nextMonth(day)) };
  if (longest === "year" && day.endsWith("-01-01") && year.end <= last) return year;
  if (day.endsWith("-01") && month.end <= last) return month;
  return { span: day, end: at + 1 };
}

/** Begins a month at this very instant. */
export function isStartOfMonth(at: Instant): boolean {
  const day = dayOf(dayNumber(at));
  return day.endsWith("-01") && startOfDay(dayNumber(at)) === at;
}

/** `YYYY-MM` of an instant. */
export function monthAt(at: Instant): string {
  return monthOf(dayOf(dayNumber(at)));
}

/** The end of the year of an instant: the open end of a period behind which nothing lies. */
export function endOfYear(at: Instant): Instant {
  const year = Number(yearOf(dayOf(dayNumber(at))));
  return startOfDay(numberOf(`${year + 1}-01-01`));
}

/** The instant at which the month of a day is over. */
export function endOfMonth(day: Day): Instant {
  return startOfDay(numberOf(nextMonth(day)));
}

function nextMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

function numberOf(day: Day): number {
  const number = parseDay(day);
  if (number === null) throw new RangeError(`Got ${day}, expected a day of the calendar.`);
  return number;
}

export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

export function yearOf(day: Day): string {
  return day.slice(0, 4);
}
