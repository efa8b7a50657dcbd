/** A deadline for the terminal: warning, sentence and days, each day a line that a finger can follow on the wall calendar. */
import { type DueAnswer, type DueDay, weekdayOf } from "../domain/dueDays.ts";
import { dueSentence } from "../domain/dueSentence.ts";
import type { Budget } from "../domain/taxonomy.ts";
import { budgetWords } from "../domain/words.ts";

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
    `说明：${dueSentence(answer)}`,
    "逐日：",
    ...answer.days.map((day) => `  ${dayLine(day, budget)}`),
  ].join("\n");
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
