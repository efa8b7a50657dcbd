/** A copy of the database to look at, so that checking it never disturbs the server. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import { copyDatabase, databaseName } from "../../db/openCopy.ts";
import { type Config, keyFileOf } from "../config.ts";
import type { Store } from "../../db/store.ts";

/** @throws when the folder has no database. */
export async function withSnapshot<T>(config: Config, use: (store: Store) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "huying-"));
  try {
    await copyDatabase(config.dataDir, join(folder, databaseName));
    const store = await openStore({ databaseUrl: null, dataDir: folder, keyFile: keyFileOf(config) });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
