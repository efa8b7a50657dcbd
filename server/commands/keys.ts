import { addKey, dropKeys, readKeyFile, SAMPLES, samplesOf } from "../../db/open.ts";
import type { Store } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { configOf, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { type Config, keyFileOf } from "../config.ts";
import { machineFact } from "../securityLog.ts";

export const keysCommand: Subcommand = {
  name: "keys",
  summary: "反映人信息的加密密钥：查看、更换",
  help: `
用法：huying keys [--json]
      huying keys rotate [--drop]

姓名和电话以 AES-256-GCM 加密后存放，密钥在数据库之外的文件里（缺省为数据目录的 huying.keys，权限 600；用 KEY_FILE 指明
别处）。密钥文件要和数据库备份分开保管：丢了它，姓名电话就再也读不出来。

rotate   换一把新密钥，把已有的逐批重新加密。中途断了再执行一次，从断处接着做，不会另换一把。请先停下服务。
--json   查看时输出 JSON：file、ids、current、waiting
--drop   全部重新加密之后，从文件里删掉旧密钥；以前的备份从此打不开姓名电话。

例：
  huying keys
  huying keys rotate

退出码：0 已完成；2 用法不对；3 无法运行（服务没有停、密钥文件不在或别人也能读）。
`,
  async run(args, terminal) {
    const read = readArgs(args, { drop: { type: "boolean" }, json: { type: "boolean" } });
    if ("bad" in read) return sayUsage(terminal, "keys", read.bad);
    const [act, ...rest] = read.positionals;
    const isKnown = act === undefined || act === "rotate";
    if (!isKnown || rest.length > 0)
      return sayUsage(terminal, "keys", "只有 huying keys 和 huying keys rotate");
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    if (act === undefined)
      return await withStore(
        config,
        terminal,
        async (store) => await show(store, config, { terminal, isJson: read.values.json === true }),
      );
    return await rotate(config, read.values.drop === true, terminal);
  },
};

async function show(
  store: Store,
  config: Config,
  { terminal, isJson }: { readonly terminal: Terminal; readonly isJson: boolean },
): Promise<number> {
  const path = keyFileOf(config);
  const { ids, current } = readKeyFile(path);
  const waiting = await store.secrets.waiting();
  const rest =
    waiting === 0 ? "全部用它加密。" : `还有 ${waiting} 件用的是旧密钥，请执行 huying keys rotate。`;
  if (isJson) {
    terminal.out(`${JSON.stringify({ file: path, ids, current, waiting })}\n`);
    return exitCode.done;
  }
  terminal.out(`密钥文件 ${path}：${ids.join("、")}，现用 ${current}。${rest}\n`);
  return exitCode.done;
}

const BATCH = 500;

/** A new key only when nothing is left over from the last time: so it goes on after a cut. */
async function rotate(config: Config, drops: boolean, terminal: Terminal): Promise<number> {
  const path = keyFileOf(config);
  const left = await counted(config, terminal);
  if (typeof left !== "number") return left.exit;
  if (left === 0) addKey(path);
  else terminal.err(`接着上次没有做完的：还有 ${left} 件。\n`);
  return await withStore(config, terminal, async (store) => {
    const total = await store.secrets.waiting();
    const progress = createProgress("重新加密", { write: terminal.err, isTty: terminal.isTty });
    let done = 0;
    for (let some = await store.secrets.reseal(BATCH); some > 0; some = await store.secrets.reseal(BATCH)) {
      done += some;
      progress.at(done, total);
    }
    progress.end();
    await store.secrets.clearTraces();
    await store.security.note(machineFact("keyRotated", terminal.now(), readKeyFile(path).current));
    const dropped = drops ? await dropOld(store, path) : [];
    const told = dropped.length === 0 ? "" : `已删掉旧密钥 ${dropped.join("、")}。`;
    terminal.out(
      `已换用密钥 ${readKeyFile(path).current}，重新加密 ${done} 件。${told}请把密钥文件另存一份。\n`,
    );
    return exitCode.done;
  });
}

/** How much is left from the last time; the exit code when the database could not be opened. */
async function counted(config: Config, terminal: Terminal): Promise<number | { readonly exit: number }> {
  let left = 0;
  const exit = await withStore(config, terminal, async (store) => {
    left = await store.secrets.waiting();
    return exitCode.done;
  });
  return exit === exitCode.done ? left : { exit };
}

async function dropOld(store: Store, path: string): Promise<readonly string[]> {
  const { ids, current } = readKeyFile(path);
  const old = ids.filter((id) => id !== current);
  const ring = dropKeys(path, old);
  await store.settings.put(SAMPLES, samplesOf(ring, await store.settings.get(SAMPLES), [current]));
  return old;
}
