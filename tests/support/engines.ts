/** The databases that the contract runs on: SQLite and PGlite always, a real PostgreSQL when one answers. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import Database from "better-sqlite3";
import { Pool } from "pg";
import { openPostgres } from "../../db/postgres.ts";
import { keyFileName } from "../../db/secrets/keyFile.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";
import { openPglite } from "./pglite.ts";
import { temporaryFolder } from "./store.ts";

export interface Opened {
  readonly store: Store;
  /** The database behind the store's back, for what the store itself refuses to do. */
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: Store["engine"];
  readonly open: () => Promise<Opened>;
  /** SQL that lets events be changed for the rest of the test, as a thief with the database's password would. */
  readonly disarm: string;
}

const localPostgres = "postgres://root@127.0.0.1:5432/test";

export async function availableEngines(): Promise<readonly Engine[]> {
  const disarm =
    "ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE call_events DISABLE TRIGGER USER; SET session_replication_role = replica;";
  const engines: Engine[] = [
    {
      name: "sqlite",
      open: openSqliteFile,
      disarm:
        "DROP TRIGGER IF EXISTS events_no_update; DROP TRIGGER IF EXISTS events_no_delete; DROP TRIGGER IF EXISTS call_events_no_update; DROP TRIGGER IF EXISTS call_events_no_delete; PRAGMA foreign_keys = OFF",
    },
    { name: "pglite", open: openPglite, disarm },
  ];
  const url = env["TEST_PG_URL"] ?? localPostgres;
  if (await answers(url)) engines.push({ name: "postgres", open: async () => await openReal(url), disarm });
  return engines;
}

async function openSqliteFile(): Promise<Opened> {
  const folder = temporaryFolder();
  const store = openSqlite(folder);
  const other = new Database(join(folder, "huying.db"));
  return {
    store,
    async tamper(statement) {
      other.exec(statement);
    },
    async close() {
      other.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of its own, dropped afterwards. */
async function openReal(url: string): Promise<Opened> {
  const name = `huying_${randomBytes(6).toString("hex")}`;
  const admin = new Pool({ connectionString: url, max: 1 });
  await admin.query(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  const folder = temporaryFolder();
  const store = await openPostgres(address.href, join(folder, keyFileName));
  const other = new Pool({ connectionString: address.href, max: 1 });
  return {
    store,
    async tamper(statement) {
      await other.query(statement);
    },
    async close() {
      await other.end();
      await store.close();
      await admin.query(`drop database ${name}`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 1000, max: 1 });
  try {
    await pool.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await pool.end();
  }
}
