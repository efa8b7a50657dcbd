/**
 * `npm run bench:near`: what lies around a place, and open cases near a report, answered from memory, against the plain
 * way: reading the tables and looking at every row. At the demo county's own size and at ten times of it, in one run.
 */
import { join } from "node:path";
import { connect } from "../../db/connect.ts";
import { aCase, aDecision } from "../../fixtures/build.ts";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { inventComponents } from "../../fixtures/demo/components.ts";
import { inventPeople, inventSites } from "../../fixtures/demo/ground.ts";
import type { Cell } from "../../geo/cell.ts";
import { boxAround, metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type { Deps } from "../../server/deps.ts";
import type { Actor } from "../../server/domain/case.ts";
import { suspectsOf } from "../../server/domain/linking/propose.ts";
import { RADII } from "../../server/domain/surroundings/answers.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { sharesAround } from "../../server/surroundings/shares.ts";
import { surroundingsOf } from "../../server/surroundings/around.ts";
import { suspectsNear } from "../../server/suspects.ts";
import { metresOf, toCompare } from "../../server/view/boundRow.ts";
import { reference } from "../support/county.ts";
import { type BenchHouse, benchNow, openBenchHouse } from "./house.ts";
import { meshOf, randomOf } from "./mesh.ts";
import { compare, measure, printRatio } from "./rounds.ts";

const ROUNDS = 9;
const ASKED = 40;
const TIMED = 2000;
/** 100,000 cases a year are 8,200 in thirty days. */
const CASES = 8200;
const ITEM = "020101";
const centre: Actor = { id: "bench", role: "centre", unit: null, cells: [] };
const text = "振兴路与莒州路交叉口路灯不亮，晚上很黑，请尽快维修";
const told = { text, itemCode: null };

const say = (line: string) => void process.stdout.write(`${line}\n`);

for (const times of [1, 10] as const) {
  const county = loadCounty();
  const cells = times === 1 ? county.cells : meshOf(county.cells.length * times, randomOf(1));
  const house = openBenchHouse({ cells });
  const { deps, close } = house;
  await furnish(house, cells, times);
  const random = randomOf(9);
  const spots = Array.from({ length: TIMED }, () => spotIn(cells, random));
  const size = `${times} × county`;
  await surroundingsOf({ spot: spotIn(cells, random), item: ITEM }, centre, deps);
  say(
    printRatio(
      await compare(`surroundings, ${size}`, ROUNDS, {
        ours: () => measure(ASKED, async () => await each(spots, async (spot) => await ask(spot, deps))),
        raw: () => measure(ASKED, async () => await each(spots, async (spot) => await plainly(spot, deps))),
      }),
    ),
  );
  say(await timesOf(`surroundings, ${size}`, spots, async (spot) => await ask(spot, deps)));
  say(
    printRatio(
      await compare(`open cases near, ${size}`, ROUNDS, {
        ours: () => measure(ASKED, async () => await each(spots, async (spot) => await near(spot, deps))),
        raw: () =>
          measure(ASKED, async () => await each(spots, async (spot) => await nearPlainly(spot, deps))),
      }),
    ),
  );
  say(await timesOf(`open cases near, ${size}`, spots, async (spot) => await near(spot, deps)));
  await agree(spots.slice(0, 200), deps);
  await close();
}

async function ask(spot: Point, deps: Deps): Promise<unknown> {
  return await surroundingsOf({ spot, item: ITEM }, centre, deps);
}

/** The tables are read and every row is measured. */
async function plainly(spot: Point, { store, cells }: Deps): Promise<number> {
  const box = boxAround(spot, RADII.at(-1) ?? 0);
  const [people, sites, hydrants, accounts] = await Promise.all([
    store.sites.people(),
    store.sites.all(),
    store.components.inBox(box, { limit: 2000, classCode: "0699" }),
    store.people.list(),
  ]);
  const wide = boxAround(spot, 1000);
  const filter = { item: ITEM, reportedFrom: benchNow - 30 * DAY };
  const pins = await store.cases.pins({ kind: "all" }, filter, { box: wide, limit: 500, now: benchNow });
  const close = [...sites, ...hydrants, ...pins].filter((place) => metresBetween(spot, place) <= 3000);
  return close.length + accounts.length + people.length + sharesAround(cells, spot, RADII).length;
}

async function near(spot: Point, deps: Deps) {
  return await suspectsNear({ ...told, reading: deps.reader.classify(text), spot }, deps);
}

/** The query of the database and the comparison of all it finds. */
async function nearPlainly(spot: Point, { store, reader, reference: { linking } }: Deps) {
  const reading = reader.classify(text);
  const metres = Math.max(...linking.near.items.map((row) => row.metres));
  const hours = Math.max(...linking.near.items.map((row) => row.hours));
  const within = { since: benchNow - hours * HOUR, box: boxAround(spot, metres), limit: 300 };
  const rows = await store.linking.compared({ kind: "all" }, within);
  const bare = { id: "", cellCode: null, at: benchNow, state: "reported", leads: false } as const;
  const one = { ...told, ...bare, reading, spot, apart: [], sameAs: null };
  return suspectsOf(one, rows.map(toCompare), linking, metresOf)
    .filter((suspect) => suspect.metres !== null)
    .slice(0, 5);
}

async function agree(spots: readonly Point[], deps: Deps): Promise<void> {
  for (const spot of spots) {
    const [ours, plain] = [await near(spot, deps), await nearPlainly(spot, deps)];
    if (JSON.stringify(ours) !== JSON.stringify(plain))
      throw new Error(`Memory and database differ at ${spot.lng}, ${spot.lat}.`);
  }
  say(`the same ${spots.length} answers from memory and from the database`);
}

async function each(spots: readonly Point[], work: (spot: Point) => Promise<unknown>): Promise<void> {
  for (const spot of spots.slice(0, ASKED)) await work(spot);
}

async function timesOf(
  name: string,
  spots: readonly Point[],
  work: (spot: Point) => Promise<unknown>,
): Promise<string> {
  const walls: number[] = [];
  const worked: number[] = [];
  for (const spot of spots) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    await work(spot);
    walls.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    worked.push((user + system) / 1000);
  }
  const within = (times: readonly number[]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
    return `half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, all within ${at(1)} ms`;
  };
  return `${name}: ${walls.length} questions, by the clock ${within(walls)}; of processor time ${within(worked)}`;
}

