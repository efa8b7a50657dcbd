/** Backups of the SQLite database in a folder: what is there, taking one, trying it out, and letting old ones go. */
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyDatabase, databaseName, faultsOfFile } from "../../db/openCopy.ts";
import { openStore } from "../../db/open.ts";
import { stampOf } from "../cli/stamp.ts";
import type { Config } from "../config.ts";
import { type RetentionRule, spentBackups } from "../domain/backups.ts";
import type { BackupAnswer } from "../domain/recordAnswers.ts";
import type { Instant } from "../domain/time.ts";

type Folders = Pick<Config, "dataDir" | "backupDir">;

/** Beside each backup, under its name and `.json`. */
type Told = Omit<BackupAnswer, "file">;

export function backupFolder({ dataDir, backupDir }: Folders): string {
  return backupDir === "" ? join(dataDir, "backups") : backupDir;
}

/** Newest first; only those that the house took by itself. */
export async function backupsIn(config: Folders): Promise<readonly BackupAnswer[]> {
  const folder = backupFolder(config);
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /^huying-[\d-]+\.db\.json$/.test(name));
  const found = await Promise.all(names.map(async (name) => await readTold(folder, name)));
  return found.flatMap((backup) => backup ?? []).sort((a, b) => b.at - a.at);
}

/** Copies the database while it is written to, and checks the copy's pages. @throws when it cannot be written whole. */
export async function takeBackup(config: Folders, at: Instant): Promise<BackupAnswer> {
  const folder = backupFolder(config);
  const file = `huying-${stampOf(at)}.db`;
  const path = join(folder, file);
  await mkdir(folder, { recursive: true });
  await copyDatabase(config.dataDir, path);
  const faults = faultsOfFile(path);
  if (faults.length > 0) {
    await rm(path, { force: true });
    throw new Error(`The backup is not sound: ${faults[0]}`);
  }
  const told: Told = { at, bytes: (await stat(path)).size, verifiedAt: null, faults: 0 };
  await writeTold(path, told);
  return { file, ...told };
}

/** How many faults a restored copy has. */
export type Trial = (folder: string) => Promise<number>;

/** Restores a backup into a temporary folder and has every record of it verified there. */
export async function tryBackup(
  config: Folders,
  backup: BackupAnswer,
  { verify, now }: { readonly verify: Trial; readonly now: () => Instant },
): Promise<BackupAnswer> {
  const path = join(backupFolder(config), backup.file);
  const stage = await mkdtemp(join(backupFolder(config), "trial-"));
  try {
    await copyFile(path, join(stage, databaseName));
    const faults = await verify(stage);
    const { file, ...told } = { ...backup, verifiedAt: now(), faults };
    await writeTold(path, told);
    return { file, ...told };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** In this process: for small databases and for tests. */
export async function verifyHere(folder: string, keyFile: string): Promise<number> {
  const store = await openStore({ databaseUrl: null, dataDir: folder, keyFile });
  try {
    return (await store.verify()).faults.length;
  } finally {
    await store.close();
  }
}

/** @returns the names of those that went. The last verified one always stays. */
export async function pruneBackups(config: Folders, rule: RetentionRule): Promise<readonly string[]> {
  const backups = await backupsIn(config);
  const proven = backups.find(({ verifiedAt, faults }) => verifiedAt !== null && faults === 0);
  const spent = new Set(
    spentBackups(
      backups.map(({ at }) => at),
      rule,
    ),
  );
  const going = backups.filter((backup) => spent.has(backup.at) && backup !== proven);
  for (const { file } of going) {
    const path = join(backupFolder(config), file);
    await rm(path, { force: true });
    await rm(`${path}.json`, { force: true });
  }
  return going.map(({ file }) => file);
}

async function writeTold(path: string, told: Told): Promise<void> {
  await writeFile(`${path}.json`, `${JSON.stringify(told)}\n`);
}

async function readTold(folder: string, name: string): Promise<BackupAnswer | null> {
  try {
    const told = JSON.parse(await readFile(join(folder, name), "utf8")) as Told;
    return { file: name.replace(/\.json$/, ""), ...told };
  } catch {
    return null; // half written by a process that was killed: the next one tells anew
  }
}
