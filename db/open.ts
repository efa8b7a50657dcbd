/** Opens the database the settings ask for; before this answers it is migrated, sealed, findable and summed where it was not. */
import { join } from "node:path";
import { keyFileName } from "./secrets/keyFile.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";
import { builtWriteThread } from "./writeAway.ts";

export { isFolderInUse, isHeld } from "./lock.ts";
export { DatabaseFault } from "./pgFault.ts";
export { addKey, dropKeys, KeyFault, keyFileName, readKeyFile } from "./secrets/keyFile.ts";
export { SAMPLES, samplesOf } from "./secrets/keep.ts";

export interface DatabaseSettings {
  /** `postgres://…`; null means SQLite inside `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** The file of keys; by default in `dataDir`. */
  readonly keyFile?: string;
  /** SQLite: everything is written in a thread of its own, where the built server has its program. */
  readonly writesAway?: boolean;
}

/** Rows sealed, or cases made findable, in one transaction. */
const BATCH = 500;

/**
 * @throws FolderInUse (lock.ts) when another process works on the same SQLite folder, KeyFault (secrets/keyFile.ts) when
 * the keys of the database are not there, DatabaseFault (pgFault.ts) when a newer program has worked on it or the server
 * is not one to work with.
 */
export async function openStore(settings: DatabaseSettings): Promise<Store> {
  const { databaseUrl, dataDir, keyFile = join(dataDir, keyFileName), writesAway = false } = settings;
  const store =
    databaseUrl === null
      ? openSqlite(dataDir, keyFile, writesAway ? builtWriteThread() : null)
      : await (await import("./postgres.ts")).openPostgres(databaseUrl, keyFile);
  await bringUpToDate(store);
  return store;
}

/** What older programs have left to do in the rows themselves; cut off, it goes on with the next start. */
export async function bringUpToDate(store: Store): Promise<void> {
  await sealBareRows(store);
  while ((await store.words.catchUp(BATCH)) > 0);
  await store.evaluation.makeSums();
}

/** Names and numbers from before they were sealed. A rotation that was cut off is left to `huying keys rotate`. */
async function sealBareRows(store: Store): Promise<void> {
  if ((await store.secrets.bare()) === 0) return;
  while ((await store.secrets.reseal(BATCH)) > 0);
  await store.secrets.clearTraces();
}
