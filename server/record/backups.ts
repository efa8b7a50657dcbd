/** Backups of the SQLite database in a folder: what is there, taking one, trying it out, and letting old ones go. */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyDatabase, databaseName, faultsOfFile } from "../../db/openCopy.ts";
import { stampOf } from "../cli/stamp.ts";
import type { Config } from "../config.ts";
import { type RetentionRule, spentBackups } from "../domain/backups.ts";
import type { BackupAnswer } from "../domain/recordAnswers.ts";
import type { Instant } from "../domain/time.ts";
import { copyPhotos, photosOf, pruneCopies } from "./photoCopies.ts";
import { sweepStages } from "./trial.ts";

type Folders = Pick<Config, "dataDir" | "backupDir">;

/** Beside each backup, under its name and `.json`. */
type Told = Omit<BackupAnswer, "file">;

/** What is left to the house: a backup never takes the last room of the disk. */
const SPARE = 64 * 1024 * 1024;

export function backupFolder({ dataDir, backupDir }: Folders): string {
  return backupDir === "" ? join(dataDir, "backups") : backupDir;
}

/** Where a backup of this instant goes when nobody names a file. */
export function backupPath(config: Folders, at: Instant): string {
  return join(backupFolder(config), `huying-${stampOf(at)}.db`);
}

/** Newest first; only those that the house took by itself. */
export async function backupsIn(config: Folders): Promise<readonly BackupAnswer[]> {
  const folder = backupFolder(config);
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /^huying-[\d-]+\.db\.json$/.test(name));
  const found = await Promise.all(names.map(async (name) => await readTold(folder, name)));
  return found.flatMap((backup) => backup ?? []).sort((a, b) => b.at - a.at);
}

/** Writes a backup to a path: the database first, then the photos that it may speak of. */
export type Copying = (dataDir: string, path: string) => Promise<void>;

/** In this process. @throws when there is no room, or it cannot be written whole; nothing of it is left then. */
export const copyHere: Copying = async (dataDir, path) => {
  const missing = await missingRoom(dataDir, path);
  if (missing > 0) throw new NoRoom(missing);
  await copyDatabase(dataDir, path);
  const [fault] = faultsOfFile(path);
  if (fault !== undefined) {
    await rm(path, { force: true });
    throw new Error(`The backup is not sound: ${fault}`);
  }
  await copyPhotos(photosOf(dataDir), photosOf(dirname(path)));
};

/** The disk of the backups has not room enough. */
export class NoRoom extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super(`The disk of the backups is ${Math.ceil(bytes / 1e6)} MB short.`);
    this.bytes = bytes;
  }
}

/** A backup that is taken by the clock, told beside it. */
export async function takeBackup(
  config: Folders,
  at: Instant,
  copy: Copying = copyHere,
): Promise<BackupAnswer> {
  const path = backupPath(config, at);
  await mkdir(dirname(path), { recursive: true });
  await sweepStages(dirname(path));
  await copy(config.dataDir, path);
  const told: Told = { at, bytes: (await stat(path)).size, verifiedAt: null, faults: 0 };
  await writeTold(path, told);
  return { file: `huying-${stampOf(at)}.db`, ...told };
}

/** How many faults a backup has once it is restored. */
export type Trial = (file: string) => Promise<number>;

/** Has a backup restored on trial and tells beside it what was found. */
export async function tryBackup(
  config: Folders,
  backup: BackupAnswer,
  { verify, now }: { readonly verify: Trial; readonly now: () => Instant },
): Promise<BackupAnswer> {
  const path = join(backupFolder(config), backup.file);
  const faults = await verify(path);
  const { file, ...told } = { ...backup, verifiedAt: now(), faults };
  await writeTold(path, told);
  return { file, ...told };
}

/** @returns the names of those that went. The last verified one always stays. */
export async function pruneBackups(config: Folders, rule: RetentionRule): Promise<readonly string[]> {
  const folder = backupFolder(config);
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
    await rm(join(folder, file), { force: true });
    await rm(join(folder, `${file}.json`), { force: true });
  }
  const kept = (await readdir(folder)).filter((name) => name.endsWith(".db"));
  await pruneCopies(
    photosOf(config.dataDir),
    photosOf(folder),
    kept.map((name) => join(folder, name)),
  );
  return going.map(({ file }) => file);
}

/** Room for the copy and for the one that is restored on trial. @returns how many bytes are missing; 0 or less: enough. */
async function missingRoom(dataDir: string, path: string): Promise<number> {
  const { size } = await stat(join(dataDir, databaseName));
  await mkdir(dirname(path), { recursive: true });
  const { bavail, bsize } = await statfs(dirname(path));
  return 2 * size + SPARE - bavail * bsize;
}

/** Whole or not at all: what a killed process has half told would hide the backup. */
async function writeTold(path: string, told: Told): Promise<void> {
  await writeFile(`${path}.json.part`, `${JSON.stringify(told)}\n`);
  await rename(`${path}.json.part`, `${path}.json`);
}

async function readTold(folder: string, name: string): Promise<BackupAnswer | null> {
  try {
    const told = JSON.parse(await readFile(join(folder, name), "utf8")) as Told;
    return { file: name.replace(/\.json$/, ""), ...told };
  } catch {
    return null; // half written by an older program that was killed: the next one tells anew
  }
}
