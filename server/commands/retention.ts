import { loadRetention } from "../../fixtures/retention.ts";
import type { Store } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import type { Config } from "../config.ts";
import type { RetentionReport } from "../domain/retention.ts";
import { wallClock } from "../domain/time.ts";
import { retentionReport } from "../retention.ts";
import { machineFact } from "../securityLog.ts";

export const retentionCommand: Subcommand = {
  name: "retention",
  summary: "到期清除：看哪些到期，暂缓一个案卷",
  help: `
用法：huying retention --dry-run [--json]
      huying retention --hold 案卷号 --reason 事由
      huying retention --release 案卷号

各类内容在案卷办结后保存多久，写在 fixtures/retention.json，每条注明依据。服务每小时清除到期的：反映人，或全部文字和
反映人；案卷的记录链不变，清除本身也记入存证，huying verify 仍然通过。confirmed 为 false 时案卷里的内容一律不清除。

--dry-run  只报告：每条规则现在有多少件到期，最早的是哪一件；还有哪些案卷暂缓。服务运行中也可以执行。
--hold     暂缓清除一个案卷（复议、诉讼、核查期间）。请先停下服务。
--release  解除暂缓。请先停下服务。
--reason   暂缓的事由
--json     输出 JSON：confirmed、rules（code、what、days、basis、due、first）、holds

例：
  huying retention --dry-run
  huying retention --hold 20261120-00042 --reason 行政复议

退出码：0 已完成；2 用法不对；3 无法运行（没有这个案卷、服务没有停）。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
      hold: { type: "string" },
      release: { type: "string" },
      reason: { type: "string" },
    });
    if ("bad" in read) return sayUsage(terminal, "retention", read.bad);
    const { hold, release, reason = "", json = false } = read.values;
    const wanted = [read.values["dry-run"], hold, release].filter((one) => one !== undefined);
    if (wanted.length !== 1)
      return sayUsage(terminal, "retention", "--dry-run、--hold、--release 请给出其中一个");
    if (hold !== undefined && !/\S.*\S/.test(reason))
      return sayUsage(terminal, "retention", "暂缓请用 --reason 说明事由，至少两个字");
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    if (hold !== undefined)
      return await change(config, terminal, async (store) => await holdCase(store, hold, reason, terminal));
    if (release !== undefined)
      return await change(config, terminal, async (store) => await releaseCase(store, release, terminal));
    const tell = async (store: Store) => {
      const told = await retentionReport(store, loadRetention(), terminal.now());
      terminal.out(json ? `${JSON.stringify(told)}\n` : sentencesOf(told));
      return exitCode.done;
    };
    return isSqlite(config) ? await withSnapshot(config, tell) : await withStore(config, terminal, tell);
  },
};

async function change(
  config: Config,
  terminal: Terminal,
  act: (store: Store) => Promise<number>,
): Promise<number> {
  return await withStore(config, terminal, act);
}

async function holdCase(store: Store, number: string, reason: string, terminal: Terminal): Promise<number> {
  const found = await store.cases.byNumber(number);
  if (!found) return missing(number, terminal);
  await store.retention.hold({ caseId: found.id, reason: reason.trim(), at: terminal.now() });
  await store.security.note({ ...machineFact("held", terminal.now(), null), subject: found.id });
  terminal.out(`${number} 已暂缓清除：${reason.trim()}\n`);
  return exitCode.done;
}

async function releaseCase(store: Store, number: string, terminal: Terminal): Promise<number> {
  const found = await store.cases.byNumber(number);
  if (!found) return missing(number, terminal);
  if (!(await store.retention.release(found.id))) {
    terminal.err(`${number} 没有暂缓\n`);
    return exitCode.failed;
  }
  await store.security.note({ ...machineFact("unheld", terminal.now(), null), subject: found.id });
  terminal.out(`${number} 已解除暂缓\n`);
  return exitCode.done;
}

function missing(number: string, terminal: Terminal): number {
  terminal.err(`没有案卷“${number}”，案卷号应如 20261120-00042\n`);
  return exitCode.failed;
}

const whatWords = {
  reporter: "反映人",
  photos: "照片",
  words: "文字和反映人",
  securityLog: "安全日志",
  signInFailures: "登录失败",
} as const;

function sentencesOf({ confirmed, rules, holds }: RetentionReport): string {
  const lines = rules.map(({ code, what, days, basis, due, first }) => {
    const found = due === null ? "" : `，到期 ${due} 件${first === null ? "" : `，最早 ${first}`}`;
    return `${code}：${whatWords[what]}保存 ${days} 天${found}。依据：${basis}`;
  });
  const kept = holds.map(({ number, reason, at }) => `暂缓：${number}，${reason}（${wallClock(at)}）`);
  const state = confirmed ? "" : "天数尚未由县里核定（confirmed 为 false），案卷里的内容不会清除。\n";
  return `${state}${[...lines, ...kept].join("\n")}\n`;
}
