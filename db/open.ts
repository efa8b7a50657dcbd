/** Opens the database the settings ask for; it is migrated before this answers. */
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

export { isFolderInUse } from "./lock.ts";

export interface DatabaseSettings {
  /** `postgres://…`; null means SQLite inside `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** @throws FolderInUse (lock.ts) when another process works on the same SQLite folder. */
export async function openStore({ databaseUrl, dataDir }: DatabaseSettings): Promise<Store> {
  return databaseUrl === null ? openSqlite(dataDir) : await openPostgres(databaseUrl);
}
