/**
 * `npm run bench:beside -- --rate 300 --seconds 8 --delay 5`: how long a light question waits while reports pour in, from a
 * built server that writes in its thread and from the same server without the thread's program, which writes beside its
 * readers. Both are asked in turns, on databases that grow alike; `--delay` makes every sync so many milliseconds slower.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { age } from "../load/aged/age.ts";
import { type Client, createClient } from "../load/client.ts";
import { startServer } from "../load/server.ts";
import { hireSenders, sendersFor, signInSenders } from "./senders.ts";

const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "300" },
    seconds: { type: "string", default: "8" },
    rounds: { type: "string", default: "2" },
    delay: { type: "string", default: "0" },
    asks: { type: "string", default: "100" },
  },
});
const [rate, seconds, rounds, delay, asks] = [
  values.rate,
  values.seconds,
  values.rounds,
  values.delay,
  values.asks,
].map(Number) as [number, number, number, number, number];

const say = (line: string) => void process.stdout.write(`${line}\n`);
const built = resolve("dist/server");
const without = resolve("dist/server-here");
rmSync(without, { recursive: true, force: true });
cpSync(built, without, { recursive: true });
rmSync(join(without, "writeThread.js"));

interface Side {
  readonly name: string;
  readonly folder: string;
  readonly client: Client;
  readonly cookies: readonly string[];
  readonly stop: () => Promise<void>;
  readonly waits: number[];
  readonly taken: number[];
  refused: number;
}

async function open(name: string, program: string): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), "huying-beside-"));
  await age({ folder, cases: 40, patterns: 40, seed: "1", now: Date.now() });
  const senders = sendersFor(rate * seconds * (rounds + 1));
  await hireSenders(folder, senders);
  const slow = delay > 0 ? ["--import", resolve("tests/support/slowSync.mjs")] : [];
  const settings = {
    DATA_DIR: folder,
    PORT: "0",
    BACKUP_HOURS: "0",
    STARTUP_CHECK: "off",
    TRUST_PROXY: "on",
    SLOW_SYNC: String(delay),
  };
  const server = await startServer(settings, [...slow, join(program, "main.js")]);
  const client = createClient(server.address);
  const cookies = await signInSenders(client, senders);
  return {
    name,
    folder,
    client,
    cookies,
    stop: async () => await server.stop(),
    waits: [],
    taken: [],
    refused: 0,
  };
}

let sent = 0;

async function stretch(side: Side): Promise<void> {
  const { client, cookies, waits, taken } = side;
  const until = performance.now() + seconds * 1000;
  const answered: Promise<void>[] = [];
  const cookie = () => cookies[sent % cookies.length] ?? null;
  const steadily = async (perSecond: number, act: (due: number) => Promise<void>) => {
    for (let due = performance.now(); due < until; due += 1000 / perSecond) {
      const early = due - performance.now();
      if (early > 1) await pause(early);
      answered.push(act(due));
    }
  };
  await Promise.all([
    steadily(rate, async (due) => {
      sent += 1;
      const body = {
        id: `beside-${process.pid}-${Date.now()}-${sent}`,
        text: `文心路${sent}号门前的路灯不亮了，晚上很黑，行人不便。`,
        channel: "gridWorker",
        point: { lng: 118.83 + (sent % 97) / 2000, lat: 35.58 + (sent % 89) / 2000, accuracy: 8 },
        photos: [],
      };
      const { status } = await client.ask({ method: "POST", path: "/api/reports", cookie: cookie(), body });
      if (status === 201) taken.push(performance.now() - due);
      else side.refused += 1;
    }),
    steadily(asks, async (due) => {
      const { status } = await client.ask({ path: "/api/session", cookie: cookie() });
      if (status === 200) waits.push(performance.now() - due);
      else side.refused += 1;
    }),
  ]);
  await Promise.all(answered);
}

const sides = [await open("in its thread", built), await open("beside its readers", without)];
try {
  for (let round = 0; round <= rounds; round += 1)
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      await stretch(side);
      // The first round warms both up
      if (round > 0) continue;
      side.waits.length = 0;
      side.taken.length = 0;
      side.refused = 0;
    }
  say(
    `${rate} reports/s and ${asks} questions/s for ${seconds} s, ${rounds} rounds, +${delay} ms a sync; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const { name, waits, taken, refused } of sides)
    say(
      `${name.padEnd(20)} question p50 ${at(waits, 0.5)} p99 ${at(waits, 0.99)} ms; report p50 ${at(taken, 0.5)} p99 ${at(taken, 0.99)} ms; ${taken.length} taken (${Math.round(taken.length / seconds / rounds)}/s), ${refused} refused`,
    );
  const [ours = Number.NaN, raw = Number.NaN] = sides.map(({ waits }) => Number(at(waits, 0.99)));
  say(`p99 of the question: ${(ours / raw).toFixed(2)}`);
  const [taken = 0] = sides.map((side) => side.taken.length / seconds / rounds);
  writeFileSync(
    "dist/beside.json",
    `${JSON.stringify({ rate, taken: Math.round(taken), delay, ours, raw, ratio: ours / raw })}\n`,
  );
} finally {
  for (const side of sides) {
    side.client.close();
    await side.stop();
    rmSync(side.folder, { recursive: true, force: true });
  }
}

function at(list: readonly number[], share: number): string {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1);
}
