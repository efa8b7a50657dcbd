/** 升级: the database of an older program is opened by this one, whole; one of a newer program is not touched. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { Pool } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { bringUpToDate, openStore } from "../../../db/open.ts";
import { databaseName } from "../../../db/openCopy.ts";
import { openSqlite } from "../../../db/sqlite.ts";
import type { Store } from "../../../db/store.ts";
import { moved, openHouse, reported } from "../../support/app.ts";
import { openPglite } from "../../support/pglite.ts";
import { answeringPostgres, noPostgres, type OwnDatabase, ownDatabase } from "../../support/postgres.ts";
import { temporaryFolder } from "../../support/store.ts";
import { openOffice } from "../../support/terminal.ts";
import { fillPglite, fillPostgres, fillSqlite, firstMigrations, KNOWN_THEN, oldRows } from "./older.ts";

function aFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function aPostgres(): Promise<OwnDatabase | null> {
  const server = await answeringPostgres();
  if (server === null) return null;
  const empty = await ownDatabase(server);
  onTestFinished(async () => await empty.drop());
  return empty;
}

async function onSqlite(): Promise<Store> {
  const folder = aFolder();
  fillSqlite(join(folder, databaseName));
  return await openStore({ databaseUrl: null, dataDir: folder });
}

async function onPglite(): Promise<Store> {
  const { store } = await openPglite(undefined, fillPglite);
  await bringUpToDate(store);
  return store;
}

/** null where no PostgreSQL answers. */
async function onPostgres(): Promise<Store | null> {
  const empty = await aPostgres();
  if (empty === null) return null;
  const pool = new Pool({ connectionString: empty.url, max: 1 });
  await fillPostgres(pool);
  await pool.end();
  return await openStore({ databaseUrl: empty.url, dataDir: aFolder() });
}

/** Migrations before cases were found by rows of their parties. */
const PARTIES_KNOWN_TO = 39;

/** Of the fixture. */
const [rated, waiting, fromResident] = ["20260310-00001", "20260310-00002", "20260310-00003"] as const;

for (const [engine, open] of [
  ["sqlite", onSqlite],
  ["pglite", onPglite],
  ["postgres", onPostgres],
] as const)
  describe(`a database of an older program on ${engine}`, { timeout: 180_000 }, () => {
    it("is migrated, verifies, is read by whoever was there then, and goes on", async (test) => {
      const store = await open();
      if (store === null) return test.skip(noPostgres);
      try {
        await store.record.adoptRows();
        const found = await store.verify();
        expect(found.faults).toEqual([]);
        expect(found).toMatchObject({ cases: 3, calls: 1 });
        const events = [...(oldRows["events"] ?? []), ...(oldRows["call_events"] ?? [])];
        expect(found.events).toBe(events.length);
        expect(found.entries).toBeGreaterThanOrEqual(events.length);
        await livesOn(store);
        expect((await store.verify()).faults).toEqual([]);
      } finally {
        await store.close();
      }
    });
  });

/** Accounts of then sign in, cases of then open, are found and go on; what is reported now gets the next number (a call had the fourth). */
async function livesOn(store: Store): Promise<void> {
  const house = await openHouse({ store, people: false });
  const [centre, lights] = [await house.as("centre"), await house.as("lights")];
  const idOf = async (number: string) => (await store.cases.byNumber(number))?.id ?? "";
  const first = await (await centre.get(`/api/cases/${await idOf(rated)}`)).text();
  for (const part of ["换了灯泡", "13800005678".slice(-4), '"score":5']) expect(first).toContain(part);
  expect(first).not.toContain("13800005678");
  expect(await (await centre.get(`/api/cases?q=${encodeURIComponent("路灯")}`)).text()).toContain(waiting);
  expect(await (await centre.get(`/api/cases/${await idOf(fromResident)}`)).text()).toContain(fromResident);
  await moved(lights, await idOf(waiting), { action: "accept" });
  expect(await reported(await house.as("gridWorker"))).toMatchObject({ number: "20260310-00005" });
}

