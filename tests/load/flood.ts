/**
 * `npm run flood -- --strangers 200 --seconds 20`: how long staff wait while strangers flood the public channel, beside the
 * same waits before and after on the same machine. A real, built server over HTTP; strangers report from addresses of
 * their own as fast as they are answered. Prints p50 and p95 of each stretch and the ratio of the flood to the quiet.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { age } from "./aged/age.ts";
import { type Client, createClient } from "./client.ts";
import { type Person, signInAll } from "./people.ts";
import { startServer } from "./server.ts";

const { values } = parseArgs({
  options: {
    strangers: { type: "string", default: "200" },
    seconds: { type: "string", default: "20" },
    cases: { type: "string", default: "1000" },
  },
});
for (const [name, given] of Object.entries(values))
  if (!/^\d{1,5}$/.test(given))
    throw new Error(`Expected a number of at most five digits for --${name}, got ${given}.`);
const [strangers, seconds, cases] = [values.strangers, values.seconds, values.cases].map(Number) as [
  number,
  number,
  number,
];

/** What a desk asks for all day. */
const paths = ["/api/cases?limit=50", "/api/inbox", "/api/overview", "/api/calls"];
const HANDS = 4;
/** Milliseconds that a hand rests between two requests. */
const REST = 50;

interface Stretch {
  readonly waits: number[];
  /** Staff who were told to come again, or not answered. */
  sentAway: number;
}

async function work(client: Client, desks: readonly Person[], until: number): Promise<Stretch> {
  const stretch: Stretch = { waits: [], sentAway: 0 };
  const hand = async (index: number) => {
    const { cookie } = desks[index % desks.length] ?? { cookie: "" };
    for (let turn = index; performance.now() < until; turn++) {
      const start = performance.now();
      const { status } = await client.ask({ path: paths[turn % paths.length] ?? "", cookie });
      if (status === 200) stretch.waits.push(performance.now() - start);
      else stretch.sentAway += 1;
      await pause(REST);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, (_none, index) => hand(index)));
  return stretch;
}

/** @returns how many answers of each status strangers got. */
async function flood(client: Client, until: number): Promise<ReadonlyMap<number, number>> {
  const byStatus = new Map<number, number>();
  const stranger = async (index: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      const from = `10.${index % 250}.${Math.floor(turn / 250) % 250}.${turn % 250}`;
      const body = {
        id: `flood-${process.pid}-${index}-${turn}`,
        text: `振兴路第${index}号门前积水，已经第${turn}次来说`,
        channel: "public",
        point: { lng: 118.83, lat: 35.58 },
      };
      const { status } = await client.ask({ method: "POST", path: "/api/reports", body, from });
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: strangers }, (_none, index) => stranger(index)));
  return byStatus;
}

function quantile(waits: readonly number[], share: number): number {
  const sorted = waits.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

function tell(name: string, { waits, sentAway }: Stretch): number {
  const [p50, p95] = [quantile(waits, 0.5), quantile(waits, 0.95)];
  say(
    `${name}: ${waits.length} answers, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, sent away ${sentAway}`,
  );
  return p95;
}

const folder = mkdtempSync(join(tmpdir(), "huying-flood-"));
await age({ folder, cases, patterns: 300, seed: "1", now: Date.now() });
const server = await startServer({ DATA_DIR: folder, PORT: process.env["PORT"] ?? "0", BACKUP_HOURS: "0" });
const [client, crowd] = [createClient(server.address), createClient(server.address)];
try {
  const { all } = await signInAll(client);
  const desks = all.filter(({ role }) => role !== "gridWorker");
  const stretch = () => performance.now() + seconds * 1000;
  await work(client, desks, performance.now() + 3000);
  const before = tell("quiet, before", await work(client, desks, stretch()));
  const until = stretch();
  const [under, byStatus] = await Promise.all([work(client, desks, until), flood(crowd, until)]);
  const during = tell(`under ${strangers} strangers`, under);
  const after = tell("quiet, after", await work(client, desks, stretch()));
  const statuses = [...byStatus].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
  say(`strangers: ${statuses.join("  ")}`);
  say(`p95 under the flood is ${(during / Math.max(before, after)).toFixed(2)} times the quiet one`);
  say(`load average ${loadavg()[0]?.toFixed(1)}, server's memory at most ${server.usage().mostMemory} MB`);
} finally {
  client.close();
  crowd.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
