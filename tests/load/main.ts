/**
 * `npm run load -- --data /data/aged --rate 30 --seconds 30`: the day of a storm against a real, built server over HTTP.
 * Acts arrive at a steady rate whether or not earlier ones are answered, and each is timed from when it was due, so that
 * a server that stalls is not spared. `--lives 16` instead takes whole cases from report to closing, as fast as so many
 * hands can. Prints p50 and p99 of each act, errors and memory; writes dist/load.json.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { age } from "./aged/age.ts";
import { createClient } from "./client.ts";
import { openLines } from "./lines.ts";
import { signInAll } from "./people.ts";
import { runLives, runStorm } from "./run.ts";
import { startServer } from "./server.ts";
import { setStage } from "./setStage.ts";
import { createTally, printRows } from "./tally.ts";

const { values } = parseArgs({
  options: {
    /** A folder made by `npm run age`; the run writes into it. Without one, 1,000 cases are made and thrown away. */
    data: { type: "string" },
    rate: { type: "string", default: "30" },
    seconds: { type: "string", default: "30" },
    lives: { type: "string" },
    lines: { type: "string", default: "40" },
    out: { type: "string", default: "dist/load.json" },
  },
});
const asked = { rate: values.rate, seconds: values.seconds, lines: values.lines, lives: values.lives ?? "0" };
for (const [name, given] of Object.entries(asked))
  if (!/^\d{1,5}$/.test(given))
    throw new Error(`Expected a number of at most five digits for --${name}, got ${given}.`);
const [rate, seconds, lines, lives] = Object.values(asked).map(Number) as [number, number, number, number];

const say = (line: string) => void process.stdout.write(`${line}\n`);
const scratch = values.data === undefined ? mkdtempSync(join(tmpdir(), "huying-load-")) : null;
const folder = values.data ?? scratch ?? "";
if (scratch !== null) await age({ folder, cases: 1000, patterns: 300, seed: "1", now: Date.now() });
if (!existsSync(join(folder, "huying.db"))) throw new Error(`${folder} holds no database: see npm run age.`);

const began = performance.now();
const server = await startServer({
  DATA_DIR: folder,
  PORT: process.env["PORT"] ?? "0",
  BACKUP_HOURS: "0",
  STARTUP_CHECK: "off",
});
const startSeconds = (performance.now() - began) / 1000;
const client = createClient(server.address);
try {
  const tally = createTally();
  const people = await signInAll(client);
  const stage = await setStage({ client, people, tally });
  const heard = openLines(stage, lines);
  const before = server.usage();
  const spent = lives > 0 ? await runLives(stage, lives, seconds) : await runStorm(stage, rate, seconds);
  const after = server.usage();
  const result = {
    mode: lives > 0 ? `whole lives, ${lives} hands` : `storm, ${rate} acts/s`,
    machine: `${cpus().length} x ${cpus()[0]?.model ?? "?"}, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)}`,
    seconds: Math.round(spent.seconds * 10) / 10,
    startSeconds: Math.round(startSeconds * 10) / 10,
    /** How late acts were begun by this program itself, in milliseconds: beyond some it measures itself. */
    ownLateness: spent.ownLateness,
    closedPerSecond: Math.round((stage.closed / spent.seconds) * 10) / 10,
    server: {
      memoryMB: after.memory,
      mostMemoryMB: after.mostMemory,
      cpuShare: Math.round(((after.cpu - before.cpu) / spent.seconds) * 100) / 100,
    },
    messagesHeard: heard.messages(),
    acts: tally.rows(),
  };
  say(`${result.mode} for ${result.seconds} s; ${result.machine}`);
  for (const line of printRows(result.acts)) say(line);
  say(`closed ${stage.closed} cases (${result.closedPerSecond}/s); ${result.messagesHeard} live messages`);
  say(
    `server: start ${result.startSeconds} s, memory ${after.memory} MB (most ${after.mostMemory}), ${result.server.cpuShare} of a core; this program began acts ${spent.ownLateness} ms late (p99)`,
  );
  mkdirSync("dist", { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = result.acts.some(({ errors }) => errors > 0) ? 1 : 0;
} finally {
  client.close();
  await server.stop();
  if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
}