describe("an upgrade", () => {
  it("leaves the tables of a new database", async () => {
    const [old, fresh] = [aFolder(), aFolder()];
    fillSqlite(join(old, databaseName));
    for (const dataDir of [old, fresh]) await (await openStore({ databaseUrl: null, dataDir })).close();
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
  });

  it("finds cases from before by each of their parties", async () => {
    const many = PARTIES_KNOWN_TO;
    const took = `update cases set parties = ',YW-1,YW-2,YW-1,' where number = '${waiting}'`;
    const folder = aFolder();
    const file = join(folder, databaseName);
    fillSqlite(file);
    const database = new Database(file);
    migrate(drizzle(database), { migrationsFolder: firstMigrations("sqlite", many) });
    database.exec(took);
    database.close();
    const onPglite = await openPglite(undefined, async (client) => {
      await fillPglite(client);
      await migratePglite(drizzlePglite(client), { migrationsFolder: firstMigrations("pg", many) });
      await client.query(took);
    });
    for (const store of [await openStore({ databaseUrl: null, dataDir: folder }), onPglite.store])
      try {
        for (const unit of ["YW-1", "YW-2", "YW"]) {
          const scope = { kind: "unit", unit, account: "nobody" } as const;
          const { rows } = await store.cases.list(scope, {}, { sort: "newest", after: null, limit: 9 }, 0);
          expect([unit, rows.map(({ number }) => number)]).toEqual([unit, unit === "YW" ? [] : [waiting]]);
        }
      } finally {
        await store.close();
      }
  });

  it("leaves no name or number in the clear in the file", async () => {
    const folder = aFolder();
    fillSqlite(join(folder, databaseName));
    const isThere = () =>
      ["", "-wal"]
        .map((end) => join(folder, `${databaseName}${end}`))
        .filter((file) => existsSync(file))
        .some((file) => readFileSync(file).includes("13800005678"));
    expect(isThere()).toBe(true);
    await (await openStore({ databaseUrl: null, dataDir: folder })).close();
    expect(isThere()).toBe(false);
  });

  it("is what huying verify and restore do by themselves with an old backup", async () => {
    const { folder, run } = openOffice();
    fillSqlite(join(folder, databaseName));
    copyFileSync(join(folder, databaseName), join(folder, "old-backup.db"));
    expect((await run("doctor")).out).toMatch(/数据库版本：启动时升级 \d+ 步/);
    expect(await run("verify", "--no-photos")).toMatchObject({ code: 0 });
    // What was verified was a copy: the old file is still the old one
    expect((await run("doctor")).out).toMatch(/数据库版本：启动时升级/);
    expect(await run("restore", join(folder, "old-backup.db"))).toMatchObject({ code: 0 });
    expect(await run("verify", "--no-photos")).toMatchObject({ code: 0 });
  });
});

