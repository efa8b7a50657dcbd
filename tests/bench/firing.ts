/**
 * Firing clocks that are due, on PostgreSQL and on SQLite, against pg-boss working off jobs on the same server in the same run.
 *
 * Held against two kinds of jobs, since neither alone is fair. An empty job is taken and completed, two updates of one narrow row: that
 * is what the goal names, and what a queue costs before anything is done. A job that does what it is there for writes its record as
 * well: on the house's own tables, by bare statements of `pg`, in a transaction of its own so that one faulty job spoils no
 * other, as the house keeps its cases apart. It still does less than a firing: one event, notice and entry where the house
 * writes one and a half to two and a half of each, and it decides, seals, chains and announces nothing.
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
import { openDesk } from "./firingDesk.ts";
import { temporaryFolder } from "../support/store.ts";
import { atInstant, benchNow, benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Measure, quantile, type Ratio } from "./rounds.ts";
import { serverTime } from "./serverTime.ts";

const [CASES, JOBS] = [600, 4000];
/** Of each case in a round, about as many as clocks of it fire. */
const JOBS_OF_CASE = 2;
/** Fetched and completed at once by each worker: more of either is not faster. */
const [BATCH, WORKERS] = [500, 4];
const QUEUE = "clocks";
const require = createRequire(import.meta.url);
/** Looked at so often, clocks fire one by one: a warning, a miss, a far miss, each at its own instant. */
const [EVERY, UNTIL] = [10 * MINUTE, 6 * HOUR];
const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };

export interface Firing {
  /** To empty jobs. */
  readonly postgres: Ratio;
  readonly sqlite: Ratio;
  /** To jobs that write their record. */
  readonly recorded: Ratio;
  /** Processor time of the server for one clock, one empty job and one that writes its record, in microseconds. */
  readonly server: { readonly clock: number; readonly job: number; readonly recorded: number };
}

/** @returns null where no PostgreSQL answers. */
export async function benchFiring(rounds: number): Promise<Firing | null> {
  const address = await answeringPostgres();
  if (address === null) return null;
  const folder = temporaryFolder();
  const [ours, theirs] = [await ownDatabase(address), await ownDatabase(address)];
  const store = await openPostgres(ours.url, join(folder, keyFileName));
  const house = openBenchHouse();
  const desk = await openDesk(theirs.url, join(folder, keyFileName), house.deps);
  const boss = await openBoss(theirs.url);
  const spent = { clock: [] as number[], job: [] as number[], recorded: [] as number[] };
  const onPostgres = { ...house.deps, store };
  const fire = async (): Promise<Measure> => {
    await makeDue(onPostgres);
    await ours.ask("vacuum analyze");
    return await watched(ours, spent.clock, async () => await fireAll(onPostgres));
  };
  const work = async (): Promise<Measure> => {
    await boss.insert(Array.from({ length: JOBS }, (_, at) => ({ name: QUEUE, data: { case: String(at) } })));
    await theirs.ask("vacuum analyze");
    return await watched(theirs, spent.job, async () => await workOff(boss, async () => undefined));
  };
  const record = async (): Promise<Measure> => {
    const ids = await makeDue(desk.deps);
    const jobs = Array.from({ length: JOBS_OF_CASE }, () => ids).flat();
    await boss.insert(jobs.map((id) => ({ name: QUEUE, data: { case: id } })));
    await theirs.ask("vacuum analyze");
    return await watched(
      theirs,
      spent.recorded,
      async () =>
        await workOff(
          boss,
          async (batch) =>
            void (await Promise.all(batch.map(async ({ data }) => await desk.write(data.case)))),
        ),
    );
  };
  const fireOnSqlite = async () => {
    await makeDue(house.deps);
    return await measureDone(async () => await fireAll(house.deps));
  };
  try {
    await fire();
    await work();
    await record();
    await fireOnSqlite();
    return {
      postgres: await compare("firing on PostgreSQL, to empty jobs", rounds, { ours: fire, raw: work }),
      recorded: await compare("firing on PostgreSQL, to jobs that write", rounds, {
        ours: fire,
        raw: record,
      }),
      sqlite: await compare("firing on SQLite, to empty jobs", rounds, { ours: fireOnSqlite, raw: work }),
      server: {
        clock: Math.round(quantile(spent.clock, 0.5)),
        job: Math.round(quantile(spent.job, 0.5)),
        recorded: Math.round(quantile(spent.recorded, 0.5)),
      },
    };
  } finally {
    await desk.close();
    await boss.stop({ graceful: false, wait: true });
    await store.close();
    await house.close();
    await ours.drop();
    await theirs.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

let made = 0;

/** @returns the cases. */
async function makeDue(deps: Deps): Promise<readonly string[]> {
  const reports = benchReports(CASES, `firing-${made++}`);
  const taken = await Promise.all(reports.map(async (report) => await takeIn(report, sender, deps)));
  return taken.flatMap((answer) => (answer.kind === "refusal" ? [] : [answer.answer.id]));
}

/** @returns how many fired. */
async function fireAll(deps: Deps): Promise<number> {
  let fired = 0;
  for (let now = benchNow; now <= benchNow + UNTIL; now += EVERY)
    for (let rung = 1; rung > 0; fired += rung) rung = await sweep(atInstant(deps, now));
  return fired;
}

/** @returns how many were completed. */
async function workOff(boss: Boss, use: (jobs: readonly BossJob[]) => Promise<void>): Promise<number> {
  let completed = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (;;) {
        const jobs = await boss.fetch(QUEUE, { batchSize: BATCH });
        if (jobs.length === 0) return;
        await use(jobs);
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

interface BossJob {
  readonly id: string;
  readonly data: { readonly case: string };
}

/** What is used of pg-boss. */
interface Boss {
  start(): Promise<unknown>;
  createQueue(name: string): Promise<void>;
  insert(jobs: readonly { readonly name: string; readonly data: BossJob["data"] }[]): Promise<unknown>;
  fetch(name: string, options: { readonly batchSize: number }): Promise<readonly BossJob[]>;
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
