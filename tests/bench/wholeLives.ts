/**
 * `npm run bench:lives -- --data FOLDER`: whole lives of cases a second on a county that stands (`npm run age`), how long its acts
 * take at half that load, and the memory of the process that did nothing else. It writes in its thread, as it is served.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Found } from "./goals.ts";
import { benchReports, openAgedHouse } from "./house.ts";
import { benchLives, keepPicture } from "./lives.ts";

const { values } = parseArgs({ options: { data: { type: "string", default: join("dist", "aged-10000") } } });

const house = openAgedHouse(values.data, { writesAway: true });
const { deps } = house;
const name = `lives-${Date.now()}`;
await keepPicture(deps);
// A house that has run for a while: the first hundreds of lives take half as long again
await benchLives(benchReports(600, `${name}-warm`), deps, { hands: 32 });
const full = await benchLives(benchReports(2000, `${name}-full`), deps, { hands: 32 });
const rate = full.perSecond / 2;
const half = await benchLives(benchReports(600, `${name}-half`), deps, { hands: 32, rate });
const [slowest] = half.acts.toSorted((a, b) => b.p99 - a.p99);
const memory = process.memoryUsage.rss() / 2 ** 20;
await house.close();

const found: readonly Found[] = [
  {
    goal: "lives",
    value: full.perSecond,
    told: `${full.perCpuSecond.toFixed(0)} a second of processor time`,
  },
  {
    goal: "lifeTime",
    value: slowest?.p99 ?? Number.NaN,
    told: `${slowest?.act}, ${rate.toFixed(0)} lives/s`,
  },
  { goal: "memory", value: memory },
];
mkdirSync("dist", { recursive: true });
writeFileSync(join("dist", "lives.json"), `${JSON.stringify(found, null, 2)}\n`);
for (const { goal, value, told = "" } of found)
  process.stdout.write(`${goal}: ${value.toFixed(value < 100 ? 1 : 0)} ${told}\n`);
