/**
 * Working time as an algebra: `runOut` adds an amount to an instant, `timeSpent` takes it back; `deadline` lays the
 * county's counting rule on top. Three measures (handbook §2.5): continuous time (紧急工作时, 自然日), office time
 * (工作时), and workdays (工作日), counted in parts of a working day so that summer and winter hours weigh alike.
 */
import type { Calendar, Segment, WorkingDay } from "./calendar.ts";
import type { Budget, BudgetUnit } from "./taxonomy.ts";
import { DAY, dayNumber, HOUR, type Instant, MINUTE, startOfDay } from "./time.ts";

/** Milliseconds for continuous and office time, days for workdays. */
export type Amount = number;

type Measure = "continuous" | "office" | "workday";

const measures: Record<BudgetUnit, { readonly measure: Measure; readonly size: number }> = {
  calendarMinute: { measure: "continuous", size: MINUTE },
  calendarHour: { measure: "continuous", size: HOUR },
  calendarDay: { measure: "continuous", size: DAY },
  workHour: { measure: "office", size: HOUR },
  workday: { measure: "workday", size: 1 },
};

/** Parts of a day below this are rounding, not time: 1e-9 of a day is under 0.1 ms. */
const GRAIN = 1e-9;

/** Days looked at before a budget is called impossible: ten years. */
const HORIZON = 3660;

export function amountOf(budget: Budget): Amount {
  return budget.value * measures[budget.unit].size;
}

/** Office hours expressed in the measure of a unit; null where the unit runs day and night. */
export function officeHoursAs(unit: BudgetUnit, hours: number, ordinaryDay: number): Amount | null {
  const { measure } = measures[unit];
  if (measure === "continuous") return null;
  return measure === "office" ? hours * HOUR : (hours * HOUR) / ordinaryDay;
}

/**
 * The instant at which a budget that starts at `start` is used up, by the county's counting rule (民法典 201–203 by
 * default): hours and minutes run from the instant; of days the first does not count, the last ends at the close of
 * business, and a last day off moves to the next workday's close.
 * @throws when the calendar has no working time for ten years.
 */
export function deadline(start: Instant, budget: Budget, calendar: Calendar): Instant {
  return deadlineOf(start, amountOf(budget), budget.unit, calendar);
}

/** The same for an amount of the unit's measure: a share or a multiple of a budget. */
export function deadlineOf(start: Instant, amount: Amount, unit: BudgetUnit, calendar: Calendar): Instant {
  const end = runOut(countedFrom(start, unit, calendar), amount, unit, calendar);
  if (unit !== "calendarDay" || calendar.rule === "sameInstant") return end;
  return closeOfBusiness(dayNumber(end - 1), calendar);
}

/** A deadline that is put off by one budget (延期): counted on from where it was, by the same rule. */
export function extended(due: Instant, budget: Budget, calendar: Calendar): Instant {
  const end = runOut(due, amountOf(budget), budget.unit, calendar);
  const byDays = budget.unit === "calendarDay" && calendar.rule === "civilCode";
  return byDays ? closeOfBusiness(dayNumber(end - 1), calendar) : end;
}

/** From which instant a unit is counted: of days the first does not count (民法典 201), so they begin when it ends. */
export function countedFrom(start: Instant, unit: BudgetUnit, calendar: Calendar): Instant {
  const byDays = unit === "workday" || unit === "calendarDay";
  return byDays && calendar.rule === "civilCode" ? startOfDay(dayNumber(start) + 1) : start;
}

/**
 * The instant at which `amount` is used up when counting goes on at `start`: the plain sum, without the first-day rule.
 * Time runs out at the earliest such instant (17:30, not next morning); only workdays under the rule `sameInstant`
 * fall to the next opening when the same time of day is outside office hours.
 */
