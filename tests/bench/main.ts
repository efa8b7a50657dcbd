/**
 * `npm run bench:goals`: every goal of the house as a figure with its limit, measured in one run at 10 thousand cases; at more of
 * them with `-- --cases 1000000`, on a county of your own with `-- --data FOLDER`, only some parts of it by their names
 * (`-- reads lives`). Rates depend on the machine, ratios hardly. `-- --docs` writes the table into docs/performance.md.
 * Behind the goals stand parts that are run by name only: what the house does against bare prepared statements at the same
 * durability (WAL, synchronous=FULL). Built as the server is: run from source, every small function would cost a name.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../db/connect.ts";
import { benchFlat } from "./flat.ts";
import { benchDecide } from "./decide.ts";
import { benchClassify } from "./classify.ts";
import { benchEvaluation } from "./evaluate.ts";
import { goalParts } from "./goalParts.ts";
import { type Found, judge, printVerdicts } from "./goals.ts";
import { benchLists } from "./list.ts";
import { printRatio, type Ratio } from "./rounds.ts";
import { benchSweep } from "./sweep.ts";

const FILE = "dist/bench.json";
const PAGE = "docs/performance.md";
const ROUNDS = 9;

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "10000" },
    data: { type: "string" },
    rate: { type: "string", default: "100" },
    rounds: { type: "string", default: "5" },
    docs: { type: "boolean", default: false },
  },
});
for (const [name, given] of Object.entries({ cases: values.cases, rate: values.rate, rounds: values.rounds }))
  if (!/^\d{1,8}$/u.test(given)) throw new Error(`Expected a number for --${name}, got ${given}.`);
const asked = {
  cases: Number(values.cases),
  folder: values.data ?? join("dist", `aged-${values.cases}`),
  rate: Number(values.rate),
  rounds: Number(values.rounds),
};

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
  lists: async () => note(...(await benchLists(ROUNDS, 2000))),
  sweep: async () => note(await benchSweep(ROUNDS, 500)),
  flat: async () => say(await benchFlat(ROUNDS, [10_000, 1_000_000])),
  evaluation: async () => note(...(await benchEvaluation(ROUNDS, 100_000))),
  classify: async () => note(...(await benchClassify(ROUNDS, 5000))),
};
const unknown = wanted.filter((name) => !(name in parts) && !(name in goalParts));
if (unknown.length > 0)
  throw new Error(
    `Expected parts of ${Object.keys({ ...goalParts, ...parts }).join(", ")}; got ${unknown.join(", ")}.`,
  );
const found: Found[] = [];
for (const [name, run] of Object.entries(goalParts))
  if (wanted.length === 0 || wanted.includes(name)) found.push(...(await run(asked)));
for (const [name, run] of Object.entries(parts)) if (wanted.includes(name)) await run();

const verdicts = judge(found);
const machine = `${cpus().length} processors (${cpus()[0]?.model.trim() ?? "?"}), Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)}`;
const table = [`${asked.cases.toLocaleString("en")} cases; ${machine}.`, "", ...printVerdicts(verdicts)];
for (const line of table) say(line);
mkdirSync("dist", { recursive: true });
writeFileSync(FILE, `${JSON.stringify({ machine, ...asked, verdicts, ratios }, null, 2)}\n`);
say(`written to ${FILE}`);
if (values.docs) writeInto(PAGE, table);

/** Between the marks that stand in the page. */
function writeInto(page: string, lines: readonly string[]): void {
  const text = readFileSync(page, "utf8");
  const marks = /(<!-- goals -->\n)[\s\S]*?(<!-- \/goals -->)/u;
  if (!marks.test(text)) throw new Error(`${page} has no place for the goals.`);
  writeFileSync(
    page,
    text.replace(marks, (_all, from: string, to: string) => `${from}\n${lines.join("\n")}\n\n${to}`),
  );
}

/** `connect` asserts synchronous=FULL, as for every database of the house. */
function versionOfSqlite(): string {
  const sqlite = connect(":memory:");
  const version = String(sqlite.prepare("select sqlite_version()").pluck().get());
  sqlite.close();
  return version;
}
