/** The process itself: started as `npm start` does but from the sources, stopped by a signal. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, renameSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../support/store.ts";

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  /** All that was said so far. */
  readonly said: () => string;
}

function run(settings: Readonly<Record<string, string>>) {
  const env = { ...process.env, PORT: "0", DEMO: "off", ...settings };
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "serve"], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (said += text.toString()));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, said: () => said };
}

async function start(dataDir: string): Promise<Started> {
  const { child, said } = run({ DATA_DIR: dataDir });
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0];
    if (address && said().includes("setup?token=")) return { child, address, said };
    if (child.exitCode !== null) throw new Error(said());
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

function folder(): string {
  const path = temporaryFolder();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe("the process", { timeout: 90_000 }, () => {
  it("prints a set-up link for a real county, and answers", async () => {
    const { child, address, said } = await start(folder());
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(said()).toContain("2027 年放假调休安排尚未公布");
    expect(said()).not.toContain("演示账号");
    child.kill("SIGTERM");
    expect(await exitOf(child)).toBe(0);
  });

  it("finishes the request under way when it is told to stop", async () => {
    const { child, address, said } = await start(folder());
    const body = JSON.stringify({ id: "report-1", text: "路灯不亮", channel: "public" });
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    const asking = request(`${address}/api/reports`, { method: "POST", headers });
    const answered = once(asking, "response");
    await new Promise<void>((resolve) => void asking.write(body.slice(0, 10), () => resolve()));
    await fetch(`${address}/healthz`);
    child.kill("SIGTERM");
    while (!said().includes("正在停止")) await once(child.stderr ?? child, "data");
    asking.end(body.slice(10));
    const [answer] = (await answered) as [{ statusCode?: number; resume(): void }];
    answer.resume();
    expect(answer.statusCode).toBe(201);
    expect(await exitOf(child)).toBe(0);
  });

  it("refuses a folder that another process works in", async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    const second = run({ DATA_DIR: dataDir });
    expect(await exitOf(second.child)).toBe(3);
    expect(second.said()).toContain(String(first.child.pid));
    first.child.kill("SIGTERM");
    await exitOf(first.child);
  });

  it("does not start with a key lost, says all that is wrong in one list, and starts when it is put back", async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    first.child.kill("SIGTERM");
    await exitOf(first.child);
    const key = join(dataDir, "huying.keys");
    renameSync(key, `${key}.away`);
    chmodSync(join(dataDir, "record-key.pem"), 0o644);
    const { child, said } = run({ DATA_DIR: dataDir });
    expect(await exitOf(child)).toBe(3);
    expect(said()).toMatch(/✗ 加密密钥：找不到/);
    expect(said()).toMatch(/✗ 签名密钥：.*644/);
    expect(said()).toContain("huying doctor");
    renameSync(`${key}.away`, key);
    chmodSync(join(dataDir, "record-key.pem"), 0o600);
    const again = await start(dataDir);
    again.child.kill("SIGTERM");
    expect(await exitOf(again.child)).toBe(0);
  });

  it("tells every mistake in the settings at once", async () => {
    const { child, said } = run({ PORT: "many", DEMO: "perhaps" });
    expect(await exitOf(child)).toBe(2);
    expect(said()).toContain("many");
    expect(said()).toContain("perhaps");
  });
});
