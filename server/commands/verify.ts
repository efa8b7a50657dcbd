import { dirname } from "node:path";
import type { SavedCheckpoint, Store, Verification } from "../../db/store.ts";
import { readArgs } from "../cli/args.ts";
import { printVerification, type Signatures } from "../cli/faultWords.ts";
import { createProgress } from "../cli/progress.ts";
import { keysGiven } from "../cli/keysGiven.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { readCheckpoints } from "../cli/savedCheckpoints.ts";
import { withSnapshot } from "../cli/snapshot.ts";
import { configOf, isSqlite, missingDatabase, withStore } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { photoFaults } from "../photoFaults.ts";
import { BucketFault } from "../photoFiles/bucketFault.ts";
import { photoFilesOf, photoFolderIn } from "../photoFiles/photoFiles.ts";
import { type Config, keyFileOf } from "../config.ts";
import { backupFault } from "../record/judgeBackup.ts";
import { onTrial } from "../record/trial.ts";
import type { KnownKeys } from "../record/keyHistory.ts";
import { allCheckpoints, judgeSignatures, type JudgedSignatures } from "../record/signers.ts";

export const verifyCommand: Subcommand = {
  name: "verify",
  summary: "核验整个数据库：每条记录的哈希链是否完好，哪一条被改过",
  help: `
用法：huying verify [--checkpoint 文件]… [--key 公钥… | --unsigned] [--json]

逐案重算记录链：每条记录带有上一条的哈希，任何一条被改、被删、被换都会指出案卷号和第几条。
计时、反映人、照片和案卷数据也按记录逐项核对；照片文件按内容重算编号。
再从头重算存证树，与库里的检查点核对；给出保存在外面的检查点时，连同哈希一起改写的、截去末尾的、
换回旧备份的也查得出来。最早的一处写在最后一行。
检查点由哪把密钥签的也会写明：换过签名密钥的，先前的密钥签的照样认（公钥记在密钥旁边的 record-keys.txt 里），
但换下之后再用它签的要报出来。个人信息被依法删除的案卷照样核验通过。服务运行中也可以核验：核验的是此刻的一份副本。

例：
  huying verify
  huying verify --checkpoint 纪委留存-20261120.txt --checkpoint 招贤镇留存.txt
  DATA_DIR=/srv/huying/data huying verify --json

选项：
  --checkpoint   保存在外面的检查点文件，可以给多个
  --key          核对签名用的公钥（huying checkpoint --key 给出的一行），可以给多个，先用的写在前面；
                 不写时用本机现有的和先前用过的；一把也没有时签名无从核对，会说明有多少个没有核对，退出码是 5
  --unsigned     没有公钥可用，只比检查点的内容，退出码不因此是 5；是否出自本系统仍没有证明，照样说明
  --backup       不核验数据目录，而是把这份备份恢复到它旁边的临时目录里核验，照片只看在不在、大小对不对
  --no-photos    不核对照片文件：核验单独一份数据库备份时用
  --json         输出 JSON：cases、calls、events、entries、faults、signers（哪把密钥签了多少）、saved（没有核对签名的带 code: signatureUnchecked）、
                 unchecked（库里没有核对签名的检查点：checkpoints 是个数，code 同上；都核对过时没有这一项）

退出码：0 全部完好；1 有记录被改动；2 用法不对；3 无法运行（没有数据库或打不开）；
5 内容相符，但没有公钥，库里的或给出的检查点的签名没有核对。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      json: { type: "boolean" },
      checkpoint: { type: "string", multiple: true },
      key: { type: "string", multiple: true },
      unsigned: { type: "boolean" },
      "no-photos": { type: "boolean" },
      backup: { type: "string" },
    });
    if ("bad" in read) return sayUsage(terminal, "verify", read.bad);
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    if (read.values.unsigned && read.values.key !== undefined)
      return sayUsage(terminal, "verify", "--unsigned 是没有公钥时用的，不与 --key 同写");
    const keys = keysGiven(read.values.key, config);
    if (typeof keys === "string") return sayUsage(terminal, "verify", keys);
    const outside = readCheckpoints(read.values.checkpoint ?? [], keys);
    if (typeof outside === "string") return sayUsage(terminal, "verify", outside);
    const isJson = read.values.json === true;
    const { backup } = read.values;
    const judge = async (store: Store): Promise<Verification & Signatures> => {
      const verified = await verifyAloud(store, terminal, outside.saved);
      const { signers, faults, unchecked } = await signaturesOf(store, keys);
      // A backup may be older than what is known of the keys here: no fault, and no proof either
      const told = faults.filter(({ kind }) => backup === undefined || kind !== "unknownKey");
      return {
        ...verified,
        faults: [...verified.faults, ...outside.faults, ...told],
        signers,
        saved: outside.signed,
        ...uncheckedOf(unchecked + faults.length - told.length),
      };
    };
    const say = (found: Verification & Signatures) => {
      terminal.out(`${isJson ? JSON.stringify(found) : printVerification(found, found)}\n`);
      if (found.faults.length > 0) return exitCode.partly;
      const isUnproven = found.unchecked !== undefined || found.saved.some(({ code }) => code !== undefined);
      return isUnproven && read.values.unsigned !== true ? exitCode.unproven : exitCode.done;
    };
    if (backup !== undefined) {
      const wrong = isSqlite(config) ? backupFault(backup) : "PostgreSQL 的备份请用 pg_restore 恢复后核验";
      if (wrong !== null) return fail(terminal, wrong);
      const photos = config.bucket === null ? photoFolderIn(dirname(backup)) : photoFilesOf(config);
      const trying = { keyFile: keyFileOf(config), photos, verify: judge };
      return await onTrial(backup, trying).then(say, (error) => unlessAway(error, terminal));
    }
    const tell = async (store: Store) => {
      const verified = await judge(store);
      const photos = read.values["no-photos"] ? [] : await photoFaults(store, photoFilesOf(config));
      return say({ ...verified, faults: [...verified.faults, ...photos] });
    };
    const telling = isSqlite(config) ? onSnapshot(config, terminal, tell) : withStore(config, terminal, tell);
    return await telling.catch((error) => unlessAway(error, terminal));
  },
};

/** Of photos that cannot be asked for nothing is said, neither good nor bad. */
function unlessAway(error: unknown, terminal: Terminal): number {
  if (!(error instanceof BucketFault)) throw error;
  return fail(terminal, `${error.message}。没有核验成；只核验数据库用 --no-photos。`);
}

function fail(terminal: Terminal, message: string): number {
  terminal.err(`${message}\n`);
  return exitCode.failed;
}

function uncheckedOf(checkpoints: number): Pick<Signatures, "unchecked"> {
  return checkpoints === 0 ? {} : { unchecked: { checkpoints, code: "signatureUnchecked" } };
}

async function signaturesOf({ record }: Store, keys: KnownKeys): Promise<JudgedSignatures> {
  return await judgeSignatures(allCheckpoints(record), keys);
}

export async function verifyAloud(
  store: Store,
  terminal: Terminal,
  saved: readonly SavedCheckpoint[] = [],
): Promise<Verification> {
  const progress = createProgress("核验", { write: terminal.err, isTty: terminal.isTty });
  const verification = await store.verify(progress.at, saved);
  progress.end();
  return verification;
}

async function onSnapshot(
  config: Config,
  terminal: Terminal,
  use: (store: Store) => Promise<number>,
): Promise<number> {
  const missing = missingDatabase(config);
  if (missing === null) return withSnapshot(config, use);
  return fail(terminal, missing);
}
