/**
 * `npm run bench:door -- --connections 64 --reports 1200 --rounds 5`: the whole way in over HTTP (sign-in, form, reading, place,
 * decision, durable commit, answer) of a built server, against putting the very same rows into a database by prepared
 * statements, as many in a durable transaction as there are connections. In turns, on databases that grow alike. The
 * client is on the same machine and takes its share.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../db/connect.ts";
import { openSqlite } from "../../db/sqlite.ts";
import { age } from "../load/aged/age.ts";
import { createClient } from "../load/client.ts";
import { startServer } from "../load/server.ts";
import { temporaryFolder } from "../support/store.ts";
import { benchReports } from "./house.ts";
import { compare, type Measure, measure, printRatio } from "./rounds.ts";
import { type CaseRows, createInsert, createRowReader } from "./rows.ts";
import { hireSenders, sendersFor, signInSenders } from "./senders.ts";
import { openWire } from "./wire.ts";

const { values } = parseArgs({
  options: {
    connections: { type: "string", default: "64" },
    reports: { type: "string", default: "1200" },
    rounds: { type: "string", default: "5" },
    /** Another build of the server, to be held against this one. */
    program: { type: "string", default: "dist/server/main.js" },
    /** Leaves a profile of the server's threads in dist/prof. */
    profile: { type: "boolean", default: false },
  },
});
const [connections, amount, rounds] = [numberOf("connections"), numberOf("reports"), numberOf("rounds")];

const profiling = ["--cpu-prof", "--cpu-prof-dir=dist/prof"];

function numberOf(name: "connections" | "reports" | "rounds"): number {
  const given = values[name];
  if (!/^[1-9]\d{0,4}$/u.test(given)) throw new Error(`Expected a number for --${name}, got ${given}.`);
  return Number(given);
}

/** Rounds before what is measured: the server's program is compiled while it runs. */
const WARM = 3;

const folder = mkdtempSync(join(tmpdir(), "huying-door-"));
await age({ folder, cases: 40, patterns: 40, seed: "1", now: Date.now() });
const senders = sendersFor(amount * (rounds + WARM + 1));
await hireSenders(folder, senders);
const settings = { DATA_DIR: folder, PORT: "0", BACKUP_HOURS: "0", STARTUP_CHECK: "off", TRUST_PROXY: "on" };
const server = await startServer(settings, [...(values.profile ? profiling : []), values.program]);
const client = createClient(server.address);
const cookies = await signInSenders(client, senders);
client.close();

const bareFolder = temporaryFolder();
await openSqlite(bareFolder).close();
const bare = connect(join(bareFolder, "huying.db"));
const insert = createInsert(bare);
const reader = createRowReader(connect(join(folder, "huying.db")));
let rows: readonly CaseRows[] = [];
reader.fresh();

let taken = 0;
const processor = { server: [] as number[], client: [] as number[] };

async function send(): Promise<Measure> {
  const bodies = benchReports(amount, `door-${taken}`).map(({ id, text, point, address, reporter }) =>
    JSON.stringify({ id, text, point, address, reporter, channel: "gridWorker", onBehalf: true, photos: [] }),
  );
  const waiting = bodies.values();
  // Anew for each round: a server closes lines on which nothing came for 5 s
  const wires = await Promise.all(Array.from({ length: connections }, () => openWire(server.address)));
  const before = server.usage().cpu;
  const own = process.cpuUsage();
  const told = await measure(amount, async () => {
    await Promise.all(
      wires.map(async (wire) => {
        for (const body of waiting) {
          taken += 1;
          const { status, text } = await wire.post(
            "/api/reports",
            cookies[taken % cookies.length] ?? "",
            body,
          );
          if (status !== 201) throw new Error(`A report was answered ${status}: ${text}`);
        }
      }),
    );
  });
  const { user, system } = process.cpuUsage(own);
  for (const wire of wires) wire.close();
  const cpu = ((server.usage().cpu - before) * 1e6) / amount;
  processor.server.push(cpu);
  processor.client.push((user + system) / amount);
  return { perSecond: told.perSecond, cpu };
}

async function insertRows(): Promise<Measure> {
  return await measure(amount, () => {
    for (let at = 0; at < rows.length; at += connections) insert(rows.slice(at, at + connections));
  });
}

try {
  for (let round = 0; round < WARM; round += 1) {
    await send();
    rows = reader.fresh();
    await insertRows();
  }
  await send();
  rows = reader.fresh();
  processor.server.length = 0;
  processor.client.length = 0;
  // From now on the rows of one round are inserted before or after the server takes the next
  const ratio = await compare(`over HTTP, ${connections} connections`, rounds, {
    ours: send,
    raw: insertRows,
    afterRound: () => void (rows = reader.fresh()),
  });
  const median = (list: readonly number[]) =>
    Math.round(list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN);
  process.stdout.write(
    `${printRatio(ratio)}; client ${median(processor.client)} µs a report; load average ${loadavg()[0]?.toFixed(1)}\n`,
  );
  writeFileSync("dist/door.json", `${JSON.stringify(ratio)}\n`);
} finally {
  reader.close();
  bare.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(bareFolder, { recursive: true, force: true });
}
