/** Files of photos that were erased by right (到期清除): first the row goes, with the record of it, then the file. */
import type { Store } from "../db/store.ts";
import type { Deps } from "./deps.ts";

type Housed = Pick<Deps, "photoFiles"> & { readonly store: Pick<Store, "retention"> };

/** What an erasure that was cut off has left. @returns how many files went. */
export async function removeErasedPhotos({ photoFiles, store }: Housed): Promise<number> {
  let count = 0;
  for await (const ids of photoFiles.pages()) {
    const erased = await store.retention.erasedAmong(ids);
    for (const id of erased) await photoFiles.remove(id);
    count += erased.length;
  }
  return count;
}
