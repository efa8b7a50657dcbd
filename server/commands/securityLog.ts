import { parseDay, startOfDay, wallClock } from "../domain/time.ts";
import { type SecurityFact, securityKinds, securityKindWords } from "../domain/securityLog.ts";
import { readArgs } from "../cli/args.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand } from "../command.ts";
import type { Store } from "../../db/store.ts";

export const securityLogCommand: Subcommand = {
  name: "security-log",
  summary: "列出安全日志，供审计留存",
  help: `
用法：huying security-log [--since 日期] [--kind 事项] [--json]

登录、登录失败、越权被拒、账号变更、导出、查看反映人、更换密钥、恢复备份。数据库至少保存六个月（网络安全法第二十一条），
到期前不能删除；要长期留存的，请定期用 --json 导出到别处。服务运行中也可以执行。

例：
  huying security-log --since 2026-11-01
  huying security-log --kind signInFailed --json > 登录失败.jsonl

选项：
  --since  从哪一天起，缺省为全部
  --kind   ${securityKinds.join("、")}
  --json   每行一个 JSON：id、at、kind、accountId、address、subject、detail

退出码：0 已列出；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      json: { type: "boolean" },
      since: { type: "string" },
      kind: { type: "string" },
    });
    if ("bad" in read) return sayUsage(terminal, "security-log", read.bad);
    const { since, kind: wanted, json } = read.values;
    const day = since === undefined ? null : parseDay(since);
    if (since !== undefined && day === null)
      return sayUsage(terminal, "security-log", `--since 的值“${since}”不合要求，应为日期，如 2026-11-01`);
    const kind = securityKinds.find((name) => name === wanted);
    if (wanted !== undefined && kind === undefined)
      return sayUsage(
        terminal,
        "security-log",
        `--kind 的值“${wanted}”不合要求，应为：${securityKinds.join("、")}`,
      );
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const tell = async (store: Store) => {
      for await (const fact of factsOf(store, { from: day === null ? 0 : startOfDay(day), kind }))
        terminal.out(`${json === true ? JSON.stringify(fact) : lineOf(fact)}\n`);
      return exitCode.done;
    };
    return isSqlite(config) ? await withSnapshot(config, tell) : await withStore(config, terminal, tell);
  },
};

const PAGE = 500;

/** All pages, newest first. */
async function* factsOf(
  { security }: Store,
  { from, kind }: { readonly from: number; readonly kind: SecurityFact["kind"] | undefined },
): AsyncGenerator<SecurityFact> {
  const asked = { from, to: Number.MAX_SAFE_INTEGER, kind, limit: PAGE };
  let page = await security.facts(asked);
  while (page.length > 0) {
    yield* page;
    const after = page.at(-1);
    page = page.length < PAGE || !after ? [] : await security.facts({ ...asked, after });
  }
}

function lineOf({ at, kind, accountId, address, subject, detail }: SecurityFact): string {
  const parts = [
    wallClock(at),
    securityKindWords[kind],
    accountId ?? "—",
    address ?? "本机",
    subject,
    detail,
  ];
  return parts.filter((part) => part !== null && part !== "").join("  ");
}
