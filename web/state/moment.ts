/** Instants and spans in words people use: 今天 17:30 前, 剩 3 工时 20 分. Pure: the calendar and now are arguments. */
import type { Calendar } from "../../server/domain/calendar.ts";
import type { BudgetUnit } from "../../server/domain/taxonomy.ts";
import { DAY, dayNumber, dayOf, type Instant, MINUTE, wallClock, weekday } from "../../server/domain/time.ts";
import { timeSpent } from "../../server/domain/worktime.ts";
import { words } from "../words.ts";

/** `今天 09:12`, `昨天 16:40`, `周五 17:30` (this week and the next six days), `12月3日 17:30`, with the year if another. */
export function momentText(at: Instant, now: Instant): string {
  return `${dayText(at, now)} ${wallClock(at).slice(11)}`;
}

export function deadlineText(due: Instant, now: Instant): string {
  return words.moment.before(momentText(due, now));
}

/** The calendar year of an instant, in China. */
export function yearOf(at: Instant): number {
  return Number(dayOf(dayNumber(at)).slice(0, 4));
}

/** `今天`, `昨天`, `周五` of the next six days, `12月3日`. */
export function dayText(at: Instant, now: Instant): string {
  const days = dayNumber(at) - dayNumber(now);
  const near = words.moment.days[String(days)];
  if (near !== undefined) return near;
  if (days > 0 && days < 7) return words.moment.weekdays[weekday(dayNumber(at))] ?? "";
  const [year = "", month = "", day = ""] = dayOf(dayNumber(at)).split("-");
  const sameYear = year === dayOf(dayNumber(now)).slice(0, 4);
  return words.moment.date(sameYear ? null : Number(year), Number(month), Number(day));
}

export interface Left {
  readonly late: boolean;
  readonly text: string;
}

/**
 * Time until (or since) a deadline in the measure that the limit was given in. Where the measure is not known (rows of
 * lists), a deadline within office hours is taken for an office clock's, any other for one that runs day and night.
 */
export function leftOf(
  due: Instant,
  { now, unit }: { readonly now: Instant; readonly unit: BudgetUnit | null },
  calendar: Calendar | null,
): Left {
  const late = now >= due;
  const [from, to] = late ? [due, now] : [now, due];
  const office =
    calendar !== null && (unit === null ? isOfficeTime(due, calendar) : !unit.startsWith("calendar"));
  const span = office ? officeSpan(from, to, calendar) : realSpan(to - from);
  if (late) return { late, text: span === null ? words.moment.justOver : words.moment.over(span) };
  return { late, text: words.moment.left(span ?? realSpan(0)) };
}

/** null: no office time at all lies between, as in the evening after a deadline at closing time. */
function officeSpan(from: Instant, to: Instant, calendar: Calendar): string | null {
  const worked = timeSpent(from, to, "workHour", calendar);
  if (worked < MINUTE) return null;
  const day = calendar.ordinaryDay(from);
  const days = Math.floor(worked / day);
  return words.moment.span(days, ...hoursAndMinutes(worked - days * day), "work");
}

/** Closing time still belongs to the office: limits end there. */
function isOfficeTime(at: Instant, calendar: Calendar): boolean {
  return calendar.day(dayNumber(at)).segments.some(({ start, end }) => at > start && at <= end);
}

/** A stretch of time by the wall clock: 2 天 3 小时. */
export function spanText(milliseconds: number): string {
  return realSpan(milliseconds);
}

/** Working time in hours, never in days: a day of it has no common length. */
export function officeText(milliseconds: number): string {
  return words.moment.span(0, ...hoursAndMinutes(milliseconds), "work");
}

function realSpan(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return words.moment.span(days, ...hoursAndMinutes(milliseconds - days * DAY), "real");
}

function hoursAndMinutes(milliseconds: number): [number, number] {
  const minutes = Math.floor(milliseconds / MINUTE);
  return [Math.floor(minutes / 60), minutes % 60];
}

/** When the office opens again, if it is closed now and opens within two weeks; null while it is open. */
export function pausedUntil(now: Instant, calendar: Calendar): Instant | null {
  const today = dayNumber(now);
  for (let number = today; number < today + 14; number++) {
    for (const { start, end } of calendar.day(number).segments) {
      if (now >= start && now < end) return null;
      if (start > now) return start;
    }
  }
  return null;
}
