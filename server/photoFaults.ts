/** Photo files against their names, which are the hash of their content: missing, cut short or exchanged ones are named. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault, Store } from "../db/store.ts";

const PAGE = 500;

/** @param dataDir where the folder `photos` lies. @returns one fault for each case that shows such a photo. */
export async function photoFaults(store: Store, dataDir: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let after = "";
  for (;;) {
    const ids = await store.photos.ids(after, PAGE);
    for (const id of ids) if (!(await isWhole(id, dataDir))) faults.push(...(await faultsOf(id, store)));
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return faults;
    after = last;
  }
}

async function isWhole(id: string, dataDir: string): Promise<boolean> {
  try {
    const bytes = await readFile(join(dataDir, "photos", `${id}.jpg`));
    return createHash("sha256").update(bytes).digest("hex") === id;
  } catch {
    return false; // not there or not to be read: both mean that the picture is lost
  }
}

async function faultsOf(id: string, store: Store): Promise<readonly Fault[]> {
  const fault = { seq: null, kind: "photo", field: id.slice(0, 12) } as const;
  const cases = await store.photos.casesWith(id);
  if (cases.length === 0) return [{ caseId: "", number: "", ...fault }];
  const found = await Promise.all(cases.map((caseId) => store.cases.byId(caseId)));
  return cases.map((caseId, at) => ({ caseId, number: found[at]?.number ?? "", ...fault }));
}
