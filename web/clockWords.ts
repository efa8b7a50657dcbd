/** How a limit was counted, in words. */
import type { ClockExplanation } from "../server/domain/clockAnswers.ts";
import type { DueDay } from "../server/domain/dueDays.ts";
import { actionWords } from "../server/domain/words.ts";
import type { Action } from "../server/domain/workflow.ts";

export const clockWords = {
  dayByDay: "逐日说明",
  days: { day: "日期", kind: "性质", counted: "计入", left: "剩余" },
  dayKind,
  counted,
  amount: (amount: number, measure: ClockExplanation["measure"]) =>
    `${amount} ${measure === "workday" ? "日" : "小时"}`,
  policy: ({ policy }: Pick<ClockExplanation, "policy">) =>
    `政策：${policy.name}（版本 ${policy.version}${policy.basis === "" ? "" : `；${policy.basis}`}）`,
  calendar: ({ calendar }: Pick<ClockExplanation, "calendar">) =>
    `日历：${calendar.name}${calendar.version === "" ? "" : `（版本 ${calendar.version}）`}`,
  turn: (at: string, action: string, what: ClockExplanation["turns"][number]["what"]) =>
    `${at} ${actionWords[action as Action] ?? action}：${turnWords[what]}`,
  moved: (first: string, now: string) => `原定 ${first}，延期和停表后为 ${now}`,
} as const;

const turnWords = {
  extended: "加一个原时限",
  held: "停表，这段时间不计",
  resumed: "续计",
  stopped: "停表",
} as const;

const kinds = { workday: "工作日", makeup: "调休上班", holiday: "放假", weekend: "周末" } as const;

function dayKind({ kind, holiday }: DueDay): string {
  return `${kinds[kind]}${holiday === null ? "" : `（${holiday}）`}`;
}

function counted({ firstDay, counted: parts }: DueDay): string {
  if (firstDay) return "起算当日不计";
  return parts.length === 0 ? "不计" : parts.map(([from, to]) => `${from}–${to}`).join("、");
}
