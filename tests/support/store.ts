/** Stores for tests: a SQLite file in a folder of its own that goes with the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";

/** Opens an empty SQLite store; the caller removes it. */
export async function openLooseStore(): Promise<{ readonly store: Store; remove(): Promise<void> }> {
  const folder = temporaryFolder();
  const store = openSqlite(folder);
  return {
    store,
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "huying-"));
}
