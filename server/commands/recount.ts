import { readArgs } from "../cli/args.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import type { Recount, Store } from "../../db/store.ts";

export const recountCommand: Subcommand = {
  name: "recount",
  summary: "重算并核对检索用的词语索引和评价用的合计，必要时重建",
  help: `
用法：huying recount [--mend] [--json]

按案卷的文字、地址和案卷号逐案重算检索用的词语，与库里存的逐一比对，指出对不上的案卷号；
再把评价用的合计（按日、月、年）从逐案的计数重算一遍，比对每一个数。
服务运行中也可以核对：核对的是此刻的一份副本（PostgreSQL 须先停止服务）。--mend 把索引和合计全部重建，须先停止服务。
索引和合计可以随时丢掉重建；案卷本身用 huying verify 核验。

例：
  huying recount
  huying recount --mend
  DATA_DIR=/srv/huying/data huying recount --json

选项：
  --mend   全部重建，然后再核对一遍
  --json   输出 JSON：cases、bent（对不上的案卷号）、isIndexBent（索引内部不一致）、
           sums 和 bentSums（合计的个数，其中对不上的）

退出码：0 完全一致；1 有对不上的；2 用法不对；3 无法运行（没有数据库、打不开或服务正在运行）。
`,
  async run(args, terminal) {
    const read = readArgs(args, { mend: { type: "boolean" }, json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "recount", read.bad);
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const say = (recount: Recounted) => {
      terminal.out(`${read.values.json ? JSON.stringify(recount) : sentencesOf(recount)}\n`);
      return isWhole(recount) && recount.bentSums === 0 ? exitCode.done : exitCode.partly;
    };
    if (read.values.mend)
      return await withStore(config, terminal, async (store) => {
        await store.words.forget();
        while ((await store.words.catchUp(BATCH)) > 0);
        await store.evaluation.forgetSums();
        await store.evaluation.makeSums();
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

type Recounted = Recount & { readonly sums: number; readonly bentSums: number };

async function recountAloud(store: Store, terminal: Terminal): Promise<Recounted> {
  const progress = (what: string) => createProgress(what, { write: terminal.err, isTty: terminal.isTty });
  const words = progress("核对词语");
  const recount = await store.words.recount(words.at);
  words.end();
  const adding = progress("核对合计");
  const { sums, bent: bentSums } = await store.evaluation.recountSums(adding.at);
  adding.end();
  return { ...recount, sums, bentSums };
}

function isWhole({ bent, isIndexBent }: Recount): boolean {
  return bent.length === 0 && !isIndexBent;
}

function sentencesOf(recount: Recounted): string {
  const { sums, bentSums } = recount;
  const added =
    bentSums === 0 ? `核对了 ${sums} 个合计：完全一致。` : `核对了 ${sums} 个合计：${bentSums} 个对不上。`;
  const mend = isWhole(recount) && bentSums === 0 ? "" : "\n请停止服务后运行 huying recount --mend 重建。";
  return `${sentenceOf(recount)}\n${added}${mend}`;
}

function sentenceOf(recount: Recount): string {
  const { cases, bent, isIndexBent } = recount;
  if (isWhole(recount)) return `核对了 ${cases} 个案卷：检索用的词语完全一致。`;
  const more = bent.length > SHOWN ? ` 等 ${bent.length} 个` : "";
  const named = bent.length === 0 ? "" : `对不上的案卷：${bent.slice(0, SHOWN).join("、")}${more}。`;
  return `核对了 ${cases} 个案卷。${named}${isIndexBent ? "索引内部不一致。" : ""}`;
}
