/**
 * `npm run bench:reads -- --data FOLDER`: what pages, maps, searches and figures cost on an aged county (`npm run age`),
 * each as a multiple of the floor of the same moment: the 50 newest rows by their primary key with the columns of a page,
 * read by a bare prepared statement. What is asked of the house goes through its store: scope, cursor and JSON included,
 * over the same kind of connection and as warm. Maps of all years stand beside an R*Tree of all cases with its join. A question whose multiple grows with the
 * years is one that walks through them. Writes dist/reads.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { desc } from "drizzle-orm";
import type { Base } from "../../db/db.ts";
import { listed } from "../../db/list.ts";
import { openSqlite } from "../../db/sqlite.ts";
import { openBase } from "../load/aged/openBase.ts";
import { boxesOfYears, middle, type Question, questionsOf } from "./reads/questions.ts";
import { rtreeQuestions } from "./reads/rtree.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    rounds: { type: "string", default: "41" },
    // Only questions whose names begin so
    only: { type: "string", default: "" },
  },
});
if (values.data === undefined) throw new Error("Expected --data FOLDER, made by npm run age.");
const rounds = Number(values.rounds);
/** A server has long been asked everything: its code is compiled, its statements are known, its pages are in memory. */
const WARM = 15;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const store = openSqlite(values.data);
// As a server does at its start: a county from before the index and the sums is given them
while ((await store.words.catchUp(1000)) > 0);
await store.evaluation.makeSums();
const { sqlite, base } = openBase(values.data);
const newest = sqlite.prepare(newestRows(base));
const cases = Number(sqlite.prepare("select count(*) from cases").pluck().get());
const open = Number(sqlite.prepare("select count(*) from cases where open = true").pluck().get());
say(
  `${cases.toLocaleString("en")} cases, ${open} of them open; ${cpus()[0]?.model}, load average ${loadavg()[0]?.toFixed(1)}`,
);
say(`${"".padEnd(44)} p50 ms    p95 ms  x floor  by cpu`);
const results = [];
const asked = [...(await questionsOf(store, Date.now())), ...rtreeQuestions(sqlite, middle, boxesOfYears)];
const isWanted = ({ name }: Question) => values.only.split(",").some((begin) => name.startsWith(begin));
for (const question of asked.filter(isWanted)) {
  const result = await measured(question);
  results.push(result);
  const figures = [result.p50, result.p95].map((ms) => ms.toFixed(2).padStart(9)).join(" ");
  const floors = [result.floors, result.cpuFloors].map((each) => each.toFixed(1).padStart(8)).join("");
  say(`${result.name.padEnd(42)} ${figures} ${floors}`);
}
sqlite.close();
await store.close();
mkdirSync("dist", { recursive: true });
writeFileSync("dist/reads.json", `${JSON.stringify({ cases, open, rounds, results }, null, 2)}\n`);

/** A whole row of a case is twice as wide as what a page shows of it, and would be an easier limit. */
function newestRows({ db, tables }: Base): string {
  const { cases } = tables;
  const query = db.select(listed(tables)).from(cases).orderBy(desc(cases.id));
  return `${query.toSQL().sql} limit 50`;
}

/** Floor and question take turns, so that what else the machine does strikes both; processor time feels it less. */
async function measured({ name, ask }: Question) {
  const [floors, asked]: [Took[], Took[]] = [[], []];
  for (let round = -WARM; round < rounds; round += 1) {
    const floor = await timed(() => newest.all());
    const took = await timed(ask);
    if (round < 0) continue;
    floors.push(floor);
    asked.push(took);
  }
  const middleOf = (list: readonly Took[], of: keyof Took) =>
    quantile(
      list.map((took) => took[of]),
      0.5,
    );
  const floor = middleOf(floors, "wall");
  const p50 = middleOf(asked, "wall");
  const p95 = quantile(
    asked.map(({ wall }) => wall),
    0.95,
  );
  return {
    name,
    p50,
    p95,
    floor,
    floors: p50 / floor,
    cpuFloors: middleOf(asked, "cpu") / middleOf(floors, "cpu"),
  };
}

/** In milliseconds. */
interface Took {
  readonly wall: number;
  /** Processor time of this process. */
  readonly cpu: number;
}

async function timed(work: () => unknown): Promise<Took> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
