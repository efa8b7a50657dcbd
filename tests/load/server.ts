/** The built product as a process of its own, and what it takes of the machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { once } from "node:events";

export interface Server {
  readonly address: string;
  /** Resident memory, and the most it ever was, in MB; processor time since it began, in seconds. */
  usage(): { readonly memory: number; readonly mostMemory: number; readonly cpu: number };
  stop(): Promise<void>;
}

/** @param program what node runs; by default the product, built where it is older than its sources. */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  program: readonly string[] = ["server/huying.mjs"],
): Promise<Server> {
  const env = { ...process.env, HOST: "127.0.0.1", DEMO: "off", TRUST_PROXY: "on", ...settings };
  const child = spawn(process.execPath, [...program, "serve"], { env });
  child.stderr.resume();
  const address = await addressOf(child);
  child.stdout.resume();
  return {
    address,
    usage: () => usageOf(child.pid ?? 0),
    async stop() {
      const gone = once(child, "close");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = "";
  child.stdout?.on("data", (text: Buffer) => (printed += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (printed += text.toString()));
  for (;;) {
    const address = /^呼应已启动：(http:\/\/[\d.]+:\d+)/m.exec(printed)?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`The server ended before it listened:\n${printed}`);
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "close")]);
  }
}

const TICKS_PER_SECOND = 100;

function usageOf(pid: number) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0) / 1024;
  // After the name, which may hold spaces, come state and 10 numbers, then the ticks in user and in system
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const ticks = Number(stat[11]) + Number(stat[12]);
  return {
    memory: Math.round(megabytes("VmRSS")),
    mostMemory: Math.round(megabytes("VmHWM")),
    cpu: ticks / TICKS_PER_SECOND,
  };
}
