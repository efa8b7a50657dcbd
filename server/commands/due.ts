import { exitCode, type Subcommand } from "../command.ts";
import { budgetExpected, parseBudget } from "../cli/budgetText.ts";
import { readArgs } from "../cli/args.ts";
import { printDue } from "../cli/dueWords.ts";
import { answerDue } from "../domain/dueDays.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { contractBudget } from "../cli/dueContract.ts";
import { asksByName, runContract } from "../cli/dueRun.ts";
import { createCalendarBook } from "../domain/calendars.ts";
import { parseInstant } from "../domain/time.ts";
import { loadReference } from "../../fixtures/load.ts";

export const dueCommand: Subcommand = {
  name: "due",
  summary: "从一个时刻起算，时限何时到期，逐日说明",
  help: `
用法：huying due <起算时刻> <时限> [--json]
      huying due --from <起算时刻> --budget "<数值> <单位>" [--calendar 日历] [--json]
      huying due --in 文件.jsonl [--calendar 日历]

  起算时刻  2026-09-30 16:00（北京时间），也可写 now
  时限      ${budgetExpected}

例：
  huying due "2026-09-30 16:00" 3工作日
  huying due now 4工作时 --json
  huying due --from 2026-09-30T16:40 --budget "3 workday" --calendar juxian --json

选项：
  --from      起算时刻，北京时间
  --budget    ${contractBudget}
  --calendar  日历的名字，默认全县的（fixtures/calendar/calendars.json 的第一个）
  --in        每行一个 {"from": …, "budget": …, "calendar": …}，逐行输出 JSON；写 - 从标准输入读
  --json      输出 JSON：用 --from 时为 {due, unit, rule, steps, warnings}，due 带 +08:00；
              用前一种写法时 dueAt 为毫秒时间戳

退出码：0 算出了截止时间；1 算出了，但途经国务院尚未公布放假安排的年份，结果可能变动；2 用法不对；3 无法运行。
`,
  run(args, terminal) {
    const read = readArgs(args, {
      json: { type: "boolean" },
      from: { type: "string" },
      budget: { type: "string" },
      calendar: { type: "string" },
      in: { type: "string" },
    });
    if ("bad" in read) return Promise.resolve(sayUsage(terminal, "due", read.bad));
    if (asksByName(read.values)) {
      const { usage, code } = runContract(read.values, terminal);
      return Promise.resolve(usage === undefined ? code : sayUsage(terminal, "due", usage));
    }
    const [startText = "", budgetText = "", ...rest] = read.positionals;
    const start = startText === "now" ? terminal.now() : parseInstant(startText);
    const budget = parseBudget(budgetText);
    if (start === null)
      return wrong(`起算时刻“${startText}”不合要求，应如：2026-09-30 16:00（含空格时要加引号）`);
    if (budget === null) return wrong(`时限“${budgetText}”不合要求，应为：${budgetExpected}`);
    if (rest.length > 0) return wrong(`多出了“${rest.join(" ")}”`);
    const answer = answerDue(start, budget, createCalendarBook(loadReference()).of(null));
    terminal.out(`${read.values.json === true ? JSON.stringify(answer) : printDue(answer)}\n`);
    return Promise.resolve(answer.notAnnounced.length > 0 ? exitCode.partly : exitCode.done);

    function wrong(message: string): Promise<number> {
      return Promise.resolve(sayUsage(terminal, "due", message));
    }
  },
};
