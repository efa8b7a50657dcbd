/** Whole databases as files: copied while the house goes on, checked, and put in place of another. SQLite only. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { lockFolder } from "./lock.ts";

export const databaseName = "huying.db";

/**
 * Copies the database of a folder as it is at this moment; a server that works on it is not disturbed.
 * @throws when the folder has no database.
 */
export async function copyDatabase(dataDir: string, target: string): Promise<void> {
  await copyDatabaseFile(join(dataDir, databaseName), target);
}

/** The same of a database under any name. */
export async function copyDatabaseFile(file: string, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  const source = new Database(file, { fileMustExist: true });
  try {
    await source.backup(draft);
    renameSync(draft, target);
  } finally {
    source.close();
    // A half copy would take the room that the house needs
    rmSync(draft, { force: true });
    rmSync(`${draft}-journal`, { force: true });
  }
}

/** @returns what SQLite finds wrong with a file; empty when it is sound. */
export function faultsOfFile(file: string): readonly string[] {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const rows = database.pragma("integrity_check") as readonly { integrity_check: string }[];
      return rows.map((row) => row.integrity_check).filter((answer) => answer !== "ok");
    } finally {
      database.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Which photos a database speaks of. */
export function photoIdsOf(file: string): readonly string[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return database.prepare("select id from photos").pluck().all() as string[];
  } finally {
    database.close();
  }
}

/**
 * Puts a database in place of the folder's own, which is kept beside it.
 * @returns where the old one is now; null when there was none.
 * @throws FolderInUse (lock.ts) while a process works on the folder.
 */
export function replaceDatabase(dataDir: string, staged: string, oldName: string): string | null {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  try {
    const current = join(dataDir, databaseName);
    const kept = existsSync(current) ? join(dataDir, oldName) : null;
    if (kept !== null) {
      foldLog(current);
      renameSync(current, kept);
    }
    renameSync(staged, current);
    return kept;
  } finally {
    lock.release();
  }
}

/** What still stands in the write-ahead log belongs to the database: a file moved without it would lose it. */
function foldLog(file: string): void {
  const database = new Database(file);
  database.pragma("journal_mode = DELETE");
  database.close();
}
