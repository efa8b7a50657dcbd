import { existsSync, writeFileSync } from "node:fs";
import { shortRoot, verifierKey } from "../../db/openRecord.ts";
import type { Checkpoint, Store } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, missingDatabase, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand } from "../command.ts";
import { wallClock } from "../domain/time.ts";
import { isNotExtending, makeCheckpoint } from "../record/checkpoint.ts";
import { isKeyFault, openKey } from "../record/key.ts";

export const checkpointCommand: Subcommand = {
  name: "checkpoint",
  summary: "签出一个存证检查点，交给外面的人保存",
  help: `
用法：huying checkpoint [--out 文件] [--key] [--json]

对此刻的全部记录（案卷、呼叫、照片、查看登记等）算出存证树的根并签名。把它交给纪委、各乡镇，
或者打印、登报：以后任何人改动、删除、倒签其中一条，用 huying verify --checkpoint 就能查出来。
电话核对时念末尾的短码。服务运行中也可以执行。

例：
  huying checkpoint
  huying checkpoint --out 存证-20261120.txt
  huying checkpoint --key

选项：
  --out    写到文件，已有的文件不会被覆盖
  --key    只给出核对签名用的公钥
  --json   输出 JSON：size、root、algorithm、at、note、short

退出码：0 已签出；1 记录接不上上一个检查点，没有签；2 用法不对；3 无法运行（没有记录、密钥权限不对等）。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      json: { type: "boolean" },
      key: { type: "boolean" },
      out: { type: "string" },
    });
    if ("bad" in read) return sayUsage(terminal, "checkpoint", read.bad);
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const { out, json } = read.values;
    const fail = (message: string, code: number = exitCode.failed) => {
      terminal.err(`${message}\n`);
      return code;
    };
    if (out !== undefined && existsSync(out)) return fail(`文件已经存在，不覆盖：${out}`);
    const missing = missingDatabase(config);
    if (missing !== null) return fail(missing);
    const key = openKey(config);
    if (isKeyFault(key)) return fail(key.fault);
    if (read.values.key === true) {
      terminal.out(`${verifierKey(key)}\n`);
      return exitCode.done;
    }
    const tell = async (store: Store) => {
      const made = await makeCheckpoint({ store, config, key, now: terminal.now() });
      if (made === null) return fail("还没有任何记录，没有可签的");
      if (isNotExtending(made))
        return fail(
          `现有记录接不上 ${wallClock(made.last.at)} 的检查点（${made.last.size} 条），没有签。请先执行 huying verify`,
          exitCode.partly,
        );
      if (!isSqlite(config)) await store.record.addCheckpoint(made);
      if (out !== undefined) writeFileSync(out, made.note, { flag: "wx" });
      terminal.out(json === true ? `${JSON.stringify(told(made))}\n` : sentencesOf(made, out));
      return exitCode.done;
    };
    return isSqlite(config) ? withSnapshot(config, tell) : withStore(config, terminal, tell);
  },
};

function told(made: Checkpoint) {
  return { ...made, short: shortRoot(made.root) };
}

function sentencesOf({ note, size, at, root }: Checkpoint, out: string | undefined): string {
  const head = out === undefined ? `${note}\n` : `已写到 ${out}。\n`;
  return `${head}${wallClock(at)}，共 ${size} 条。短码：${shortRoot(root)}\n`;
}
