/** The whole way in (classify, locate, decide, commit durably, answer) against inserting the very same rows. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { connect, openSqlite } from "../../db/sqlite.ts";
import { takeIn } from "../../server/intake.ts";
import type { Actor } from "../../server/domain/case.ts";
import type { Report } from "../../server/domain/report.ts";
import { temporaryFolder } from "../support/store.ts";
import { benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Measure, type Ratio } from "./rounds.ts";
import { type CaseRows, createInsert, readCases } from "./rows.ts";

const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };

export async function benchIntake(rounds: number, amount: number, together: number): Promise<Ratio> {
  const reports = benchReports(amount, "intake");
  const rows = await rowsOf(reports);
  return compare(`intake, ${together} at a time`, rounds, {
    ours: () => takeAll(reports, together),
    raw: () => insertAll(rows, together),
  });
}

async function takeAll(reports: readonly Report[], together: number): Promise<Measure> {
  const { deps, close } = openBenchHouse();
  const rate = await measure(reports.length, () =>
    inTurns(reports, together, (report) => takeIn(report, sender, deps)),
  );
  await close();
  return rate;
}

/** So many senders, each of whom waits for its answer before it sends the next (closed loop). */
async function inTurns<T>(
  list: readonly T[],
  senders: number,
  send: (value: T) => Promise<unknown>,
): Promise<void> {
  const waiting = list.values();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (const value of waiting) await send(value);
    }),
  );
}

async function insertAll(cases: readonly CaseRows[], together: number): Promise<Measure> {
  const folder = temporaryFolder();
  await openSqlite(folder).close();
  const sqlite = connect(join(folder, "huying.db"));
  const insert = createInsert(sqlite);
  const rate = await measure(cases.length, () => {
    for (let at = 0; at < cases.length; at += together) insert(cases.slice(at, at + together));
  });
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
  return rate;
}

async function rowsOf(reports: readonly Report[]): Promise<readonly CaseRows[]> {
  const { deps, folder, close } = openBenchHouse();
  await inTurns(reports, 32, (report) => takeIn(report, sender, deps));
  const sqlite = connect(join(folder, "huying.db"));
  const rows = readCases(sqlite);
  sqlite.close();
  await close();
  if (rows.length !== reports.length)
    throw new Error(`Got ${rows.length} cases of ${reports.length} reports`);
  return rows;
}
