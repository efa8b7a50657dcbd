/** A database file as the query builders see it, without the store around it: to read rows from and to fill in bulk. */
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Base, Db } from "../../../db/db.ts";
import { sqliteKitWith } from "../../../db/kit.ts";
import { keyFileName } from "../../../db/secrets/keyFile.ts";
import { ringFor, SAMPLES } from "../../../db/secrets/keep.ts";
import { connect } from "../../../db/connect.ts";
import { defineTables } from "../../../db/tables.ts";

/** @param folder of a county whose store is closed: its migrations have run and its keys are made. */
export function openBase(folder: string): { readonly sqlite: Database; readonly base: Base } {
  const sqlite = connect(join(folder, "huying.db"));
  const samples = sqlite.prepare("select value from settings where key = ?").pluck().get(SAMPLES);
  const ring = ringFor(join(folder, keyFileName), typeof samples === "string" ? samples : null);
  const db = drizzle(sqlite, { casing: "snake_case" }) as unknown as Db;
  return { sqlite, base: { engine: "sqlite", db, tables: defineTables(sqliteKitWith(ring)), ring } };
}
