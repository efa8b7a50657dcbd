/** Opens the database the settings ask for; before this answers it is migrated, sealed, findable and summed where it was not. */
import { join } from "node:path";
import { openPostgres } from "./postgres.ts";
import { keyFileName } from "./secrets/keyFile.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

export { isFolderInUse } from "./lock.ts";
export { addKey, dropKeys, KeyFault, keyFileName, readKeyFile } from "./secrets/keyFile.ts";
export { SAMPLES, samplesOf } from "./secrets/keep.ts";

export interface DatabaseSettings {
  /** `postgres://…`; null means SQLite inside `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** The file of keys; by default in `dataDir`. */
  readonly keyFile?: string;
}

/** Rows sealed, or cases made findable, in one transaction. */
const BATCH = 500;

/**
 * @throws FolderInUse (lock.ts) when another process works on the same SQLite folder, KeyFault (secrets/keyFile.ts) when
 * the keys of the database are not there.
 */
export async function openStore(settings: DatabaseSettings): Promise<Store> {
  const { databaseUrl, dataDir, keyFile = join(dataDir, keyFileName) } = settings;
  const store =
    databaseUrl === null ? openSqlite(dataDir, keyFile) : await openPostgres(databaseUrl, keyFile);
  await sealBareRows(store);
  while ((await store.words.catchUp(BATCH)) > 0);
  await store.evaluation.makeSums();
  return store;
}

/** Names and numbers from before they were sealed. A rotation that was cut off is left to `huying keys rotate`. */
async function sealBareRows(store: Store): Promise<void> {
  if ((await store.secrets.bare()) === 0) return;
  while ((await store.secrets.reseal(BATCH)) > 0);
  await store.secrets.clearTraces();
}
