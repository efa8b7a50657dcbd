/**
 * `npm run bench:pg`: the whole way in on PostgreSQL against inserting the very same rows by plain transactions of `pg`, and
 * against the whole way in on SQLite, in alternating rounds of one run. Plain transactions find words with pg_trgm instead of
 * the house's index of words, and tell no other process of what they do. Databases of its own are made and dropped.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "pg";
import { type MovedTable, tablesOf } from "../../db/moving/tables.ts";
import { readFrom, type Text, textOf, writtenAs } from "../../db/moving/values.ts";
import { openPostgres } from "../../db/postgres.ts";
import { keyFileName } from "../../db/secrets/keyFile.ts";
import type { Actor } from "../../server/domain/case.ts";
import { takeIn } from "../../server/intake.ts";
import { answeringPostgres, ownDatabase } from "../support/postgres.ts";
import { temporaryFolder } from "../support/store.ts";
import { benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Measure, printRatio, quantile } from "./rounds.ts";
import { serverTime } from "./serverTime.ts";

const [ROUNDS, AMOUNT, TOGETHER] = [5, 600, 32];
const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };
const tablesOfACase: readonly string[] = [
  "cases",
  "events",
  "sealed_words",
  "clocks",
  "reporters",
  "outbox",
  "case_photos",
  "record_entries",
];
const plainly = [
  "create extension pg_trgm",
  "create index cases_text on cases using gin (text gin_trgm_ops)",
  "drop trigger cases_opened_told on cases",
];

const keys: Readonly<Record<string, string>> = { cases: "id", record_entries: "subject" };

interface Row {
  readonly table: MovedTable;
  readonly values: readonly Text[];
}

const address = await answeringPostgres();
if (address === null) throw new Error("No PostgreSQL answers; TEST_PG_URL names one.");
const folder = temporaryFolder();
const [ours, bare] = [await ownDatabase(address), await ownDatabase(address)];
const store = await openPostgres(ours.url, join(folder, keyFileName));
await (await openPostgres(bare.url, join(folder, keyFileName))).close();
for (const statement of plainly) await bare.ask(statement);
const [reading, writing] = [
  new Pool({ connectionString: ours.url, max: 1 }),
  new Pool({ connectionString: bare.url, max: TOGETHER }),
];
const onSqlite = openBenchHouse();
const onPostgres = { ...onSqlite.deps, store };
const tables = (await tablesOf(reading)).filter(({ name }) => tablesOfACase.includes(name));
let [last, taken] = ["", 0];
/** Of the server for a case, by who asked it. */
const spent = { ours: [] as number[], plain: [] as number[] };

async function watched(
  side: keyof typeof spent,
  work: () => Promise<Measure>,
  cases: number,
): Promise<Measure> {
  const database = side === "ours" ? ours : bare;
  const before = await serverTime(database);
  const measured = await work();
  const after = await serverTime(database);
  if (before !== null && after !== null) spent[side].push((after - before) / cases);
  return measured;
}

async function inTurns<T>(list: Iterable<T>, send: (value: T) => Promise<unknown>): Promise<void> {
  const waiting = list[Symbol.iterator]();
  const rest = { [Symbol.iterator]: () => waiting };
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (const value of rest) await send(value);
    }),
  );
}

async function intake(deps: typeof onPostgres) {
  const round = taken++;
  const reports = benchReports(AMOUNT, "pg").map((report) => ({ ...report, id: `${report.id}-${round}` }));
  return await measure(
    AMOUNT,
    async () => await inTurns(reports, async (report) => await takeIn(report, sender, deps)),
  );
}

/** Rows of the cases that were not there the last time, by case. */
async function fresh(): Promise<readonly (readonly Row[])[]> {
  const byCase = new Map<string, Row[]>();
  let newest = last;
  for (const table of tables) {
    const key = keys[table.name] ?? "case_id";
    const told = table.columns.map(({ name, type }, at) => `${writtenAs(`"${name}"`, type)} as c${at}`);
    const { rows } = await reading.query<Record<string, unknown>>(
      `select ${key} as key, ${told.join(", ")} from "${table.name}" where ${key} > $1 order by ${key}`,
      [last],
    );
    for (const row of rows) {
      const id = String(row["key"]);
      if (id > newest) newest = id;
      const values = table.columns.map((_column, at) => textOf(row[`c${at}`]));
      byCase.set(id, [...(byCase.get(id) ?? []), { table, values }]);
    }
  }
  last = newest;
  return [...byCase.values()];
}

/** BEGIN, one prepared INSERT for each row, COMMIT: a connection for each sender. */
async function insert(cases: readonly (readonly Row[])[]) {
  return await measure(cases.length, async () => {
    await inTurns(cases, async (rows) => {
      const client = await writing.connect();
      await client.query("begin");
      for (const { table, values } of rows)
        await client.query({ name: table.name, text: insertionInto(table), values: [...values] });
      await client.query("commit");
      client.release();
    });
  });
}

function insertionInto({ name, columns }: MovedTable): string {
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const values = columns.map(({ type }, at) => readFrom(`$${at + 1}::text`, type)).join(", ");
  return `insert into "${name}" (${names}) values (${values})`;
}

try {
  // Two rounds warm all three up
  let rows: readonly (readonly Row[])[] = [];
  for (let round = 0; round < 2; round += 1) {
    await intake(onSqlite.deps);
    await insert(rows);
    await intake(onPostgres);
    rows = await fresh();
  }
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  // What one round takes in is inserted in the next: nothing twice
  const again = await compare(`PostgreSQL, ${TOGETHER} at a time`, ROUNDS, {
    ours: async () => await watched("ours", async () => await intake(onPostgres), AMOUNT),
    raw: async () => await watched("plain", async () => await insert(rows), rows.length),
    afterRound: async () => void (rows = await fresh()),
  });
  say(`${printRatio(again)}; raw: plain pg transactions of the same rows, with pg_trgm`);
  const server = {
    ours: Math.round(quantile(spent.ours, 0.5)),
    plain: Math.round(quantile(spent.plain, 0.5)),
  };
  const both = (again.raw.cpu + server.plain) / (again.ours.cpu + server.ours);
  say(
    `The server's processor time for a case: ours ${server.ours} µs, plain ${server.plain} µs; with the program's ${both.toFixed(2)}`,
  );
  const engines = await compare(`PostgreSQL to SQLite, ${TOGETHER} at a time`, ROUNDS, {
    ours: async () => await intake(onPostgres),
    raw: async () => await intake(onSqlite.deps),
  });
  say(`${printRatio(engines)}; raw: the whole way in on SQLite`);
  const [{ bytes = 0, cases = 0 } = {}] = await ours.ask(
    "select pg_database_size(current_database())::float8 as bytes, (select count(*)::int from cases) as cases",
  );
  writeFileSync("dist/postgres.json", `${JSON.stringify({ again, server, both, engines })}\n`);
  say(
    `PostgreSQL: ${Math.round(Number(bytes) / Number(cases))} bytes a case just opened, ${String(cases)} cases`,
  );
} finally {
  await reading.end();
  await writing.end();
  await store.close();
  await onSqlite.close();
  await ours.drop();
  await bare.drop();
}
