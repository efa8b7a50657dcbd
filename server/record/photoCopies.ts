/**
 * Photos beside the backups: each file once, whatever number of backups shows it. They are named by their content and never
 * change, so that a copy is made once; on the same disk it is a second name of the same file, which takes no room.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { photoIdsOf } from "../../db/openCopy.ts";

const PHOTO = /^[\da-f]{64}\.jpg$/;

export function photosOf(folder: string): string {
  return join(folder, "photos");
}

/** Those that are not there yet. @returns how many. @throws when one cannot be written, or is not what its name says. */
export async function copyPhotos(from: string, to: string): Promise<number> {
  if (resolve(from) === resolve(to)) return 0;
  const known = new Set(await namesIn(to));
  const missing = (await namesIn(from)).filter((name) => !known.has(name));
  if (missing.length > 0) await mkdir(to, { recursive: true });
  for (const name of missing) await copyOne(join(from, name), join(to, name));
  return missing.length;
}

/**
 * Lets go of copies that the house has erased (到期清除) and that no backup shows any more.
 * @param backups paths of those that are kept. @returns how many went.
 */
export async function pruneCopies(from: string, to: string, backups: readonly string[]): Promise<number> {
  const living = new Set(await namesIn(from));
  const orphans = (await namesIn(to)).filter((name) => !living.has(name));
  if (orphans.length === 0) return 0;
  const shown = new Set(backups.flatMap(photoIdsOf));
  const going = orphans.filter((name) => !shown.has(name.replace(".jpg", "")));
  for (const name of going) await rm(join(to, name), { force: true });
  return going.length;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => PHOTO.test(name));
}

async function copyOne(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    // Another disk, or one that knows no second names
    await copyDurably(from, to);
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  const draft = `${to}.part`;
  try {
    await copyFile(from, draft);
    await sync(draft);
    const found = createHash("sha256")
      .update(await readFile(draft))
      .digest("hex");
    if (!to.endsWith(`${found}.jpg`)) throw new Error(`A photo is not what its name says: ${from}`);
    await rename(draft, to);
    await sync(dirname(to));
  } finally {
    await rm(draft, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
