import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArgs } from "../cli/args.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { exitCode, type Subcommand } from "../command.ts";
import { parseInstant } from "../domain/time.ts";
import type { Figures, Outcome } from "../simulate/settings.ts";
import { simulate } from "../simulate/simulate.ts";

const PRESET_EVENTS = 100_000;

export const simulateCommand: Subcommand = {
  name: "simulate",
  summary: "县域推演：整个服务在内存里过上若干天，边过边查有没有丢、错、漏、泄",
  help: `
用法：huying simulate [--days N] [--seed S] [--faults] [--events N] [--keep FILE] [--json]

真实的服务程序在一个进程里运行，时钟、编号和偶然都由种子决定：网格员、乡镇、部门、中心和群众按各自的习惯办事，
有工作日、节假日、夜间和暴雨。每一步之后核对：回执过的一件不丢不重，只走流程表上的步骤，时限与另一套逐分钟的算法一致，
时间账加得起来，记录链完好，谁也看不到不归他看的，日志和回答里没有个人信息。

选项：
  --days N      过几天，1–3660（缺省 7）
  --seed S      种子（缺省 1）；同一种子过同样的日子
  --faults      注入故障：任意语句处断电、读写和提交失败、回执丢失、重复和迟到的消息、巡检停摆、时钟跳变、短信网关中断
  --events N    一整年大约多少条记录（缺省 ${PRESET_EVENTS}）
  --from DAY    从哪一天开始（缺省 2026-01-05）
  --keep FILE   结束后把数据库存成文件，供演示和测速用
  --json        输出 JSON

例：
  huying simulate --days 30 --seed 7 --faults
  huying simulate --days 365 --events 300000 --faults --json

退出码：0 全部成立；1 有一条不成立（给出种子和第几步），或一年之中有该发生的从未发生；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      days: { type: "string", default: "7" },
      seed: { type: "string", default: "1" },
      faults: { type: "boolean", default: false },
      events: { type: "string", default: String(PRESET_EVENTS) },
      from: { type: "string", default: "2026-01-05" },
      keep: { type: "string" },
      json: { type: "boolean", default: false },
    });
    if ("bad" in read) return sayUsage(terminal, "simulate", read.bad);
    const { days, seed, faults, events, from, keep, json } = read.values;
    const start = parseInstant(from);
    const bad =
      wrong("--days", days, 1, 3660) ??
      wrong("--events", events, 100, 10_000_000) ??
      (start === null ? `--from 的值“${from}”不合要求，应为 YYYY-MM-DD` : null) ??
      (/^[\w-]{1,30}$/.test(seed) ? null : `--seed 的值“${seed}”不合要求，应为 1 到 30 个字母或数字`);
    if (bad !== null || start === null) return sayUsage(terminal, "simulate", bad ?? "");
    const folder = mkdtempSync(join(tmpdir(), "huying-simulate-"));
    const progress = createProgress("推演", { write: terminal.err, isTty: terminal.isTty });
    try {
      const outcome = await simulate({
        days: Number(days),
        seed,
        faults,
        eventsPerYear: Number(events),
        start,
        dataDir: folder,
        onDay: progress.at,
        ...(keep === undefined ? {} : { keep }),
      });
      progress.end();
      terminal.out(`${json ? JSON.stringify(outcome) : sentencesOf(outcome, { events, from, faults })}\n`);
      return outcome.kind === "whole" && outcome.tooSeldom.length === 0 ? exitCode.done : exitCode.partly;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function wrong(name: string, value: string, least: number, most: number): string | null {
  const number = Number(value);
  const fits = /^\d+$/.test(value) && number >= least && number <= most;
  return fits ? null : `${name} 的值“${value}”不合要求，应为 ${least} 到 ${most} 的整数`;
}

interface Asked {
  readonly events: string;
  readonly from: string;
  readonly faults: boolean;
}

function sentencesOf(outcome: Outcome, { events, from, faults }: Asked): string {
  if (outcome.kind === "whole") {
    const seldom =
      outcome.tooSeldom.length === 0 ? [] : [`该发生而发生得太少：${outcome.tooSeldom.join("，")}`];
    return [...figureLines(outcome.figures), ...seldom, "全部成立。"].join("\n");
  }
  const { invariant, about, detail, day, step, during, seed } = outcome;
  const again = `huying simulate --days ${day} --seed ${seed} --events ${events} --from ${from}${faults ? " --faults" : ""}`;
  return [
    ...figureLines(outcome.figures),
    `不成立：${invariant} · ${about} · ${detail}`,
    `第 ${day} 天，第 ${step} 步（${during}），种子 ${seed}。重现：${again}`,
  ].join("\n");
}

function figureLines(figures: Figures): readonly string[] {
  const {
    cases,
    calls,
    events,
    requests,
    steps,
    dueInstantsChecked,
    restarts,
    ioFaults,
    faults,
    fingerprint,
  } = figures;
  const happened = Object.entries(faults).filter(([, count]) => count > 0);
  return [
    `${figures.days} 天，${steps} 步，${requests} 次请求；案卷 ${cases}，呼叫 ${calls}，记录 ${events}；指纹 ${fingerprint}`,
    `另算一遍的时限 ${dueInstantsChecked} 个；断电重启 ${restarts} 次，读写故障 ${ioFaults} 次`,
    ...(happened.length === 0
      ? []
      : [`故障：${happened.map(([name, count]) => `${name} ${count}`).join("，")}`]),
  ];
}
