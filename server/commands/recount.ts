import { readArgs } from "../cli/args.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import type { Recount, Store } from "../../db/store.ts";

export const recountCommand: Subcommand = {
  name: "recount",
  summary: "重算并核对检索用的词语索引，必要时重建",
  help: `
用法：huying recount [--mend] [--json]

按案卷的文字、地址和案卷号逐案重算检索用的词语，与库里存的逐一比对，指出对不上的案卷号。
服务运行中也可以核对：核对的是此刻的一份副本。--mend 把索引全部重建，须先停止服务。
索引只用来查找，可以随时丢掉重建；案卷本身用 huying verify 核验。

例：
  huying recount
  huying recount --mend
  DATA_DIR=/srv/huying/data huying recount --json

选项：
  --mend   全部重建，然后再核对一遍
  --json   输出 JSON：cases、bent（对不上的案卷号）、isIndexBent（索引内部不一致）

退出码：0 完全一致；1 有对不上的；2 用法不对；3 无法运行（没有数据库、打不开或服务正在运行）。
`,
  async run(args, terminal) {
    const read = readArgs(args, { mend: { type: "boolean" }, json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "recount", read.bad);
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const say = (recount: Recount) => {
      terminal.out(`${read.values.json ? JSON.stringify(recount) : sentenceOf(recount)}\n`);
      return recount.bent.length === 0 && !recount.isIndexBent ? exitCode.done : exitCode.partly;
    };
    if (read.values.mend)
      return await withStore(config, terminal, async (store) => {
        await store.words.forget();
        while ((await store.words.catchUp(BATCH)) > 0);
        return say(await recountAloud(store, terminal));
      });
    const compare = async (store: Store) => say(await recountAloud(store, terminal));
    return isSqlite(config)
      ? await withSnapshot(config, compare)
      : await withStore(config, terminal, compare);
  },
};

const BATCH = 500;
/** Numbers that are printed; JSON has all of them. */
const SHOWN = 20;

async function recountAloud(store: Store, terminal: Terminal): Promise<Recount> {
  const progress = createProgress("核对", { write: terminal.err, isTty: terminal.isTty });
  const recount = await store.words.recount(progress.at);
  progress.end();
  return recount;
}

function sentenceOf({ cases, bent, isIndexBent }: Recount): string {
  if (bent.length === 0 && !isIndexBent) return `核对了 ${cases} 个案卷：检索用的词语完全一致。`;
  const more = bent.length > SHOWN ? ` 等 ${bent.length} 个` : "";
  const named = bent.length === 0 ? "" : `对不上的案卷：${bent.slice(0, SHOWN).join("、")}${more}。`;
  const index = isIndexBent ? "索引内部不一致。" : "";
  return `核对了 ${cases} 个案卷。${named}${index}请停止服务后运行 huying recount --mend 重建。`;
}
