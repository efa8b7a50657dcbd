/**
 * Two column kits of the same shape, so that every table is written once (`tables.ts`). SQLite's types are the
 * reference; the PostgreSQL kit is cast to them here, and nowhere else.
 */
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

export const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  /** Ids and codes: compared and sorted byte by byte in both databases, whatever the collation of the server. */
  key: <T extends string>() => sqlite.text().$type<T>(),
  text: () => sqlite.text(),
  int: () => sqlite.integer(),
  real: () => sqlite.real(),
  bool: () => sqlite.integer({ mode: "boolean" }),
  /** Epoch milliseconds. */
  instant: () => sqlite.integer(),
  json: <T>() => sqlite.text({ mode: "json" }).$type<T>(),
};

export type Kit = typeof sqliteKit;

const byteOrderedText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

export const pgKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  key: () => byteOrderedText(),
  text: () => pg.text(),
  int: () => pg.integer(),
  real: () => pg.doublePrecision(),
  bool: () => pg.boolean(),
  instant: () => pg.bigint({ mode: "number" }),
  json: () => pg.jsonb(),
} as unknown as Kit;
