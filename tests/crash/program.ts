/** The server as a process of its own, built once from the sources, started and killed at will. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { build } from "vite";

const outDir = "dist/crash";

/** @param folder as deep in the tree as dist/server: what lies beside the sources is found from there by the same way. */
export async function buildProgram(folder = outDir): Promise<void> {
  await build({
    configFile: resolve("vite.server.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
}

export interface Program {
  /** Where it listens; null when it ended before it did. */
  readonly listening: Promise<string | null>;
  /** Every whole line it wrote to its standard output. */
  readonly lines: () => readonly string[];
  /** What it said to people. */
  readonly said: () => string;
  /** SIGSTOP: resolves when no thread of it runs any more, nor waits for the disk. */
  halt(): Promise<void>;
  /** SIGKILL: resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code. */
  stop(): Promise<number | null>;
}

export function startProgram(dataDir: string, settings: Readonly<Record<string, string>> = {}): Program {
  const env = { ...process.env, PORT: "0", DEMO: "off", DATA_DIR: dataDir, TRUST_PROXY: "on", ...settings };
  const child = spawn(process.execPath, [`${outDir}/main.js`, "serve"], { env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const gone = once(child, "close");
  return {
    listening: addressIn(child, () => out),
    lines: () => out.split("\n").slice(0, -1),
    said: () => err,
    async halt() {
      child.kill("SIGSTOP");
      while (!isHalted(child.pid)) await pass(1);
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    async stop() {
      child.kill("SIGTERM");
      await gone;
      return child.exitCode;
    },
  };
}

/** Gone counts as halted. */
function isHalted(pid = 0): boolean {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.every((thread) =>
      /^State:\s+[TtZX]/m.test(readFileSync(`/proc/${pid}/task/${thread}/status`, "utf8")),
    );
  } catch {
    return true;
  }
}

async function addressIn(child: ChildProcess, out: () => string): Promise<string | null> {
  for (;;) {
    const address = /^呼应已启动：(https?:\/\/[\d.]+:\d+)/m.exec(out())?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null || child.signalCode !== null) return null;
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "close")]);
  }
}
