/** Photos in a folder: each on the disk, forced there, before any row speaks of it. */
import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { PhotoFiles } from "./photoFiles.ts";

const ENDING = ".jpg";

/** @param spared share of the disk: below half of it no photo is taken; reports still are. */
export function createFolder(folder: string, spared: number): PhotoFiles {
  const fileOf = (id: string) => join(folder, `${id}${ENDING}`);
  return {
    place: folder,
    async hasRoom() {
      await mkdir(folder, { recursive: true });
      const { bavail, blocks } = await statfs(folder);
      return bavail >= (blocks * spared) / 2;
    },
    async put(id, bytes) {
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${randomUUID()}.part`);
      await withFile(draft, "wx", async (file) => {
        await file.writeFile(bytes);
        await file.sync();
      });
      await rename(draft, fileOf(id));
      await withFile(folder, "r", (opened) => opened.sync());
    },
    read: (id) => unlessGone(readFile(fileOf(id))),
    sizeOf: async (id) => (await unlessGone(stat(fileOf(id))))?.size ?? null,
    remove: (id) => rm(fileOf(id), { force: true }),
    async *pages() {
      const names = await unlessGone(readdir(folder));
      yield (names ?? []).flatMap((name) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : []));
    },
    probe: async () => undefined,
  };
}

async function unlessGone<Found>(looking: Promise<Found>): Promise<Found | null> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
