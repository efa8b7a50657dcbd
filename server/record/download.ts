/** A backup as a file to take away: which names are backups, what the file is called, and its bytes piece by piece. */
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { databaseName } from "../../db/openCopy.ts";
import type { Config } from "../config.ts";
import { backupFolder } from "./backups.ts";

/** As `stampOf` writes it: nothing else in the folder, nor outside it, is a backup. */
const backupName = /^huying-(\d{4})(\d{2})(\d{2})-(\d{6})\.db$/u;

export interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  /** 呼应备份-莒县-2026-11-20-083015北京时间.db */
  readonly name: string;
}

/** @returns null for what is no backup, or is gone. */
export async function backupFile(
  config: Pick<Config, "dataDir" | "backupDir">,
  file: string,
  county: string,
): Promise<BackupFile | null> {
  const named = backupName.exec(file);
  if (named === null) return null;
  const [, year, month, day, time] = named;
  const path = join(backupFolder(config), file);
  try {
    const { size } = await stat(path);
    const place = county === "" ? "" : `${county}-`;
    return { path, bytes: size, name: `呼应备份-${place}${year}-${month}-${day}-${time}北京时间.db` };
  } catch {
    return null;
  }
}

/** Read as fast as it is taken: a county of years does not stand in memory. A file that is let go meanwhile is sent whole. */
export function streamOf({ path }: BackupFile): ReadableStream {
  return Readable.toWeb(createReadStream(path)) as ReadableStream;
}

/** Share of the copy that stands on the disk by now; null where none is being written. */
export async function writtenOf(config: Pick<Config, "dataDir" | "backupDir">): Promise<number | null> {
  const folder = backupFolder(config);
  try {
    const part = (await readdir(folder)).find((name) => name.endsWith(".db.part"));
    if (part === undefined) return null;
    const [done, all] = await Promise.all([
      stat(join(folder, part)),
      stat(join(config.dataDir, databaseName)),
    ]);
    return Math.min(1, done.size / all.size);
  } catch {
    return null; // it was finished, or given up, between the two looks
  }
}
