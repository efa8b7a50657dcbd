/** Firing due clocks (claim, decide, commit) against updating and inserting the same rows. */
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { connect } from "../../db/connect.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Deps } from "../../server/deps.ts";
import { DAY } from "../../server/domain/time.ts";
import { takeIn } from "../../server/intake.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { temporaryFolder } from "../support/store.ts";
import { atInstant, benchNow, benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Measure, type Ratio } from "./rounds.ts";

/** By then every filing limit has been warned of, missed and missed by far. */
const later = benchNow + 4 * DAY;
const TOGETHER = 200;

export async function benchSweep(rounds: number, amount: number): Promise<Ratio> {
  const before = temporaryFolder();
  const { deps, folder, close } = openBenchHouse();
  const sender = { id: "import", role: "system", unit: null, cells: [] } as const;
  await Promise.all(benchReports(amount, "sweep").map((report) => takeIn(report, sender, deps)));
  await deps.store.backupTo(join(before, "huying.db"));
  while ((await sweep(atInstant(deps, later))) > 0);
  const changes = changesIn(folder, before);
  const ratio = await compare(`sweep of ${amount} due clocks`, rounds, {
    ours: () => sweepCopy(before, amount, deps),
    raw: () => writeChanges(before, changes),
  });
  await close();
  rmSync(before, { recursive: true });
  return ratio;
}

async function sweepCopy(before: string, amount: number, deps: Deps): Promise<Measure> {
  const folder = copyOf(before);
  const store = openSqlite(folder);
  const there = { ...atInstant(deps, later), store };
  const rate = await measure(amount, async () => {
    while ((await sweep(there)) > 0);
  });
  await store.close();
  rmSync(folder, { recursive: true });
  return rate;
}

type Row = Record<string, unknown>;

interface Changes {
  readonly cases: readonly Row[];
  readonly clocks: readonly Row[];
  readonly events: readonly Row[];
  readonly outbox: readonly Row[];
}

/** What the sweep did: cases and clocks as they are now, events and notices that were not there before. */
function changesIn(folder: string, before: string): Changes {
  const sqlite = connect(join(folder, "huying.db"));
  sqlite.prepare("attach ? as old").run(join(before, "huying.db"));
  const all = (sql: string) => sqlite.prepare(sql).all() as Row[];
  const changes = {
    cases: all(
      "select n.id, n.version, n.missed, n.updated_at, n.head_hash, n.sweep_at from cases n join old.cases o on o.id = n.id where o.version <> n.version",
    ),
    clocks: all(
      "select n.case_id, n.id, n.stage, n.look_at from clocks n join old.clocks o on o.id = n.id and o.case_id = n.case_id where o.stage <> n.stage",
    ),
    events: all("select * from events where seq > 1"),
    outbox: all("select * from outbox n where not exists (select 1 from old.outbox o where o.id = n.id)"),
  };
  sqlite.close();
  return changes;
}

async function writeChanges(before: string, changes: Changes): Promise<Measure> {
  const folder = copyOf(before);
  const sqlite = connect(join(folder, "huying.db"));
  const write = writerOf(sqlite, changes);
  const rate = await measure(changes.cases.length, () => {
    for (let at = 0; at < changes.cases.length; at += TOGETHER) {
      sqlite.exec("BEGIN IMMEDIATE");
      write(changes.cases.slice(at, at + TOGETHER));
      sqlite.exec("COMMIT");
    }
  });
  sqlite.close();
  rmSync(folder, { recursive: true });
  return rate;
}

function writerOf(sqlite: Database, changes: Changes): (cases: readonly Row[]) => void {
  const setCase = sqlite.prepare(
    "update cases set version = @version, missed = @missed, updated_at = @updated_at, head_hash = @head_hash, sweep_at = @sweep_at where id = @id",
  );
  const setClock = sqlite.prepare(
    "update clocks set stage = @stage, look_at = @look_at where case_id = @case_id and id = @id",
  );
  const add = (table: string, sample: Row | undefined) =>
    sqlite.prepare(
      `insert into ${table} values (${Object.keys(sample ?? {})
        .map((name) => `@${name}`)
        .join()})`,
    );
  const addEvent = add("events", changes.events[0]);
  const addNotice = add("outbox", changes.outbox[0]);
  const [clocks, events, notices] = [changes.clocks, changes.events, changes.outbox].map((rows) =>
    byCase(rows),
  );
  return (cases) => {
    for (const row of cases) {
      setCase.run(row);
      for (const clock of clocks?.get(row["id"]) ?? []) setClock.run(clock);
      for (const event of events?.get(row["id"]) ?? []) addEvent.run(event);
      for (const notice of notices?.get(row["id"]) ?? []) addNotice.run(notice);
    }
  };
}

function byCase(rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row["case_id"]);
    if (group) group.push(row);
    else groups.set(row["case_id"], [row]);
  }
  return groups;
}

function copyOf(before: string): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(before, "huying.db"), join(folder, "huying.db"));
  return folder;
}
