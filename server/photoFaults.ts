/** Photo files against their names, which are the hash of their content: missing, cut short or exchanged ones are named. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Fault, Store } from "../db/store.ts";

const PAGE = 500;

/** By all of their content, or (fast, for many) only whether they are there in their size. */
export type PhotoLook = "content" | "size";

/** @param dataDir where the folder `photos` lies. @returns one fault for each case that shows such a photo. */
export async function photoFaults(
  store: Store,
  dataDir: string,
  look: PhotoLook = "content",
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let after = "";
  for (;;) {
    const ids = await store.photos.ids(after, PAGE);
    for (const id of ids)
      if (!(await isThere[look](id, dataDir, store))) faults.push(...(await faultsOf(id, store)));
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return faults;
    after = last;
  }
}

type Look = (id: string, dataDir: string, store: Store) => Promise<boolean>;

// Not there or not to be read: both mean that the picture is lost
const isThere: Readonly<Record<PhotoLook, Look>> = {
  content: async (id, dataDir) => {
    const bytes = await readFile(fileOf(id, dataDir)).catch(() => null);
    return bytes !== null && createHash("sha256").update(bytes).digest("hex") === id;
  },
  size: async (id, dataDir, { photos }) => {
    const found = await stat(fileOf(id, dataDir)).catch(() => null);
    return found !== null && found.size === (await photos.byId(id))?.bytes;
  },
};

function fileOf(id: string, dataDir: string): string {
  return join(dataDir, "photos", `${id}.jpg`);
}

async function faultsOf(id: string, store: Store): Promise<readonly Fault[]> {
  const fault = { seq: null, kind: "photo", field: id.slice(0, 12) } as const;
  const cases = await store.photos.casesWith(id);
  if (cases.length === 0) return [{ caseId: "", number: "", ...fault }];
  const found = await Promise.all(cases.map((caseId) => store.cases.byId(caseId)));
  return cases.map((caseId, at) => ({ caseId, number: found[at]?.number ?? "", ...fault }));
}