/** Most things happen where cells are small. */
function spotIn(cells: readonly Cell[], random: () => number): Point {
  const [lng, lat] = cells[Math.floor(random() * cells.length)]?.rings[0]?.[0]?.[0] ?? [118.83, 35.58];
  return { lng: lng + (random() - 0.5) * 0.002, lat: lat + (random() - 0.5) * 0.002 };
}

/** In one transaction: a thousand durable ones of their own would take longer than all that is measured. */
function addWalkers(folder: string, cells: readonly Cell[]): void {
  const sqlite = connect(join(folder, "huying.db"));
  const add = sqlite.prepare(
    "insert into accounts (id, username, name, role, cells, disabled, demo, created_at, password_hash) values (?, ?, '网格员', 'gridWorker', ?, 0, 1, 0, '')",
  );
  sqlite.exec("BEGIN");
  for (const { code } of cells) add.run(`w${code}`, `w${code}`, JSON.stringify([code]));
  sqlite.exec("COMMIT");
  sqlite.close();
}

/** Sites, hydrants, residents, staff and thirty days of cases; two in five are open. */
async function furnish(
  { deps: { store, reader }, folder }: BenchHouse,
  cells: readonly Cell[],
  times: number,
): Promise<void> {
  const county = loadCounty();
  const random = randomOf(3);
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const moved = <T extends Point>(place: T) => (times === 1 ? place : { ...place, ...spotIn(cells, random) });
  const hydrants = inventComponents(county, { book: reference.components, cellAt: () => null, now: 0 });
  await store.sites.put(
    copies.flatMap((copy) =>
      inventSites(county).map((site) => ({ ...moved(site), id: `${copy}-${site.id}` })),
    ),
  );
  await store.components.put(
    copies.flatMap((copy) =>
      hydrants.map((row) => ({ ...moved(row), code: `${row.code.slice(0, 9)}${copy}${row.code.slice(10)}` })),
    ),
  );
  const people = inventPeople(county).map((row) => row.people);
  await store.sites.putPeople(
    cells.map(({ code }, at) => ({ cellCode: code, people: people[at % people.length] ?? 0, source: "" })),
  );
  addWalkers(folder, cells);
  const reading = reader.classify(text);
  const decisions = Array.from({ length: CASES * times }, (_, at) => {
    const state = at % 5 < 2 ? ("dispatched" as const) : ("closed" as const);
    const place = { point: spotIn(cells, random), placement: null, cellCode: null, photos: [] };
    const reportedAt = benchNow - random() * 30 * DAY;
    return aDecision({
      case: aCase({ ...place, state, reportedAt, reading, text, itemCode: at % 3 === 0 ? ITEM : null }),
    });
  });
  for (let from = 0; from < decisions.length; from += 1000)
    await Promise.all(decisions.slice(from, from + 1000).map((decision) => store.commit(decision)));
}
