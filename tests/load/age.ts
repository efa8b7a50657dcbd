/**
 * `npm run age -- --cases 1000000 --out /data/aged`: writes the database of a county with years of cases, seeded. Up to
 * `--chained` of them stand `huying verify`; the others are for measuring reads. What `npm run load` and the benches of
 * lists are measured on.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { age } from "./aged/age.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    chained: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});
const { out: folder } = values;
const cases = Number(values.cases);
if (folder === undefined || !Number.isInteger(cases) || cases < 1)
  throw new Error(`Expected --out FOLDER and --cases N, got ${JSON.stringify(values)}.`);
const file = join(folder, "huying.db");
if (existsSync(file)) throw new Error(`${file} is there already.`);

const start = performance.now();
const done = await age({
  folder,
  cases,
  chained: Number(values.chained),
  seed: values.seed,
  now: Date.now(),
  onProgress: (done, total) => void process.stderr.write(`\r${done} / ${total}`),
});
const seconds = (performance.now() - start) / 1000;
const bytes = statSync(file).size;
process.stdout.write(
  `\n${done} cases in ${seconds.toFixed(0)} s, ${(bytes / 1e6).toFixed(0)} MB, ${(bytes / done).toFixed(0)} bytes a case\n`,
);
