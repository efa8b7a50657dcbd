/**
 * Working time as an algebra of two inverse functions: `runOut` adds a budget to an instant, `timeSpent` takes it back.
 * Three measures (handbook §2.5): continuous time (紧急工作时, 自然日), office time (工作时), and workdays (工作日), which
 * are counted in parts of a working day so that summer and winter hours weigh alike.
 */
import type { Calendar, Segment, WorkingDay } from "./calendar.ts";
import type { Budget, BudgetUnit } from "./taxonomy.ts";
import { DAY, dayNumber, HOUR, type Instant, MINUTE } from "./time.ts";

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
 * The instant at which `amount` is used up when counting starts at `start`.
 * Office time runs out at the earliest such instant (18:00, not next morning); a workday runs out at the same time of
 * day n workdays later, or at the next opening when that is outside office hours (handbook §8 ③).
 * @throws when the calendar has no working time for ten years.
 */
export function runOut(start: Instant, amount: Amount, unit: BudgetUnit, calendar: Calendar): Instant {
  const { measure } = measures[unit];
  if (measure === "continuous") return start + amount;
  let left = amount;
  const first = dayNumber(start);
  for (let number = first; number < first + HORIZON; number++) {
    const day = calendar.day(number);
    for (const segment of day.segments) {
      const from = Math.max(segment.start, start);
      if (from >= segment.end) continue;
      const capacity = share(from, segment.end, day, measure);
      if (endsWithin(left, capacity, measure)) return from + Math.round(lengthOf(left, day, measure));
      left -= capacity;
    }
  }
  throw new Error(`No working time found for ten years after ${start}`);
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
  readonly counted: readonly Segment[];
  readonly spent: Amount;
  readonly left: Amount;
}

/** The deadline again, day by day, for people who dispute it. */
export function explainRunOut(
  start: Instant,
  budget: Budget,
  calendar: Calendar,
): { readonly due: Instant; readonly days: readonly DayOfBudget[] } {
  const due = runOut(start, amountOf(budget), budget.unit, calendar);
  const days: DayOfBudget[] = [];
  let left = amountOf(budget);
  for (let number = dayNumber(start); number <= dayNumber(due); number++) {
    const day = calendar.day(number);
    const counted = countedOn(number, { start, due, day, unit: budget.unit });
    const spent = counted.reduce(
      (sum, part) => sum + timeSpent(part.start, part.end, budget.unit, calendar),
      0,
    );
    left = Math.max(0, left - spent);
    days.push({ day, counted, spent, left: left < GRAIN ? 0 : left });
  }
  return { due, days };
}

function countedOn(
  number: number,
  { start, due, day, unit }: { start: Instant; due: Instant; day: WorkingDay; unit: BudgetUnit },
): readonly Segment[] {
  const midnight = number * DAY - 8 * HOUR;
  const parts =
    measures[unit].measure === "continuous" ? [{ start: midnight, end: midnight + DAY }] : day.segments;
  return parts
    .map((part) => ({ start: Math.max(part.start, start), end: Math.min(part.end, due) }))
    .filter((part) => part.end > part.start);
}

function share(from: Instant, to: Instant, day: WorkingDay, measure: Measure): Amount {
  if (to <= from) return 0;
  return measure === "workday" ? (to - from) / day.total : to - from;
}

function lengthOf(amount: Amount, day: WorkingDay, measure: Measure): number {
  return measure === "workday" ? amount * day.total : amount;
}

function endsWithin(left: Amount, capacity: Amount, measure: Measure): boolean {
  return measure === "workday" ? left < capacity - GRAIN : left <= capacity;
}
