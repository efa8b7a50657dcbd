/** `huying due --from … --budget …`: one question in, one answer out, in the form that programs rely on. */
import type { NamedCalendar } from "../domain/calendars.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { Budget, BudgetUnit } from "../domain/taxonomy.ts";
import { type Instant, parseInstant, wallClock } from "../domain/time.ts";
import { answerDue, type DueDay } from "../domain/dueDays.ts";
import { printDue } from "./dueWords.ts";

export interface DueQuestion {
  readonly from: string;
  readonly budget: string;
}

export interface DueContract {
  /** ISO 8601 with `+08:00`. */
  readonly due: string;
  readonly unit: string;
  readonly rule: "civil-code" | "same-instant";
  readonly steps: readonly DueDay[];
  readonly warnings: readonly string[];
}

export type DueResult =
  | { readonly kind: "due"; readonly json: DueContract; readonly text: string }
  | { readonly kind: "bad"; readonly bad: string };

const units = {
  calendar_minute: "calendarMinute",
  calendar_hour: "calendarHour",
  calendar_day: "calendarDay",
  work_hour: "workHour",
  workday: "workday",
} as const satisfies Record<string, BudgetUnit>;

const ruleNames = { civilCode: "civil-code", sameInstant: "same-instant" } as const;

/** What `--budget` may say. */
export const contractBudget = `数字加单位：${Object.keys(units).join("、")}（小时可以带小数），如 "3 workday"`;

export function answerQuestion(
  { from, budget }: DueQuestion,
  { calendar, row }: { readonly calendar: Calendar; readonly row: NamedCalendar },
): DueResult {
  const start = parseInstant(from);
  if (start === null) return bad(`起算时刻“${from}”不合要求，应如：2026-09-30T16:40（北京时间）`);
  const limit = readBudget(budget);
  if (limit === null) return bad(`时限“${budget}”不合要求，应为：${contractBudget}`);
  const answer = answerDue(start, limit, calendar);
  const unannounced = row.hours === "always" ? [] : answer.notAnnounced;
  const json = {
    due: isoOf(answer.dueAt),
    unit: nameOf(limit.unit),
    rule: ruleNames[row.rule],
    steps: answer.days,
    warnings: unannounced.map((year) => `${year} 年安排未公布`),
  };
  return { kind: "due", json, text: printDue(answer) };
}

/** `3 workday`; only hours may have decimals, for half a day means nothing by the Civil Code. */
function readBudget(text: string): Budget | null {
  const parts = /^(\d+(?:\.\d+)?)\s*([a-z_]+)$/.exec(text.trim());
  const unit = units[(parts?.[2] ?? "") as keyof typeof units];
  const value = Number(parts?.[1]);
  if (unit === undefined || !(value > 0) || value > 10_000) return null;
  const byHours = unit === "workHour" || unit === "calendarHour";
  return byHours || Number.isInteger(value) ? { value, unit } : null;
}

function nameOf(unit: BudgetUnit): string {
  return Object.entries(units).find(([, own]) => own === unit)?.[0] ?? unit;
}

function isoOf(at: Instant): string {
  const seconds = String(Math.floor((at % 60_000) / 1000)).padStart(2, "0");
  return `${wallClock(at).replace(" ", "T")}:${seconds}+08:00`;
}

function bad(sentence: string): DueResult {
  return { kind: "bad", bad: sentence };
}
