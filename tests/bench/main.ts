/**
 * `npm run bench`: ratios between what the house does and the same rows written or read by bare prepared statements,
 * at the same durability (WAL, synchronous=FULL), in one run. Rates depend on the machine, ratios hardly. It is built
 * as the server is: run from source, every small function would cost a name.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "../../db/sqlite.ts";
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
benchDecide(2000); // warms the compiler up
say(`decide: ${Math.round(benchDecide(10_000)).toLocaleString("en")} moves/s in one thread`);
note(await benchIntake(ROUNDS, 1000, 1));
note(await benchIntake(ROUNDS, 2000, 32));
note(...(await benchLists(ROUNDS, 2000)));
note(await benchSweep(ROUNDS, 500));
note(...(await benchEvaluation(ROUNDS, 100_000)));
note(...(await benchClassify(ROUNDS, 5000)));
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
