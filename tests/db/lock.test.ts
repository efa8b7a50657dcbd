import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { execPath } from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { isFolderInUse, openStore } from "../../db/open.ts";
import { temporaryFolder } from "../support/store.ts";

describe("a data folder that another process works on", () => {
  it("is refused with the number of that process, and free as soon as it is gone, however it went", async () => {
    const dataDir = aFolder();
    const holder = await hold(dataDir);
    const refusal = await openStore({ databaseUrl: null, dataDir }).catch((error: unknown) => error);
    expect(isFolderInUse(refusal) && refusal.pid).toBe(holder.pid);
    expect(String(refusal)).toContain(`进程 ${holder.pid}`);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const store = await openStore({ databaseUrl: null, dataDir });
    await store.close();
  });

  it("is refused inside one process too", async () => {
    const dataDir = aFolder();
    const store = await openStore({ databaseUrl: null, dataDir });
    await expect(openStore({ databaseUrl: null, dataDir })).rejects.toSatisfy(isFolderInUse);
    await store.close();
    const again = await openStore({ databaseUrl: null, dataDir });
    await again.close();
  });
});

function aFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function hold(folder: string): Promise<ChildProcess> {
  const child = spawn(execPath, ["--import", "tsx", "tests/support/holdFolder.ts", folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await once(child.stdout, "data");
  return child;
}
