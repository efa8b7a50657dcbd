import { existsSync } from "node:fs";
import { join } from "node:path";
import { databaseName } from "../../db/openCopy.ts";
import type { Store, Verification } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { printVerification } from "../cli/faultWords.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { photoFaults } from "../photoFaults.ts";
import type { Config } from "../config.ts";

export const verifyCommand: Subcommand = {
  name: "verify",
  summary: "核验整个数据库：每条记录的哈希链是否完好，哪一条被改过",
  help: `
用法：huying verify [--json]

逐案重算记录链：每条记录带有上一条的哈希，任何一条被改、被删、被换都会指出案卷号和第几条。
计时、反映人、照片和案卷数据也按记录逐项核对；照片文件按内容重算编号。
个人信息被依法删除的案卷照样核验通过。服务运行中也可以核验：核验的是此刻的一份副本。

例：
  huying verify
  DATA_DIR=/srv/huying/data huying verify --json

选项：
  --json   输出 JSON：cases、calls、events、faults

退出码：0 全部完好；1 有记录被改动；2 用法不对；3 无法运行（没有数据库或打不开）。
`,
  async run(args, terminal) {
    const read = readArgs(args, { json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "verify", read.bad);
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const isJson = read.values.json === true;
    const tell = async (store: Store) => {
      const verified = await verifyAloud(store, terminal);
      const photos = await photoFaults(store, config.dataDir);
      const verification = { ...verified, faults: [...verified.faults, ...photos] };
      terminal.out(`${isJson ? JSON.stringify(verification) : printVerification(verification)}\n`);
      return verification.faults.length === 0 ? exitCode.done : exitCode.partly;
    };
    return isSqlite(config) ? onSnapshot(config, terminal, tell) : withStore(config, terminal, tell);
  },
};

export async function verifyAloud(store: Store, terminal: Terminal): Promise<Verification> {
  const progress = createProgress("核验", { write: terminal.err, isTty: terminal.isTty });
  const verification = await store.verify(progress.at);
  progress.end();
  return verification;
}

async function onSnapshot(
  { dataDir }: Config,
  terminal: Terminal,
  use: (store: Store) => Promise<number>,
): Promise<number> {
  if (existsSync(join(dataDir, databaseName))) return withSnapshot(dataDir, use);
  terminal.err(`数据目录 ${dataDir} 里没有数据库 ${databaseName}，请用 DATA_DIR 指明\n`);
  return exitCode.failed;
}
