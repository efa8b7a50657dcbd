/**
 * One process per data folder. The lock is held by an open transaction on a small database of its own: the operating
 * system drops it with the process, however that ends. The file with the process number only serves the message.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pid } from "node:process";
import Database from "better-sqlite3";

export interface FolderInUse extends Error {
  readonly code: "folderInUse";
  /** Of the process that holds the folder; null when it is not known. */
  readonly pid: number | null;
}

export interface FolderLock {
  release(): void;
}

/** @throws FolderInUse when another process works on the folder. */
export function lockFolder(folder: string): FolderLock {
  const lock = new Database(join(folder, "huying.lock"), { timeout: 250 });
  const pidFile = join(folder, "huying.pid");
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw isBusy(error) ? folderInUse(folder, readPid(pidFile)) : error;
  }
  writeFileSync(pidFile, String(pid));
  return { release: () => lock.close() };
}

/** Whether another process works on the folder just now. */
export function isHeld(folder: string): boolean {
  try {
    lockFolder(folder).release();
    return false;
  } catch (error) {
    if (isFolderInUse(error)) return true;
    throw error;
  }
}

export function isFolderInUse(error: unknown): error is FolderInUse {
  return error instanceof Error && "code" in error && error.code === "folderInUse";
}

function folderInUse(folder: string, holder: number | null): FolderInUse {
  const who = holder === null ? "另一个进程" : `进程 ${holder} `;
  const message = `数据目录 ${folder} 正由${who}使用。请先停止该进程，或用 DATA_DIR 指定另一个目录。`;
  return Object.assign(new Error(message), { code: "folderInUse" as const, pid: holder });
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function readPid(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}
