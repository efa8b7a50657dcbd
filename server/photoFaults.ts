/** Photo files against their names, which are the hash of their content: missing, cut short or exchanged ones are named. */
import { createHash } from "node:crypto";
import type { Fault, Store } from "../db/store.ts";
import { BucketFault } from "./photoFiles/bucketFault.ts";
import type { PhotoFiles } from "./photoFiles/photoFiles.ts";

const PAGE = 500;
/** A bucket is far away: so many are asked for at a time. */
const AT_A_TIME = 8;

/** By all of their content, or (fast, for many) only whether they are there in their size. */
export type PhotoLook = "content" | "size";

/** @returns one fault for each case that shows such a photo. @throws BucketFault when nothing can be said of any. */
export async function photoFaults(
  store: Store,
  files: PhotoFiles,
  look: PhotoLook = "content",
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  await files.probe();
  let after = "";
  for (;;) {
    const ids = await store.photos.ids(after, PAGE);
    for (let at = 0; at < ids.length; at += AT_A_TIME) {
      const some = ids.slice(at, at + AT_A_TIME);
      const there = await Promise.all(some.map((id) => isThere[look](id, files, store)));
      for (const [index, id] of some.entries())
        if (there[index] !== true) faults.push(...(await faultsOf(id, store)));
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return faults;
    after = last;
  }
}

type Look = (id: string, files: PhotoFiles, store: Store) => Promise<boolean>;

// Not there or not to be read: both mean that the picture is lost
const isThere: Readonly<Record<PhotoLook, Look>> = {
  content: async (id, files) => {
    const bytes = await files.read(id).catch(unlessAway);
    return bytes !== null && createHash("sha256").update(bytes).digest("hex") === id;
  },
  size: async (id, files, { photos }) => {
    const size = await files.sizeOf(id).catch(unlessAway);
    return size !== null && size === (await photos.byId(id))?.bytes;
  },
};

/** Of storage that cannot be asked nothing is known: no photo in it is called lost. */
function unlessAway(error: unknown): null {
  if (error instanceof BucketFault) throw error;
  return null;
}

async function faultsOf(id: string, store: Store): Promise<readonly Fault[]> {
  const fault = { seq: null, kind: "photo", field: id.slice(0, 12) } as const;
  const cases = await store.photos.casesWith(id);
  if (cases.length === 0) return [{ caseId: "", number: "", ...fault }];
  const found = await Promise.all(cases.map((caseId) => store.cases.byId(caseId)));
  return cases.map((caseId, at) => ({ caseId, number: found[at]?.number ?? "", ...fault }));
}
