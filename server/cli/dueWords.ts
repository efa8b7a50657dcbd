/** A deadline told day by day, so that somebody who disputes it can follow with a finger on the wall calendar. */
import type { Calendar, WorkingDay } from "../domain/calendar.ts";
import type { Budget } from "../domain/taxonomy.ts";
import { dayNumber, HOUR, type Instant, wallClock, weekday } from "../domain/time.ts";
import { budgetWords } from "../domain/words.ts";
import { type DayOfBudget, explainDeadline, followsCalendar } from "../domain/worktime.ts";

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

/** @returns lines for a person; the warning about unannounced years comes first and cannot be overlooked. */
export function printDue(answer: DueAnswer): string {
  const { budget, notAnnounced } = answer;
  const unit = budgetWords[budget.unit];
  const warning = notAnnounced.map(
    (year) =>
      `！！注意：国务院办公厅尚未公布 ${year} 年放假调休安排，${year} 年只按周末和法定节日估算，截止时间可能变动！！`,
  );
  return [
    ...warning,
    `起算：${withWeekday(answer.start)}`,
    `时限：${budget.value} ${unit}`,
    `截止：${withWeekday(answer.due)}${notAnnounced.length > 0 ? "（暂定）" : ""}`,
    "逐日：",
    ...answer.days.map((day) => `  ${dayLine(day, budget)}`),
  ].join("\n");
}

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

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

function dayLine(day: DueDay, budget: Budget): string {
  const size = budget.unit === "workday" ? "日" : "小时";
  const times = day.counted.map(([from, to]) => `${from}–${to}`).join("、");
  const uncounted = day.firstDay ? "起算当日不计（民法典第二百零一条）" : "不计";
  const counted = times === "" ? uncounted : `计 ${times}，共 ${day.spent} ${size}，余 ${day.left} ${size}`;
  return `${day.day} ${day.weekday}  ${kindWords(day)}  ${counted}`;
}

function kindWords({ kind, holiday }: DueDay): string {
  const name = holiday === null ? "" : `（${holiday}）`;
  switch (kind) {
    case "workday":
      return "工作日";
    case "makeup":
      return `调休上班${name}`;
    case "holiday":
      return `放假${name}`;
    case "weekend":
      return "周末";
  }
}

function withWeekday(wall: string): string {
  return `${wall}（${weekdayOf(wall)}）`;
}

function weekdayOf(day: string): string {
  const [year = "1970", month = "01", date = "01"] = day.slice(0, 10).split("-");
  return weekdays[weekday(dayNumber(Date.UTC(Number(year), Number(month) - 1, Number(date))))] ?? "";
}

function timeOf(at: Instant): string {
  return wallClock(at).slice(11);
}

/** Midnight at the end of a day reads 24:00, not 00:00. */
function endOf(at: Instant): string {
  const time = timeOf(at);
  return time === "00:00" ? "24:00" : time;
}
