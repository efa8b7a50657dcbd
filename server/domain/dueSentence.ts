/** A deadline in one sentence: “3 个工作日：10月8日周四、9日周五、（…）→ 10月10日周六 17:30”. */
import { type DueAnswer, type DueDay, weekdayOf } from "./dueDays.ts";
import type { BudgetUnit } from "./taxonomy.ts";
import { type Instant, wallClock } from "./time.ts";

export function dueSentence(answer: DueAnswer): string {
  const { budget, days, due } = answer;
  const limit = `${budget.value} ${measures[budget.unit]}`;
  const way = budget.unit.startsWith("calendar") ? throughout(answer) : stretches(days, budget.unit);
  const provisional = answer.notAnnounced.map((year) => `（${year} 年安排未公布，暂定）`).join("");
  return `${limit}：${way} → ${dayName(due)} ${due.slice(11)}${provisional}`;
}

/** A pause that was granted to a date: no limit is counted, it ends by itself. */
export function pauseSentence(end: Instant): string {
  const due = wallClock(end);
  return `到批准的日期自动恢复 → ${dayName(due)} ${due.slice(11)}`;
}

const measures: Record<BudgetUnit, string> = {
  calendarMinute: "分钟",
  calendarHour: "小时（紧急工作时）",
  calendarDay: "个自然日",
  workHour: "个工作时",
  workday: "个工作日",
};

/** Time that runs day and night needs no list of days; natural days say whether their end was put off. */
function throughout({ budget, days, start, due }: DueAnswer): string {
  if (budget.unit !== "calendarDay")
    return `自 ${dayName(start)} ${start.slice(11)} 连续计算，昼夜和放假都算`;
  const last = days.findLast((day) => day.spent > 0);
  const moved = last !== undefined && last.day !== due.slice(0, 10);
  const first = days.some((day) => day.firstDay) ? "当日不计，" : "";
  return `${first}连续计到 ${last === undefined ? dayName(due) : dayName(last.day)}${moved ? "，末日不上班，顺延" : ""}`;
}

/** Days that count, one by one; days off between them in brackets, several of a kind together. */
function stretches(days: readonly DueDay[], unit: BudgetUnit): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length; at++) {
    const day = days[at];
    if (!day) continue;
    if (day.firstDay) parts.push(`（${dayName(day.day)}为起算当日，不计）`);
    else if (day.spent > 0) parts.push(`${dayName(day.day)}${workedName(day)}${timesOf(day, unit)}`);
    else {
      const end = days.findIndex((next, index) => index > at && (next.spent > 0 || !isLike(next, day)));
      const last = days[(end === -1 ? days.length : end) - 1] ?? day;
      parts.push(`（${span(day, last)}${offName(day)}）`);
      at = end === -1 ? days.length : end - 1;
    }
  }
  return parts.join("、").replaceAll("）、（", "，").replaceAll("、（", "（").replaceAll("）、", "）");
}

function isLike(next: DueDay, day: DueDay): boolean {
  return next.kind === day.kind && next.holiday === day.holiday;
}

function span(from: DueDay, to: DueDay): string {
  return from.day === to.day ? dayName(from.day) : `${dayName(from.day)}至${dayName(to.day)}`;
}

function workedName({ kind, holiday }: DueDay): string {
  return kind === "makeup" ? `调休上班${holiday === null ? "" : `（${holiday}）`}` : "";
}

function offName({ kind, holiday }: DueDay): string {
  if (kind === "holiday") return `${holiday ?? ""}放假`;
  return kind === "weekend" ? "休息" : "办公时间外";
}

/** Of workdays the whole day counts; of hours it matters which. */
function timesOf({ counted }: DueDay, unit: BudgetUnit): string {
  return unit === "workday" ? "" : ` ${counted.map(([from, to]) => `${from}–${to}`).join("、")}`;
}

function dayName(day: string): string {
  const [, month = "", date = ""] = day.slice(0, 10).split("-");
  return `${Number(month)}月${Number(date)}日${weekdayOf(day)}`;
}
