/**
 * A database as an older program left it: the schema of the first migrations and the rows of a small house that lived in it.
 *
 * `rows-0012.json` was written by the program of that time (the last migration was 0012_sealed_rows: names in the clear, no
 * record, no security log): a case from report to rating, one that waits at its department, one from a resident, and a call.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Pool } from "pg";
import { migrationsFolder } from "../../../db/migrations.ts";
import { temporaryFolder } from "../../support/store.ts";

/** Migrations that the older program knew. */
export const KNOWN_THEN = 13;

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const oldRows = JSON.parse(readFileSync(new URL("rows-0012.json", import.meta.url), "utf8")) as Rows;

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** The first migrations alone, in a folder of their own. */
export function firstMigrations(engine: "sqlite" | "pg", many = KNOWN_THEN): string {
  const [from, to] = [migrationsFolder(engine), temporaryFolder()];
  const journal = JSON.parse(readFileSync(join(from, "meta", "_journal.json"), "utf8")) as Journal;
  const entries = journal.entries.slice(0, many);
  mkdirSync(join(to, "meta"));
  writeFileSync(join(to, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) cpSync(join(from, `${tag}.sql`), join(to, `${tag}.sql`));
  return to;
}

export function fillSqlite(file: string): void {
  const database = new Database(file);
  withMigrations("sqlite", (migrations) => migrate(drizzle(database), { migrationsFolder: migrations }));
  for (const [table, rows] of Object.entries(oldRows))
    for (const row of rows) {
      const names = Object.keys(row);
      const values = Object.values(row).map((value) =>
        typeof value === "object" ? JSON.stringify(value) : value,
      );
      const places = names.map(() => "?").join(", ");
      database
        .prepare(`insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) values (${places})`)
        .run(values);
    }
  database.close();
}

export async function fillPglite(client: PGlite): Promise<void> {
  const folder = firstMigrations("pg");
  await migratePglite(drizzlePglite(client), { migrationsFolder: folder });
  rmSync(folder, { recursive: true });
  for (const [table, rows] of Object.entries(oldRows))
    await client.query(inserting(table), [JSON.stringify(rows)]);
}

export async function fillPostgres(pool: Pool): Promise<void> {
  const folder = firstMigrations("pg");
  await migratePg(drizzlePg(pool), { migrationsFolder: folder });
  rmSync(folder, { recursive: true });
  for (const [table, rows] of Object.entries(oldRows))
    await pool.query(inserting(table), [JSON.stringify(rows)]);
}

function inserting(table: string): string {
  return `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
}

function withMigrations(engine: "sqlite" | "pg", use: (folder: string) => void): void {
  const folder = firstMigrations(engine);
  use(folder);
  rmSync(folder, { recursive: true });
}
