/**
 * Two column kits of the same shape, so that every table is written once (`tables.ts`). SQLite's types are the
 * reference; the PostgreSQL kit is cast to them here, and nowhere else.
 */
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import type { Packing } from "./packed.ts";
import type { KeyRing } from "./secrets/ring.ts";

const bareSqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  /** Ids and codes: compared and sorted byte by byte in both databases, whatever the collation of the server. */
  key: <T extends string>() => sqlite.text().$type<T>(),
  text: () => sqlite.text(),
  int: () => sqlite.integer(),
  /** Counts what grows as long as the county does: more than 32 bits hold. */
  long: () => sqlite.integer(),
  real: () => sqlite.real(),
  bool: () => sqlite.integer({ mode: "boolean" }),
  /** Epoch milliseconds. */
  instant: () => sqlite.integer(),
  json: <T>() => sqlite.text({ mode: "json" }).$type<T>(),
  /** JSON in another shape than the value has. */
  packed: <T>({ pack, unpack }: Packing<T>) =>
    sqlite.customType<{ data: T; driverData: string }>({
      dataType: () => "text",
      toDriver: (value) => JSON.stringify(pack(value)),
      fromDriver: (stored) => unpack(JSON.parse(stored)),
    })(),
  /** Tokens with a blank between them (words.ts). */
  grams: () => sqlite.text(),
};

/** Columns whose values are sealed on their way in and opened on their way out, so that no query needs to think of it. */
function sqliteSecrets(ring: KeyRing | null) {
  return {
    /** @param column part of the seal: a value does not open in another column. */
    secret: (column: string) => sqlite.customType<SecretText>(sealing(ring, column))(),
    /** Takes the text and keeps its keyed hash. */
    lookup: () => sqlite.customType<SecretText>(hashing(ring))(),
  };
}

/** @param ring null for the migration generator, which stores nothing. */
export function sqliteKitWith(ring: KeyRing | null) {
  return { ...bareSqliteKit, ...sqliteSecrets(ring) };
}

export type Kit = ReturnType<typeof sqliteKitWith>;

interface SecretText {
  readonly data: string;
  readonly driverData: string;
}

function sealing(ring: KeyRing | null, column: string) {
  return {
    dataType: () => "text",
    toDriver: (text: string) => withRing(ring).seal(column, text),
    fromDriver: (stored: string) => withRing(ring).open(column, stored),
  };
}

function hashing(ring: KeyRing | null) {
  return {
    dataType: () => "text",
    toDriver: (text: string) => withRing(ring).lookup(text),
    fromDriver: (stored: string) => stored,
  };
}

function withRing(ring: KeyRing | null): KeyRing {
  if (ring === null)
    throw new Error("These tables were defined without keys: they can be generated from, not used.");
  return ring;
}

const byteOrderedText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** The driver would take a list for one of PostgreSQL's own; within other JSON it is told as it is. */
function asJson(value: unknown): object {
  return { toPostgres: () => JSON.stringify(value), toJSON: () => value };
}

const tokens = pg.customType<{ data: string }>({ dataType: () => "tsvector" });

const barePgKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  key: () => byteOrderedText(),
  text: () => pg.text(),
  int: () => pg.integer(),
  long: () => pg.bigint({ mode: "number" }),
  real: () => pg.doublePrecision(),
  bool: () => pg.boolean(),
  instant: () => pg.bigint({ mode: "number" }),
  json: () => pg.jsonb(),
  packed: <T>({ pack, unpack }: Packing<T>) =>
    pg.customType<{ data: T; driverData: unknown }>({
      dataType: () => "jsonb",
      toDriver: (value) => asJson(pack(value)),
      fromDriver: unpack,
    })(),
  grams: () => tokens(),
};

export function pgKitWith(ring: KeyRing | null): Kit {
  const secrets = {
    secret: (column: string) => pg.customType<SecretText>(sealing(ring, column))(),
    lookup: () => pg.customType<SecretText>(hashing(ring))(),
  };
  return { ...barePgKit, ...secrets } as unknown as Kit;
}
