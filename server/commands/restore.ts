import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isFolderInUse, KeyFault, openStore } from "../../db/open.ts";
import { databaseName, replaceDatabase } from "../../db/openCopy.ts";
import type { Verification } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { printVerification } from "../cli/faultWords.ts";
import { keysGiven } from "../cli/keysGiven.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { readCheckpoints, type ReadCheckpoints } from "../cli/savedCheckpoints.ts";
import { stampOf } from "../cli/stamp.ts";
import { configOf, isSqlite } from "../cli/store.ts";
import { type Config, keyFileOf } from "../config.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { photoFaults } from "../photoFaults.ts";
import { BucketFault } from "../photoFiles/bucketFault.ts";
import { carryPhotos } from "../photoFiles/carry.ts";
import { photoFilesOf, photoFolderIn } from "../photoFiles/photoFiles.ts";
import { backupFault } from "../record/judgeBackup.ts";
import { copyPhotos, photosOf } from "../record/photoCopies.ts";
import { machineFact } from "../securityLog.ts";
import { verifyAloud } from "./verify.ts";
import { mkdirSync } from "node:fs";

export const restoreCommand: Subcommand = {
  name: "restore",
  summary: "用备份文件恢复数据库，先核验备份，原来的留在旁边",
  help: `
用法：huying restore <文件> [--checkpoint 检查点文件]… [--key 公钥]… [--json]

先检查备份文件是否完好、逐条核验记录链，都通过了才换上；原来的数据库改名留在数据目录里。
备份旁边 photos/ 里有、数据目录（或 S3_BUCKET 的存储桶）里没有的照片一并补回。
服务必须先停下：数据目录正在使用时拒绝恢复。

例：
  huying restore data/backups/huying-20261120-083015.db

选项：
  --checkpoint   保存在外面的检查点，可以给多个；备份接不上它（更旧，或被改过）、或它不是本机的
                 签名密钥签的，就不恢复
  --key          核对检查点签名用的公钥（huying checkpoint --key 给出的一行），可以给多个；不写时用本机现有的和
                 先前用过的，换到新机器上恢复时要给出
  --json   输出 JSON：cases、events、faults、old（原来的数据库改成了什么名字）、photos、photosMissing

退出码：0 已恢复；1 备份里有记录被改动或检查点不可信，没有恢复；2 用法不对；3 没有恢复成（不是数据库、已损坏、目录正在使用）。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      json: { type: "boolean" },
      checkpoint: { type: "string", multiple: true },
      key: { type: "string", multiple: true },
    });
    if ("bad" in read) return sayUsage(terminal, "restore", read.bad);
    const [file, ...rest] = read.positionals;
    if (file === undefined || rest.length > 0) return sayUsage(terminal, "restore", "请给出一个备份文件");
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    if (!isSqlite(config)) return fail(terminal, "PostgreSQL 数据库请用 pg_restore 恢复");
    const wrong = backupFault(file);
    if (wrong !== null) return fail(terminal, wrong);
    const outside = outsideOf(read.values, config);
    if (typeof outside === "string") return sayUsage(terminal, "restore", outside);
    const outcome = await putInPlace(file, config, { terminal, outside }).catch(explain);
    if (typeof outcome === "string") return fail(terminal, outcome);
    const isRestored = outcome.faults.length === 0;
    const old = outcome.old === null ? "" : `原来的数据库留作 ${outcome.old}。`;
    const verdict = isRestored
      ? `已恢复。${old}${photosTold(outcome)}`
      : "备份与记录或检查点对不上，或检查点的签名不可信，没有恢复。";
    const text = `${printVerification(outcome)}\n${verdict}`;
    terminal.out(`${read.values.json === true ? JSON.stringify(outcome) : text}\n`);
    return isRestored ? exitCode.done : exitCode.partly;
  },
};

/** Anybody can write a note that fits a bent backup: one counts only with a signature of the house. */
function outsideOf(
  given: { readonly checkpoint?: readonly string[]; readonly key?: readonly string[] },
  config: Config,
): ReadCheckpoints | string {
  const files = given.checkpoint ?? [];
  if (files.length === 0) return readCheckpoints([], []);
  const keys = keysGiven(given.key, config);
  if (typeof keys === "string") return keys;
  return keys.length === 0
    ? "这里没有签名公钥，检查点的签名无从核对；请用 --key 给出公钥（huying checkpoint --key 给出的一行）"
    : readCheckpoints(files, keys);
}

interface Trying {
  readonly terminal: Terminal;
  readonly outside: ReadCheckpoints;
}

interface Outcome extends Verification {
  readonly old: string | null;
  /** Photos that were put back, and those that are in neither place. */
  readonly photos: number;
  readonly photosMissing: number;
}

function photosTold({ photos, photosMissing }: Outcome): string {
  const back = photos === 0 ? "" : `从备份旁边补回照片 ${photos} 张。`;
  return photosMissing === 0
    ? back
    : `${back}还有 ${photosMissing} 张照片不在或不完整：huying verify 会列出是哪些案卷，请从照片的副本补回。`;
}

/** Everything happens on a copy inside the data folder, so that putting it in place is one renaming. */
async function putInPlace(file: string, config: Config, { terminal, outside }: Trying): Promise<Outcome> {
  const { dataDir } = config;
  mkdirSync(dataDir, { recursive: true });
  const stage = await mkdtemp(join(dataDir, "restore-"));
  try {
    const staged = join(stage, databaseName);
    await copyFile(file, staged);
    const verification = await verifyFolder(stage, config, { terminal, outside });
    if (verification.faults.length > 0) return { ...verification, old: null, photos: 0, photosMissing: 0 };
    // Before anything is put in place: a house whose photos nobody can look for is not restored by half
    await photoFilesOf(config).probe();
    const old = replaceDatabase(dataDir, staged, `huying-before-${stampOf(terminal.now())}.db`);
    const photos = await putPhotosBack(dirname(file), config);
    const photosMissing = await settle(file, config, terminal);
    return { ...verification, old, photos, photosMissing };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function putPhotosBack(folder: string, config: Config): Promise<number> {
  if (config.bucket === null) return await copyPhotos(photosOf(folder), photosOf(config.dataDir));
  return (await carryPhotos(photoFolderIn(folder), photoFilesOf(config))).carried;
}

/** The log that came with the backup goes on with where it came from. @returns how many of its photos are not there. */
async function settle(file: string, config: Config, terminal: Terminal): Promise<number> {
  const { dataDir } = config;
  const store = await openStore({ databaseUrl: null, dataDir, keyFile: keyFileOf(config) });
  try {
    await store.security.note(machineFact("restored", terminal.now(), basename(file).slice(0, 120)));
    return (await photoFaults(store, photoFilesOf(config))).length;
  } finally {
    await store.close();
  }
}

/** The keys of the house open the backup too: nothing in it can be judged without them. */
async function verifyFolder(
  dataDir: string,
  config: Config,
  { terminal, outside }: Trying,
): Promise<Verification> {
  const store = await openStore({ databaseUrl: null, dataDir, keyFile: keyFileOf(config) });
  try {
    const verified = await verifyAloud(store, terminal, outside.saved);
    return { ...verified, faults: [...verified.faults, ...outside.faults] };
  } finally {
    await store.close();
  }
}

function fail(terminal: Terminal, message: string): number {
  terminal.err(`${message}\n`);
  return exitCode.failed;
}

function explain(error: unknown): string {
  if (isFolderInUse(error) || error instanceof KeyFault) return error.message;
  if (error instanceof BucketFault) return `${error.message}。没有恢复成，或照片没有补全：连上后再执行一次。`;
  throw error;
}