export function runOut(start: Instant, amount: Amount, unit: BudgetUnit, calendar: Calendar): Instant {
  const { measure } = measures[unit];
  if (measure === "continuous") return start + amount;
  const opens = measure === "workday" && calendar.rule === "sameInstant";
  let left = amount;
  const first = dayNumber(start);
  for (let number = first; number < first + HORIZON; number++) {
    const day = calendar.day(number);
    for (const segment of day.segments) {
      const from = Math.max(segment.start, start);
      if (from >= segment.end) continue;
      const capacity = share(from, segment.end, day, measure);
      if (opens ? left < capacity - GRAIN : left <= capacity + GRAIN)
        return from + Math.round(lengthOf(Math.min(left, capacity), day, measure));
      left -= capacity;
    }
  }
  throw new Error(`No working time found for ten years after ${start}`);
}

/**
 * Whether a deadline moves when the days off of a year are announced. Hours and minutes run through every holiday;
 * natural days only end on a workday, by the Civil Code.
 */
export function followsCalendar(unit: BudgetUnit, { rule }: Pick<Calendar, "rule">): boolean {
  if (unit === "calendarDay") return rule === "civilCode";
  return unit === "workday" || unit === "workHour";
}

/** A deadline that rests on a year whose days off are not announced. */
export function isProvisional(due: Instant, unit: BudgetUnit, calendar: Calendar): boolean {
  return followsCalendar(unit, calendar) && !calendar.day(dayNumber(due)).announced;
}

/** How much of a unit's measure lies between two instants; 0 when `to` is not after `from`. */
export function timeSpent(from: Instant, to: Instant, unit: BudgetUnit, calendar: Calendar): Amount {
  const { measure } = measures[unit];
  if (to <= from) return 0;
  if (measure === "continuous") return to - from;
  let spent = 0;
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const day = calendar.day(number);
    for (const segment of day.segments)
      spent += share(Math.max(segment.start, from), Math.min(segment.end, to), day, measure);
  }
  return spent;
}

/** One day of an explained deadline (`huying due`, the case file): what counted and what was left after it. */
export interface DayOfBudget {
  readonly day: WorkingDay;
  /** The day of the start, which is not counted by the Civil Code. */
  readonly firstDay: boolean;
  readonly counted: readonly Segment[];
  readonly spent: Amount;
  readonly left: Amount;
}

/** The deadline again, day by day, for people who dispute it. */
export function explainDeadline(
  start: Instant,
  budget: Budget,
  calendar: Calendar,
): { readonly due: Instant; readonly days: readonly DayOfBudget[] } {
  const due = deadline(start, budget, calendar);
  const from = countedFrom(start, budget.unit, calendar);
  const days: DayOfBudget[] = [];
  let left = amountOf(budget);
  for (let number = dayNumber(start); number <= dayNumber(due); number++) {
    const day = calendar.day(number);
    const counted = countedOn(number, { start: from, due, day, unit: budget.unit });
    const spent = Math.min(
      left,
      counted.reduce((sum, part) => sum + timeSpent(part.start, part.end, budget.unit, calendar), 0),
    );
    left -= spent;
    days.push({
      day,
      firstDay: from > start && number === dayNumber(start),
      counted,
      spent,
      left: left < GRAIN ? 0 : left,
    });
  }
  return { due, days };
}

/** The close of business of a day, or of the next workday when it is a day off. */
function closeOfBusiness(number: number, calendar: Calendar): Instant {
  for (let next = number; next < number + HORIZON; next++) {
    const last = calendar.day(next).segments.at(-1);
    if (last) return last.end;
  }
  throw new Error(`No workday found for ten years after day ${number}`);
}

function countedOn(
  number: number,
  { start, due, day, unit }: { start: Instant; due: Instant; day: WorkingDay; unit: BudgetUnit },
): readonly Segment[] {
  const midnight = startOfDay(number);
  const parts =
    measures[unit].measure === "continuous" ? [{ start: midnight, end: midnight + DAY }] : day.segments;
  return parts
    .map((part) => ({
      start: Math.max(part.start, start),
      end: unit === "calendarDay" ? part.end : Math.min(part.end, due),
    }))
    .filter((part) => part.end > part.start);
}

function share(from: Instant, to: Instant, day: WorkingDay, measure: Measure): Amount {
  if (to <= from) return 0;
  return measure === "workday" ? (to - from) / day.total : to - from;
}

function lengthOf(amount: Amount, day: WorkingDay, measure: Measure): number {
  return measure === "workday" ? amount * day.total : amount;
}
