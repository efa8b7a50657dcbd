import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { databaseName } from "../../db/openCopy.ts";
import { readArgs } from "../cli/args.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { configOf, isSqlite } from "../cli/store.ts";
import { exitCode, type Subcommand } from "../command.ts";
import { keyFileOf } from "../config.ts";
import { backupPath, copyHere, NoRoom } from "../record/backups.ts";

export const backupCommand: Subcommand = {
  name: "backup",
  summary: "把整个数据库备份成一个文件，照片放在旁边，服务不用停",
  help: `
用法：huying backup [文件] [--json]

不写文件时放在 BACKUP_DIR（没有设就是数据目录的 backups/）里，以时间命名。已有的文件不会被覆盖。
写完后检查备份是否完好，再把还没有的照片放进旁边的 photos/。磁盘放不下时不动手。
密钥文件不在备份里。PostgreSQL 请用 pg_dump。

例：
  huying backup
  huying backup /mnt/usb/huying-20261120.db

选项：
  --json   输出 JSON：file、bytes

退出码：0 已备份；2 用法不对；3 没有备份成（没有数据库、文件已存在、磁盘写不下等）。
`,
  async run(args, terminal) {
    const read = readArgs(args, { json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "backup", read.bad);
    if (read.positionals.length > 1) return sayUsage(terminal, "backup", "最多给一个文件");
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const file = resolve(read.positionals[0] ?? backupPath(config, terminal.now()));
    const fail = (message: string) => {
      terminal.err(`${message}\n`);
      return exitCode.failed;
    };
    if (!isSqlite(config)) return fail("PostgreSQL 数据库请用 pg_dump 备份");
    if (!existsSync(join(config.dataDir, databaseName)))
      return fail(`数据目录 ${config.dataDir} 里没有数据库，没有可备份的`);
    if (existsSync(file)) return fail(`文件已经存在，不覆盖：${file}`);
    try {
      await copyHere(config.dataDir, file);
    } catch (error) {
      return fail(failure(error));
    }
    const { size } = await stat(file);
    const sentence = `已备份到 ${file}（${(size / 1e6).toFixed(1)} MB），照片在 ${join(dirname(file), "photos")}。密钥文件不在备份里，请另处保管：${keyFileOf(config)}`;
    terminal.out(`${read.values.json === true ? JSON.stringify({ file, bytes: size }) : sentence}\n`);
    return exitCode.done;
  },
};

function failure(error: unknown): string {
  if (error instanceof NoRoom)
    return `磁盘放不下，还差 ${Math.ceil(error.bytes / 1e6)} MB（备份一份，试恢复一份），没有备份`;
  return `没有备份成：${error instanceof Error ? error.message : String(error)}`;
}
