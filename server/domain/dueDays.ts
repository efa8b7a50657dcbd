/** A deadline told day by day, for people who dispute it: the case file, the command line and the API tell the same. */
import type { Calendar, WorkingDay } from "./calendar.ts";
import type { Budget } from "./taxonomy.ts";
import { HOUR, type Instant, parseDay, wallClock, weekday } from "./time.ts";
import { type DayOfBudget, explainDeadline, followsCalendar } from "./worktime.ts";

export interface DueAnswer {
  readonly start: string;
  readonly budget: Budget;
  readonly due: string;
  readonly dueAt: Instant;
  /** Years it runs through whose holidays the State Council has not announced: the deadline may move. */
  readonly notAnnounced: readonly string[];
  readonly days: readonly DueDay[];
}

export interface DueDay {
  readonly day: string;
  readonly weekday: string;
  readonly kind: WorkingDay["kind"];
  readonly holiday: string | null;
  /** The day of the start, which the Civil Code does not count. */
  readonly firstDay: boolean;
  readonly counted: readonly (readonly [from: string, to: string])[];
  /** In the measure of the budget: workdays, or hours for all others. */
  readonly spent: number;
  readonly left: number;
}

export function answerDue(start: Instant, budget: Budget, calendar: Calendar): DueAnswer {
  const { due, days } = explainDeadline(start, budget, calendar);
  const open = followsCalendar(budget.unit, calendar) ? days.filter(({ day }) => !day.announced) : [];
  return {
    start: wallClock(start),
    budget,
    due: wallClock(due),
    dueAt: due,
    notAnnounced: [...new Set(open.map(({ day }) => day.day.slice(0, 4)))],
    days: days.map((day) => dueDay(day, budget)),
  };
}

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/** @param day `YYYY-MM-DD`, or an instant's wall clock that begins with it. */
export function weekdayOf(day: string): string {
  const number = parseDay(day.slice(0, 10));
  return number === null ? "" : (weekdays[weekday(number)] ?? "");
}

function dueDay({ day, firstDay, counted, spent, left }: DayOfBudget, budget: Budget): DueDay {
  const measure = (amount: number) =>
    Math.round((budget.unit === "workday" ? amount : amount / HOUR) * 1000) / 1000;
  return {
    day: day.day,
    weekday: weekdayOf(day.day),
    kind: day.kind,
    holiday: day.name,
    firstDay,
    counted: counted.map((part) => [timeOf(part.start), endOf(part.end)] as const),
    spent: measure(spent),
    left: measure(left),
  };
}

function timeOf(at: Instant): string {
  return wallClock(at).slice(11);
}

/** Midnight at the end of a day reads 24:00, not 00:00. */
function endOf(at: Instant): string {
  const time = timeOf(at);
  return time === "00:00" ? "24:00" : time;
}
