/** Carries files of photos from one place to another. Begun again, it goes on with what is not there yet. */
import { createHash } from "node:crypto";
import type { PhotoFiles } from "./photoFiles.ts";

const AT_A_TIME = 8;

export interface Carried {
  /** How many were carried now, and how many stood there already. */
  readonly carried: number;
  readonly there: number;
  /** Ids of files that are not what their name says: they are left where they are. */
  readonly bent: readonly string[];
}

/** @param onProgress told how many have been looked at. */
export async function carryPhotos(
  from: PhotoFiles,
  to: PhotoFiles,
  onProgress: (done: number) => void = () => undefined,
): Promise<Carried> {
  let [carried, there] = [0, 0];
  const bent: string[] = [];
  await to.probe();
  for await (const ids of lotsOf(from)) {
    await Promise.all(ids.map(carryOne));
    onProgress(carried + there + bent.length);
  }
  return { carried, there, bent };

  async function carryOne(id: string): Promise<void> {
    if (await isThere(id, from, to)) {
      there++;
      return;
    }
    const bytes = await from.read(id);
    if (bytes === null || hashOf(bytes) !== id) {
      bent.push(id);
      return;
    }
    await to.put(id, bytes);
    carried++;
  }
}

/** @returns ids of files that are not in the other place in the same size. */
export async function missingPhotos(from: PhotoFiles, to: PhotoFiles): Promise<readonly string[]> {
  const missing: string[] = [];
  await to.probe();
  for await (const ids of lotsOf(from)) {
    const found = await Promise.all(ids.map(async (id) => await isThere(id, from, to)));
    missing.push(...ids.filter((_, index) => found[index] !== true));
  }
  return missing;
}

/** Ids of as many files as are looked at in one go. */
async function* lotsOf(files: PhotoFiles): AsyncGenerator<readonly string[]> {
  for await (const ids of files.pages())
    for (let at = 0; at < ids.length; at += AT_A_TIME) yield ids.slice(at, at + AT_A_TIME);
}

/** A file is written whole or not at all, so that one of the same size is the same. */
async function isThere(id: string, from: PhotoFiles, to: PhotoFiles): Promise<boolean> {
  return (await from.sizeOf(id)) === (await to.sizeOf(id));
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
