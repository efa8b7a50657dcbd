/** 试恢复: a backup is restored into a temporary folder beside it and verified there, its photos with it. */
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openStore } from "../../db/open.ts";
import { databaseName } from "../../db/openCopy.ts";
import type { Store, Verification } from "../../db/store.ts";
import { photoFaults } from "../photoFaults.ts";
import type { PhotoFiles } from "../photoFiles/photoFiles.ts";

/** Folders of trials that a process left behind when it died begin so too. */
const STAGE = "trial-";

/** What a backup is held against. */
export interface Trying<Found> {
  readonly keyFile: string;
  /** Where the photos are that the backup may speak of. */
  readonly photos: PhotoFiles;
  /** All that is held against the restored database, its photos apart. */
  readonly verify: (store: Store) => Promise<Found>;
}

export async function onTrial<Found extends Verification>(
  file: string,
  { keyFile, photos: files, verify }: Trying<Found>,
): Promise<Found> {
  const stage = await mkdtemp(join(dirname(file), STAGE));
  try {
    await copyFile(file, join(stage, databaseName));
    const store = await openStore({ databaseUrl: null, dataDir: stage, keyFile });
    try {
      const found = await verify(store);
      // By size: their content was looked at when they were copied
      const photos = await photoFaults(store, files, "size");
      return { ...found, faults: [...found.faults, ...photos] };
    } finally {
      await store.close();
    }
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** What was begun by processes that are no more: it takes room and helps nobody. */
export async function sweepStages(folder: string): Promise<void> {
  const left = (await readdir(folder).catch(() => [])).filter(
    (name) => name.startsWith(STAGE) || /\.part(-journal)?$/.test(name),
  );
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
}
