/**
 * `npm run bench`: ratios between what the house does and the same rows written or read by bare prepared statements,
 * at the same durability (WAL, synchronous=FULL), in one run. Rates depend on the machine, ratios hardly. It is built
 * as the server is: run from source, every small function would cost a name. `node dist/bench/main.js decide flat` runs
 * only these parts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "../../db/connect.ts";
import { benchFlat } from "./flat.ts";
import { benchDecide } from "./decide.ts";
import { benchClassify } from "./classify.ts";
import { benchEvaluation } from "./evaluate.ts";
import { benchIntake } from "./intake.ts";
import { benchLists } from "./list.ts";
import { printRatio, type Ratio } from "./rounds.ts";
import { benchSweep } from "./sweep.ts";

const FILE = "dist/bench.json";
const ROUNDS = 9;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const ratios: Ratio[] = [];

function note(...measured: readonly Ratio[]): void {
  for (const ratio of measured) say(printRatio(ratio));
  ratios.push(...measured);
}

say(
  `SQLite ${versionOfSqlite()}, Node ${process.version}, synchronous=FULL; medians of ${ROUNDS} alternating rounds`,
);
const parts: Readonly<Record<string, () => Promise<void>>> = {
  decide: async () => {
    benchDecide(2000); // warms the compiler up
    const runs = Array.from({ length: 5 }, () => benchDecide(10_000));
    const median = (of: "wall" | "cpu") =>
      Math.round(runs.map((run) => run[of]).sort((a, b) => a - b)[2] ?? 0).toLocaleString("en");
    say(`decide: ${median("wall")} moves/s in one thread, ${median("cpu")} per second of processor time`);
  },
  intake: async () => note(await benchIntake(ROUNDS, 1000, 1), await benchIntake(ROUNDS, 2000, 32)),
  lists: async () => note(...(await benchLists(ROUNDS, 2000))),
  sweep: async () => note(await benchSweep(ROUNDS, 500)),
  flat: async () => say(await benchFlat(ROUNDS, [10_000, 1_000_000])),
  evaluation: async () => note(...(await benchEvaluation(ROUNDS, 100_000))),
  classify: async () => note(...(await benchClassify(ROUNDS, 5000))),
};
const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();
mkdirSync("dist", { recursive: true });
writeFileSync(FILE, `${JSON.stringify({ node: process.version, rounds: ROUNDS, ratios }, null, 2)}\n`);
say(`written to ${FILE}`);

/** `connect` asserts synchronous=FULL, as for every database of the house. */
function versionOfSqlite(): string {
  const sqlite = connect(":memory:");
  const version = String(sqlite.prepare("select sqlite_version()").pluck().get());
  sqlite.close();
  return version;
}
