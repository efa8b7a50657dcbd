/**
 * The whole way in (classify, locate, decide, commit durably in the thread that writes, answer) against inserting the very same
 * rows.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../db/connect.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Actor } from "../../server/domain/case.ts";
import type { Report } from "../../server/domain/report.ts";
import { takeIn } from "../../server/intake.ts";
import { temporaryFolder } from "../support/store.ts";
import { benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Ratio } from "./rounds.ts";
import { type CaseRows, createInsert, createRowReader } from "./rows.ts";

const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };

/**
 * Two databases that grow alike: the house takes the reports of a round in, and the rows that this made are inserted
 * into the other one by prepared statements, as many in a transaction. A first round warms both up.
 */
export async function benchIntake(rounds: number, amount: number, together: number): Promise<Ratio> {
  const house = openBenchHouse({ writesAway: true });
  const bareFolder = temporaryFolder();
  await openSqlite(bareFolder).close();
  const bare = connect(join(bareFolder, "huying.db"));
  const insert = createInsert(bare);
  const reader = createRowReader(connect(join(house.folder, "huying.db")));
  const reports = benchReports(amount, "intake");
  let taken = 0;
  let rows: readonly CaseRows[] = [];

  async function take() {
    const fresh = reports.map((report) => ({ ...report, id: `${report.id}-${taken}` }));
    taken += 1;
    return await measure(amount, () =>
      inTurns(fresh, together, (report: Report) => takeIn(report, sender, house.deps)),
    );
  }

  function insertRows() {
    return measure(amount, () => {
      for (let at = 0; at < rows.length; at += together) insert(rows.slice(at, at + together));
    });
  }

  await take();
  rows = reader.fresh();
  await insertRows();
  // From now on the rows of one round are inserted while the house takes the next
  await take();
  rows = reader.fresh();
  const ratio = await compare(`intake, ${together} at a time`, rounds, {
    ours: take,
    raw: insertRows,
    afterRound: () => void (rows = reader.fresh()),
  });
  bare.close();
  reader.close();
  await house.close();
  rmSync(bareFolder, { recursive: true, force: true });
  return ratio;
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
