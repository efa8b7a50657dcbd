/** Budgets as people write them: `3工作日`, `3 个工作日`, `4workHour`, `2小时`, `30min`. */
import type { Budget, BudgetUnit } from "../domain/taxonomy.ts";

const unitByName: ReadonlyMap<string, BudgetUnit> = new Map<string, BudgetUnit>([
  ...named("workday", ["workday", "workdays", "wd", "工作日"]),
  ...named("workHour", ["workhour", "workhours", "wh", "工作时", "工作小时", "工时"]),
  ...named("calendarHour", ["calendarhour", "calendarhours", "hour", "hours", "h", "小时", "紧急工作时"]),
  ...named("calendarMinute", ["calendarminute", "calendarminutes", "minute", "minutes", "min", "分钟"]),
  ...named("calendarDay", ["calendarday", "calendardays", "自然日", "日历日", "紧急工作日"]),
]);

/** What may be written, for messages and help. */
export const budgetExpected = "数字加单位：工作日、工作时、小时、分钟、自然日（如 3工作日、4工作时、2小时）";

/** @returns null when it is no budget; `天` alone is none, for nobody knows whether weekends count. */
export function parseBudget(text: string): Budget | null {
  const parts = /^(\d+(?:\.\d+)?)\s*个?\s*(\D+)$/.exec(text.trim());
  const value = Number(parts?.[1]);
  const unit = unitByName.get((parts?.[2] ?? "").trim().toLowerCase());
  return unit === undefined || !(value > 0) || value > 10_000 ? null : { value, unit };
}

function named(unit: BudgetUnit, names: readonly string[]): [string, BudgetUnit][] {
  return names.map((name) => [name, unit]);
}
