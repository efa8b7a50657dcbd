/** What lies on the disk: folders that can be written to, room, keys, certificate, backups. */
import { X509Certificate } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { KeyFault, readKeyFile } from "../../db/open.ts";
import { type Config, keyFileOf } from "../config.ts";
import { DAY, HOUR, type Instant } from "../domain/time.ts";
import { isKeyFault, keyPath, readKey } from "../record/key.ts";
import { keysOfHouse } from "../record/keyHistory.ts";
import { backupFolder, backupsIn } from "../record/backups.ts";
import { bad, type Check, good, worth } from "./check.ts";

/** Makes a file, forces it to disk and takes it away again. */
export function folderCheck(name: string, folder: string): Check {
  const draft = join(folder, `.check-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(draft, "w", 0o600);
    fsyncSync(file);
    closeSync(file);
    rmSync(draft);
    return good(name, `${folder} 可写`);
  } catch (error) {
    return bad(name, `${folder} 写不进去（${codeOf(error)}）`, adviceFor(codeOf(error), folder));
  }
}

function adviceFor(code: string, folder: string): string {
  if (code === "ENOSPC" || code === "EDQUOT") return "磁盘已满：腾出空间再启动，先把旧备份移到别的磁盘。";
  if (code === "EROFS") return "磁盘是只读挂载：检查磁盘后重新挂载为可写。";
  return `请让运行服务的用户能读写：chown -R 用户 "${folder}"`;
}

export function roomCheck({ dataDir, diskFree }: Config): Check {
  const name = "磁盘空间";
  try {
    const { bavail, blocks, bsize } = statfsSync(dataDir);
    const told = `剩余 ${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB（${Math.round((bavail / blocks) * 100)}%）`;
    return bavail / blocks >= diskFree
      ? good(name, told)
      : worth(name, told, "快满了：把旧备份移到别的磁盘，或扩容；不要删数据库和照片。");
  } catch (error) {
    return worth(name, `查不到（${codeOf(error)}）`, "请确认数据目录所在的磁盘已经挂载。");
  }
}

/** @param isSealed whether a database waits that only its own keys open. */
export function keyCheck(config: Config, isSealed: boolean): Check {
  const [name, path] = ["加密密钥", keyFileOf(config)];
  if (!existsSync(path))
    return isSealed
      ? bad(
          name,
          `找不到 ${path}，数据库里的姓名电话打不开`,
          "从保管处把它放回（权限 600），或用 KEY_FILE 指明。不要新建。",
        )
      : good(name, `${path} 还没有，首次启动时生成`);
  try {
    return good(name, `${path}：${readKeyFile(path).ids.join("、")}`);
  } catch (error) {
    if (error instanceof KeyFault) return bad(name, error.message, "改好后再启动。");
    return bad(name, `${path} 读不出来（${codeOf(error)}）`, "请检查文件权限，应归运行服务的用户所有，600。");
  }
}

/** @param signed whether checkpoints stand that this key should have signed. */
export function recordKeyCheck(config: Config, signed: boolean): Check {
  const [name, path] = ["签名密钥", keyPath(config)];
  if (existsSync(path)) {
    const key = readKey(path);
    const keys = isKeyFault(key) ? key : keysOfHouse(path, key);
    return "fault" in keys ? bad(name, keys.fault, "改好后再启动。") : good(name, path);
  }
  if (!signed || config.recordKey !== "") return good(name, `${path} 还没有，首次启动时生成`);
  return bad(
    name,
    `找不到 ${path}，已有的检查点是用它签的`,
    "从保管处把它放回（权限 600）。确实丢了的：用 RECORD_KEY 指明一个新文件，启动时生成新密钥；放在同一个目录里，旧检查点照样核验。",
  );
}

export function certificateCheck({ tlsCert, tlsKey }: Config, now: Instant): readonly Check[] {
  if (tlsCert === "") return [];
  const name = "HTTPS 证书";
  try {
    readFileSync(tlsKey);
    const until = Date.parse(new X509Certificate(readFileSync(tlsCert)).validTo);
    const days = Math.floor((until - now) / DAY);
    if (days < 0) return [bad(name, `${tlsCert} 已过期 ${-days} 天`, "换上新证书再启动。")];
    return [
      days < 30
        ? worth(name, `还有 ${days} 天到期`, "请尽快续期，换上后重启。")
        : good(name, `还有 ${days} 天到期`),
    ];
  } catch (error) {
    return [
      bad(
        name,
        `证书或私钥读不出来（${codeOf(error)}）`,
        "检查 TLS_CERT、TLS_KEY 的路径、权限和格式（PEM）。",
      ),
    ];
  }
}

export async function backupCheck(config: Config, now: Instant): Promise<Check> {
  const name = "备份";
  if (config.databaseUrl !== "") return good(name, "PostgreSQL 用自己的工具备份");
  const [last] = await backupsIn(config);
  const byHand = await newestFile(backupFolder(config));
  if (byHand !== null && byHand.at > (last?.at ?? 0)) {
    const age = Math.max(0, Math.round((now - byHand.at) / HOUR));
    const told = `最近一份 ${byHand.name}，${age} 小时前，手工做的，还没有试恢复`;
    return worth(name, told, `执行 huying verify --backup ${join(backupFolder(config), byHand.name)}`);
  }
  if (last === undefined)
    return worth(name, "还没有备份", "执行 huying backup，或让服务按 BACKUP_HOURS 自动备份。");
  const age = Math.round((now - last.at) / HOUR);
  const told = `最近一份 ${last.file}，${age} 小时前，${last.verifiedAt === null ? "还没有试恢复" : `试恢复有 ${last.faults} 处问题`}`;
  return age > 48 || last.faults > 0
    ? worth(name, told, "检查备份目录和日志里的 backup.failed。")
    : good(name, told);
}

/** A backup that somebody made by hand: nothing is told beside it. null without one. */
async function newestFile(folder: string): Promise<{ readonly name: string; readonly at: Instant } | null> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  const byHand = names.filter((name) => name.endsWith(".db") && !names.includes(`${name}.json`));
  const found = await Promise.all(
    byHand.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  return found.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
