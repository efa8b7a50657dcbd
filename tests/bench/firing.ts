/**
 * Firing clocks that are due, on PostgreSQL and on SQLite, against pg-boss working off jobs on the same server in the same run.
 * The house does more for each: it reads the case, decides, seals and chains its event, tells whom it concerns, and moves case
 * and clock; a job of pg-boss is taken and completed, and nothing is done in between.
 */
import { createRequire } from "node:module";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openPostgres } from "../../db/postgres.ts";
import { keyFileName } from "../../db/secrets/keyFile.ts";
import type { Actor } from "../../server/domain/case.ts";
import { HOUR, MINUTE } from "../../server/domain/time.ts";
import { takeIn } from "../../server/intake.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import type { Deps } from "../../server/deps.ts";
import { answeringPostgres, type OwnDatabase, ownDatabase } from "../support/postgres.ts";
import { temporaryFolder } from "../support/store.ts";
import { atInstant, benchNow, benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Measure, quantile, type Ratio } from "./rounds.ts";
import { serverTime } from "./serverTime.ts";

const [CASES, JOBS] = [600, 4000];
/** Fetched and completed at once by each worker: more of either is not faster. */
const [BATCH, WORKERS] = [500, 4];
const QUEUE = "clocks";
const require = createRequire(import.meta.url);
/** Looked at so often, clocks fire one by one: a warning, a miss, a far miss, each at its own instant. */
const [EVERY, UNTIL] = [10 * MINUTE, 6 * HOUR];
const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };

export interface Firing {
  readonly postgres: Ratio;
  readonly sqlite: Ratio;
  /** Processor time of the server for one clock and for one job, in microseconds. */
  readonly server: { readonly clock: number; readonly job: number };
}

/** @returns null where no PostgreSQL answers. */
export async function benchFiring(rounds: number): Promise<Firing | null> {
  const address = await answeringPostgres();
  if (address === null) return null;
  const folder = temporaryFolder();
  const [ours, theirs] = [await ownDatabase(address), await ownDatabase(address)];
  const store = await openPostgres(ours.url, join(folder, keyFileName));
  const house = openBenchHouse();
  const boss = await openBoss(theirs.url);
  const spent = { clock: [] as number[], job: [] as number[] };
  const onPostgres = { ...house.deps, store };
  const fire = async (): Promise<Measure> => {
    await makeDue(onPostgres);
    await ours.ask("vacuum analyze");
    return await watched(ours, spent.clock, async () => await fireAll(onPostgres));
  };
  const work = async (): Promise<Measure> => {
    await boss.insert(Array.from({ length: JOBS }, (_, at) => ({ name: QUEUE, data: { case: at } })));
    await theirs.ask("vacuum analyze");
    return await watched(theirs, spent.job, async () => await workOff(boss));
  };
  const fireOnSqlite = async () => {
    await makeDue(house.deps);
    return await measureDone(async () => await fireAll(house.deps));
  };
  try {
    await fire();
    await work();
    await fireOnSqlite();
    return {
      postgres: await compare("firing on PostgreSQL, to pg-boss", rounds, { ours: fire, raw: work }),
      sqlite: await compare("firing on SQLite, to pg-boss", rounds, { ours: fireOnSqlite, raw: work }),
      server: {
        clock: Math.round(quantile(spent.clock, 0.5)),
        job: Math.round(quantile(spent.job, 0.5)),
      },
    };
  } finally {
    await boss.stop({ graceful: false, wait: true });
    await store.close();
    await house.close();
    await ours.drop();
    await theirs.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

let made = 0;

async function makeDue(deps: Deps): Promise<void> {
  const reports = benchReports(CASES, `firing-${made++}`);
  await Promise.all(reports.map(async (report) => await takeIn(report, sender, deps)));
}

/** @returns how many fired. */
async function fireAll(deps: Deps): Promise<number> {
  let fired = 0;
  for (let now = benchNow; now <= benchNow + UNTIL; now += EVERY)
    for (let rung = 1; rung > 0; fired += rung) rung = await sweep(atInstant(deps, now));
  return fired;
}

/** @returns how many were completed. */
async function workOff(boss: Boss): Promise<number> {
  let completed = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (;;) {
        const jobs = await boss.fetch(QUEUE, { batchSize: BATCH });
        if (jobs.length === 0) return;
        await boss.complete(
          QUEUE,
          jobs.map(({ id }) => id),
        );
        completed += jobs.length;
      }
    }),
  );
  return completed;
}

/** How fast work does what it then says it has done. */
async function measureDone(work: () => Promise<number>): Promise<Measure & { readonly done: number }> {
  let done = 0;
  const { perSecond, cpu } = await measure(1, async () => void (done = await work()));
  return { perSecond: perSecond * done, cpu: cpu / done, done };
}

async function watched(
  database: OwnDatabase,
  spent: number[],
  work: () => Promise<number>,
): Promise<Measure> {
  const before = await serverTime(database);
  const measured = await measureDone(work);
  const after = await serverTime(database);
  if (before !== null && after !== null) spent.push((after - before) / measured.done);
  return measured;
}

/** What is used of pg-boss. */
interface Boss {
  start(): Promise<unknown>;
  createQueue(name: string): Promise<void>;
  insert(jobs: readonly { readonly name: string; readonly data: object }[]): Promise<unknown>;
  fetch(name: string, options: { readonly batchSize: number }): Promise<readonly { readonly id: string }[]>;
  complete(name: string, ids: readonly string[]): Promise<unknown>;
  stop(options: { readonly graceful: boolean; readonly wait: boolean }): Promise<void>;
}

async function openBoss(connectionString: string): Promise<Boss> {
  // Neither its upkeep nor its timetable runs beside what is measured
  const PgBoss = require("pg-boss") as new (options: object) => Boss;
  const boss = new PgBoss({ connectionString, max: WORKERS, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue(QUEUE);
  return boss;
}
