/** Files of photos that were erased by right (到期清除): first the row goes, with the record of it, then the file. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../db/store.ts";
import type { Deps } from "./deps.ts";

type Housed = Pick<Deps, "config">;

export async function removePhoto(id: string, { config }: Housed): Promise<void> {
  await rm(join(config.dataDir, "photos", `${id}.jpg`), { force: true });
}

/** What an erasure that was cut off has left. @returns how many files went. */
export async function removeErasedPhotos(
  deps: Housed & { readonly store: Pick<Store, "retention"> },
): Promise<number> {
  const names = await readdir(join(deps.config.dataDir, "photos")).catch(() => []);
  const ids = names.flatMap((name) => (name.endsWith(".jpg") ? [name.slice(0, -".jpg".length)] : []));
  const erased = await deps.store.retention.erasedAmong(ids);
  for (const id of erased) await removePhoto(id, deps);
  return erased.length;
}
