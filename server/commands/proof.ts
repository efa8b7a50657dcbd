import { existsSync, writeFileSync } from "node:fs";
import type { Store } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { readCheckpoints } from "../cli/savedCheckpoints.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, missingDatabase, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand } from "../command.ts";
import { isNotExtending, makeCheckpoint } from "../record/checkpoint.ts";
import { isKeyFault, keyPath, openKey } from "../record/key.ts";
import { keysOfHouse } from "../record/keyHistory.ts";
import { consistencyOf, proofOf } from "../record/proof.ts";

export const proofCommand: Subcommand = {
  name: "proof",
  summary: "给一个案卷出存证证明，外人用自己的小程序就能核对",
  help: `
用法：huying proof <案卷号> [--out 文件] [--json]
      huying proof --from 旧检查点 [--to 新检查点] [--out 文件] [--json]

证明里是案卷每条记录在存证树里的位置和到树根的路，不含任何人的文字和身份；附带签名的检查点。
用 docs/verify-proof.mjs 核对，也可以按它照着写一个。带 --from 时出衔接证明：后来的树确实是接着旧检查点长出来的。
服务运行中也可以执行。

例：
  huying proof 20261120-00001 --out 证明.json
  huying proof --from 纪委留存-20261120.txt --out 衔接.json
  node docs/verify-proof.mjs 证明.json --checkpoint 纪委留存-20261120.txt --between 衔接.json

选项：
  --out    写到文件，已有的文件不会被覆盖；不写时打印
  --from   保存在外面的检查点
  --to     另一个较新的检查点；不写时是此刻
  --json   与不写相同：证明本身就是 JSON

退出码：0 已给出；1 此刻的记录接不上检查点，出不了证明；2 用法不对；3 无法运行（没有这个案卷、没有数据库等）。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      json: { type: "boolean" },
      out: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
    });
    if ("bad" in read) return sayUsage(terminal, "proof", read.bad);
    const { out, from, to } = read.values;
    const [number, ...rest] = read.positionals;
    if ((number === undefined) === (from === undefined) || rest.length > 0)
      return sayUsage(terminal, "proof", "请给出一个案卷号，或用 --from 给出一个检查点文件");
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const fail = (message: string, code: number = exitCode.failed) => {
      terminal.err(`${message}\n`);
      return code;
    };
    if (out !== undefined && existsSync(out)) return fail(`文件已经存在，不覆盖：${out}`);
    const missing = missingDatabase(config);
    if (missing !== null) return fail(missing);
    const key = openKey(config);
    if (isKeyFault(key)) return fail(key.fault);
    const keys = keysOfHouse(keyPath(config), key);
    if ("fault" in keys) return fail(keys.fault);
    const saved = readCheckpoints(
      [from, to].flatMap((file) => file ?? []),
      keys,
    );
    if (typeof saved === "string") return sayUsage(terminal, "proof", saved);
    const give = (proof: object) => {
      const text = `${JSON.stringify(proof, null, 2)}\n`;
      if (out === undefined) terminal.out(text);
      else writeFileSync(out, text, { flag: "wx" });
      if (out !== undefined) terminal.out(`已写到 ${out}\n`);
      return exitCode.done;
    };
    const tell = async (store: Store) => {
      const made = await makeCheckpoint({ store, config, key, now: terminal.now() });
      if (made === null) return fail("还没有任何记录");
      if (isNotExtending(made))
        return fail("现有记录接不上上一个检查点，出不了证明。请先执行 huying verify", exitCode.partly);
      if (!isSqlite(config)) await store.record.addCheckpoint(made);
      if (number === undefined) {
        const [older, newer = made] = saved.saved;
        const between = older ? await consistencyOf(older, newer, store) : null;
        return between === null ? fail("两个检查点的算法不同，或旧的比新的大") : give(between);
      }
      const found = await store.cases.byNumber(number);
      const proof = found && (await proofOf(found, made, { store, keys }));
      return proof ? give(proof) : fail(`没有案卷 ${number}`);
    };
    return isSqlite(config) ? withSnapshot(config, tell) : withStore(config, terminal, tell);
  },
};
