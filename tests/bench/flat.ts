/**
 * What a sweep costs must depend on what is due, not on what is open: the same number of due cases is swept among ten
 * thousand open cases and among a million, in alternating rounds.
 */
import { join } from "node:path";
import { connect } from "../../db/connect.ts";
import { DAY } from "../../server/domain/time.ts";
import { takeIn } from "../../server/intake.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { atInstant, benchNow, benchReports, type BenchHouse, openBenchHouse } from "./house.ts";
import { quantile } from "./rounds.ts";

/** By then every filing limit has been warned of, missed and missed by far; the others are due in years. */
const later = benchNow + 4 * DAY;
const FAR = benchNow + 3650 * DAY;
const DUE = 200;
const POLLS = 200;

const sender = { id: "import", role: "system", unit: null, cells: [] } as const;

/** @returns a line with the time of a sweep at each size and the ratio of the largest to the smallest. */
export async function benchFlat(rounds: number, sizes: readonly number[]): Promise<string> {
  const houses: { readonly size: number; readonly house: BenchHouse; readonly times: number[] }[] = [];
  for (const size of sizes) houses.push({ size, house: await filledHouse(size), times: [] });
  for (let round = 0; round <= rounds; round++) {
    for (const { house, size, times } of houses) {
      const time = await sweepOnce(house, `${size}-${round}`);
      if (round > 0) times.push(time); // the first round warms caches up
    }
  }
  const medians = houses.map(({ times }) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
  for (const { house } of houses) await house.close();
  const told = sizes.map((size, at) => `${size.toLocaleString("en")} open: ${medians[at]?.toFixed(0)} ms`);
  const ratio = (medians.at(-1) ?? 0) / (medians[0] ?? 1);
  return `sweep of ${DUE} due cases, ${told.join(", ")}; ratio ${ratio.toFixed(2)}`;
}

async function sweepOnce({ deps }: BenchHouse, name: string): Promise<number> {
  await Promise.all(benchReports(DUE, name).map((report) => takeIn(report, sender, deps)));
  const then = atInstant(deps, later);
  const start = performance.now();
  while ((await sweep(then)) > 0);
  return performance.now() - start;
}

/**
 * What it costs to ask for due clocks when nothing is due.
 * @returns the cost at the largest size as a multiple of that at the smallest: the median of alternating rounds.
 */
export async function benchPolling(rounds: number, sizes: readonly [number, number]): Promise<number> {
  const [few, many] = [await filledHouse(sizes[0]), await filledHouse(sizes[1])];
  const poll = async ({ deps }: BenchHouse) => {
    const start = performance.now();
    for (let n = 0; n < POLLS; n++) await deps.store.clocks.takeDue(benchNow, DUE, async () => []);
    return performance.now() - start;
  };
  await poll(few);
  await poll(many);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) ratios.push((1 / (await poll(few))) * (await poll(many)));
  await few.close();
  await many.close();
  return quantile(ratios, 0.5);
}

/** One case that was taken in is copied with its clock, everything due in years. */
async function filledHouse(size: number): Promise<BenchHouse> {
  const house = openBenchHouse();
  const [report] = benchReports(1, `seed-${size}`);
  if (!report) throw new Error("A bench report is missing");
  await takeIn(report, sender, house.deps);
  const sqlite = connect(join(house.folder, "huying.db"));
  const names = (table: string) =>
    (sqlite.pragma(`table_info(${table})`) as { readonly name: string }[]).map(({ name }) => name);
  const copied = (table: string, changes: Readonly<Record<string, string>>) => {
    const columns = names(table);
    const values = columns.map((name) => changes[name] ?? `t.${name}`).join();
    sqlite.exec(
      `insert into ${table} (${columns.join()}) with recursive n(i) as (select 1 union all select i + 1 from n where i < ${size})
       select ${values} from n, (select * from ${table} limit 1) t`,
    );
  };
  const far = `${FAR} + i`;
  const instants = { warn_at: far, due_at: far, severe_at: far };
  sqlite.exec("begin");
  copied("cases", {
    ...instants,
    id: "'open-' || i",
    number: "'open-' || i",
    report_id: "'open-' || i",
    sweep_at: far,
  });
  copied("clocks", { ...instants, case_id: "'open-' || i", id: "'clock-' || i", look_at: far });
  sqlite.exec("commit");
  sqlite.close();
  return house;
}
