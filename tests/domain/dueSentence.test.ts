import { describe, expect, it } from "vitest";
import { answerDue } from "../../server/domain/dueDays.ts";
import { dueSentence } from "../../server/domain/dueSentence.ts";
import type { Budget } from "../../server/domain/taxonomy.ts";
import { at, calendar2026 } from "../support/calendar.ts";

const told = (start: string, value: number, unit: Budget["unit"]) =>
  dueSentence(answerDue(at(start), { value, unit }, calendar2026));

describe("a deadline in one sentence", () => {
  it.each([
    [
      "2026-09-16 10:00",
      3,
      "workday",
      "3 个工作日：（9月16日周三为起算当日，不计）9月17日周四、9月18日周五（9月19日周六休息）9月20日周日调休上班（国庆节） → 9月20日周日 18:00",
    ],
    [
      "2026-09-30 16:00",
      1,
      "workday",
      "1 个工作日：（9月30日周三为起算当日，不计，10月1日周四至10月7日周三国庆节放假）10月8日周四 → 10月8日周四 18:00",
    ],
    [
      "2026-11-20 11:00",
      4,
      "workHour",
      "4 个工作时：11月20日周五 11:00–12:00、13:30–16:30 → 11月20日周五 16:30",
    ],
    [
      "2026-11-20 22:00",
      4,
      "calendarHour",
      "4 小时（紧急工作时）：自 11月20日周五 22:00 连续计算，昼夜和放假都算 → 11月21日周六 02:00",
    ],
    [
      "2026-11-20 10:00",
      1,
      "calendarDay",
      "1 个自然日：当日不计，连续计到 11月21日周六，末日不上班，顺延 → 11月23日周一 18:00",
    ],
    [
      "2026-12-31 10:00",
      1,
      "workday",
      "1 个工作日：（12月31日周四为起算当日，不计，1月1日周五元旦放假，1月2日周六至1月3日周日休息）1月4日周一 → 1月4日周一 18:00（2027 年安排未公布，暂定）",
    ],
  ] as const)("from %s with %d %s", (start, value, unit, sentence) => {
    expect(told(start, value, unit)).toBe(sentence);
  });
});
