/** Stores for tests: a SQLite file in a folder of its own that goes with the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";

/** Opens an empty SQLite store; closed and removed when the test is over. Call it inside a test. */
export async function openTestStore(): Promise<Store> {
  const opened = await openLooseStore();
  onTestFinished(async () => await opened.remove());
  return opened.store;
}

/** The same for `beforeAll`: the caller removes it. */
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
