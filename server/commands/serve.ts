import { fileURLToPath } from "node:url";
import type { Store } from "../../db/store.ts";
import { configOf, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { type Config, settings } from "../config.ts";
import { linesOf } from "../doctor/check.ts";
import { examine, isSick } from "../doctor/examine.ts";
import { greet, type Serving, startServing } from "../serve.ts";

export const serveCommand: Subcommand = {
  name: "serve",
  summary: "启动服务（npm start 就是它）",
  help: `
用法：huying serve

设置都来自环境变量，都可以不设：
${settingLines()}

例：
  huying serve
  PORT=9000 HOST=0.0.0.0 DATA_DIR=/srv/huying DEMO=off huying serve

退出码：0 正常停止；2 设置有误；3 无法运行（数据目录正被使用、数据库打不开、端口被占用、密钥权限不对、体检有 ✗）；4 磁盘同步失败，已立即退出，由守护程序重新启动。
`,
  async run(args, terminal) {
    if (args.length > 0) {
      terminal.err(`serve 没有“${args.join(" ")}”这个选项，设置来自环境变量。用法见：huying serve --help\n`);
      return exitCode.usage;
    }
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    if (!(await isFit(config, terminal))) return exitCode.failed;
    const opening = { ...config, writesAway: true };
    return withStore(opening, terminal, (store) => serveUntilStopped(store, config, terminal));
  },
};

function settingLines(): string {
  const width = Math.max(...settings.map(({ name }) => name.length)) + 2;
  const lineOf = ({ name, preset, meaning }: (typeof settings)[number]) =>
    `  ${name.padEnd(width)}${meaning}（缺省 ${preset || "空"}）`;
  return settings.map(lineOf).join("\n");
}

/** One list of everything that is wrong and what to do, before anything is opened for work. */
async function isFit(config: Config, terminal: Terminal): Promise<boolean> {
  const checks = await examine(config, terminal.now());
  const sick = isSick(checks);
  for (const line of linesOf(checks, sick ? ["bad", "worth"] : [])) terminal.err(`${line}\n`);
  if (sick && config.startupCheck)
    terminal.err("以上标 ✗ 的处理好之后再启动；全部检查结果见 huying doctor。\n");
  return !sick || !config.startupCheck;
}

/** Longest time from a signal to the end, whatever is still under way. */
const LAST_CALL = 10_000;

async function serveUntilStopped(store: Store, config: Config, terminal: Terminal): Promise<number> {
  const stopped = stopSignal();
  void store.unsure.then((fault) => leaveAtOnce(fault, terminal));
  const serving = await start(store, config, terminal);
  if (serving === null) return exitCode.failed;
  await greet(serving, store, terminal);
  await stopped;
  setTimeout(() => process.exit(exitCode.failed), LAST_CALL).unref();
  terminal.err("正在停止：办完手头的请求就退出。\n");
  await serving.stop();
  return exitCode.done;
}

/** Nothing is finished and nothing closed: each would write once more to a disk that did not say the truth. */
function leaveAtOnce(fault: Error, { err }: Terminal): never {
  const code = "code" in fault ? String(fault.code) : fault.message;
  err(
    `磁盘同步失败（${code}）：最近写入的内容是否已经落盘无法确定，服务立即退出，没有再确认任何请求。` +
      `请查看系统日志里的磁盘错误；重新启动时会先体检。\n`,
  );
  process.exit(exitCode.unsure);
}

async function start(store: Store, config: Config, terminal: Terminal): Promise<Serving | null> {
  const webFolder = fileURLToPath(new URL("../../dist/web", import.meta.url));
  try {
    return await startServing({ store, config, webFolder }, terminal);
  } catch (error) {
    const sentence = sentenceOf(error, config);
    if (sentence === null) throw error;
    terminal.err(`${sentence}\n`);
    return null;
  }
}

function sentenceOf(error: unknown, { port, host }: Config): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "startRefused" && error instanceof Error) return error.message;
  if (code === "EADDRINUSE") return `端口 ${port} 已被占用。请用 PORT=其他端口 再启动。`;
  if (code === "EACCES") return `没有权限监听 ${host}:${port}。1024 以下的端口需要管理员权限。`;
  return code === "EADDRNOTAVAIL" || code === "ENOTFOUND" ? `本机没有地址 ${host}。请检查 HOST。` : null;
}

/** The first signal asks to stop in order; a second one ends the process as usual. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}