describe("an upgrade that is cut off", () => {
  it("by a crash in the middle leaves the old database, and the next start does it whole", async () => {
    const [working, crashed] = [aFolder(), aFolder()];
    const file = join(working, databaseName);
    fillSqlite(file);
    const program = new Database(file);
    program.pragma("journal_mode = WAL");
    // A page more than fits is written out before the commit that never comes
    program.pragma("cache_size = 1");
    program.exec("BEGIN");
    for (const statement of statementsAfter(KNOWN_THEN).slice(0, 12)) program.exec(statement);
    for (const end of ["", "-wal"]) copyFileSync(`${file}${end}`, join(crashed, `${databaseName}${end}`));
    program.exec("ROLLBACK");
    program.close();
    const store = await openStore({ databaseUrl: null, dataDir: crashed });
    await store.record.adoptRows();
    expect(await store.verify()).toMatchObject({ cases: 3, faults: [] });
    await store.close();
  });

  it("by a statement that fails leaves the old database as it was", async () => {
    const folder = aFolder();
    const file = join(folder, databaseName);
    fillSqlite(file);
    const before = schemaOf(folder);
    const inTheWay = "record_entries";
    exec(file, `create table ${inTheWay} (a)`);
    await expect(openStore({ databaseUrl: null, dataDir: folder })).rejects.toThrow();
    exec(file, `drop table ${inTheWay}`);
    expect(schemaOf(folder)).toEqual(before);
    const store = await openStore({ databaseUrl: null, dataDir: folder });
    expect(await store.verify()).toMatchObject({ cases: 3, faults: [] });
    await store.close();
  });

  it("between the migrations and the sealing of names is ended by the next start", async () => {
    const folder = aFolder();
    fillSqlite(join(folder, databaseName));
    // As far as `openSqlite` goes: tables are new, rows are not
    await openSqlite(folder).close();
    const store = await openStore({ databaseUrl: null, dataDir: folder });
    expect(await store.secrets.bare()).toBe(0);
    expect(await store.verify()).toMatchObject({ cases: 3, faults: [] });
    await store.close();
  });

  it("by the end of its connection leaves the old PostgreSQL, and the next start does it whole", async (test) => {
    const empty = await aPostgres();
    if (empty === null) return test.skip(noPostgres);
    const pool = new Pool({ connectionString: empty.url });
    pool.on("error", () => undefined);
    await fillPostgres(pool);
    const client = await pool.connect();
    client.on("error", () => undefined);
    await client.query("begin");
    await client.query("create table record_entries (a int)");
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    client.release(true);
    await pool.end();
    const store = await openStore({ databaseUrl: empty.url, dataDir: aFolder() });
    await store.record.adoptRows();
    expect(await store.verify()).toMatchObject({ cases: 3, faults: [] });
    await store.close();
  });
});

describe("a database that a newer program has used", () => {
  it("is refused by every command in plain words, and left as it is, on SQLite", async () => {
    const { folder, run } = openOffice();
    const file = join(folder, databaseName);
    fillSqlite(file);
    exec(file, "insert into __drizzle_migrations (hash, created_at) values ('later', 9e15)");
    const before = schemaOf(folder);
    await expect(openStore({ databaseUrl: null, dataDir: folder })).rejects.toThrow(/更新的版本.*1 步/);
    for (const command of [["verify"], ["recount"], ["checkpoint"]])
      expect(await run(...command)).toMatchObject({
        code: 3,
        err: expect.stringContaining("更新的版本") as string,
      });
    expect(schemaOf(folder)).toEqual(before);
  });

  it("is refused on PostgreSQL too", async (test) => {
    const empty = await aPostgres();
    if (empty === null) return test.skip(noPostgres);
    const dataDir = aFolder();
    await (await openStore({ databaseUrl: empty.url, dataDir })).close();
    const pool = new Pool({ connectionString: empty.url, max: 1 });
    await pool.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9e15)");
    await pool.end();
    await expect(openStore({ databaseUrl: empty.url, dataDir })).rejects.toThrow(/更新的版本.*1 步/);
  });
});

function exec(file: string, statement: string): void {
  const database = new Database(file);
  database.exec(statement);
  database.close();
}

/** Tables, indexes and triggers as they were asked for; columns are told apart, for they may have been added one by one. */
function schemaOf(folder: string): readonly unknown[] {
  const database = new Database(join(folder, databaseName), { readonly: true });
  const made = database
    .prepare(
      "select type, name, tbl_name from sqlite_master where name not like 'sqlite_%' order by type, name",
    )
    .all() as readonly { type: string; name: string }[];
  const columns = made
    .filter(({ type }) => type === "table")
    .map(({ name }) => [name, database.pragma(`table_info(${name})`)]);
  database.close();
  return [...made, ...columns];
}

/** What the migrations after the first ones do, statement by statement. */
function statementsAfter(many: number): readonly string[] {
  const folder = firstMigrations("sqlite", 1000);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .slice(many);
  const found = files.flatMap((name) =>
    readFileSync(join(folder, name), "utf8").split("--> statement-breakpoint"),
  );
  rmSync(folder, { recursive: true });
  return found;
}
