/** PostgreSQL, for several processes or a managed database. */
import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client, Pool, type PoolClient } from "pg";
import { assemble } from "./assemble.ts";
import type { Base, Db } from "./db.ts";
import { pgKitWith } from "./kit.ts";
import { migrationsFolder } from "./migrations.ts";
import type { Asks } from "./moving/tables.ts";
import { noOthers } from "./others.ts";
import { explained, insistOnServer } from "./pgFault.ts";
import { createPgOthers } from "./pgOthers.ts";
import type { Line } from "./pgBatch.ts";
import { transactOn } from "./pgLine.ts";
import { createPgNumbers } from "./pgNumbers.ts";
import { createPgWriter, type Transact } from "./pgWriter.ts";
import { newSamples, ringFor, SAMPLES } from "./secrets/keep.ts";
import type { KeyRing } from "./secrets/ring.ts";
import { counterOf } from "./serials.ts";
import type { OtherQueries, Store } from "./store.ts";
import { noLock } from "./taking.ts";
import { defineTables } from "./tables.ts";
import { createVerify } from "./verify.ts";

/** Any number, the same in every process: one migrates while the others wait. */
const MIGRATION_LOCK = 7_400_101;

/** Connections that write: the lanes of the writer, the sweeps, and those of plans that belong together. */
const WRITERS = 6;

/** A process that stands still in the middle of a transaction loses it after so long, and with it what it had locked. */
const STANDSTILL = 60_000;

/**
 * @throws KeyFault when the keys of the database are not in the file, DatabaseFault (pgFault.ts) when the server does not
 * answer, or is not one that this program can work with.
 */
export async function openPostgres(databaseUrl: string, keyFile: string): Promise<Store> {
  const connection = connectionOf(databaseUrl);
  const me = `huying ${randomUUID()}`;
  const pool = new Pool({ ...connection, application_name: me });
  // A resting connection that breaks is replaced by the pool; the next query tells if the server is really gone.
  pool.on("error", () => undefined);
  let ring: KeyRing;
  try {
    ring = await migrateAlone(pool, keyFile);
  } catch (error) {
    await pool.end();
    throw explained(error, databaseUrl);
  }
  const handle = drizzle(pool, { casing: "snake_case" });
  const writers = new Pool({
    ...connection,
    application_name: me,
    max: WRITERS,
    pipeline: true,
    idle_in_transaction_session_timeout: STANDSTILL,
  });
  writers.on("error", () => undefined);
  const atOneMoment: PgDriver["atOneMoment"] = async (read) =>
    await handle.transaction(async (tx) => await read(tx as unknown as Db), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
  return pgStore("postgres", handle as unknown as Db, {
    transact: transactOn(writers),
    ring,
    atOneMoment,
    others: createPgOthers({ pool, connection, me }),
    close: async () => void (await Promise.all([pool.end(), writers.end()])),
  });
}

interface PgDriver {
  readonly transact: Transact;
  readonly ring: KeyRing;
  /** Reads all there is as it stands now, while others write. Absent where nobody else can. */
  readonly atOneMoment?: <T>(read: (db: Db) => Promise<T>) => Promise<T>;
  /** Absent where nobody else can be on the database: there rows are not locked either. */
  readonly others?: OtherQueries;
  readonly close: () => Promise<void>;
}

/** The store over any driver that speaks PostgreSQL; tests bring PGlite. */
export function pgStore(engine: "postgres" | "pglite", db: Db, driver: PgDriver): Store {
  const { ring, atOneMoment } = driver;
  const base: Base = { engine: "postgres", db, tables: defineTables(pgKitWith(ring)), ring };
  const isAlone = driver.others === undefined;
  const queries = assemble(base, createPgWriter(driver.transact, base, { isAlone }), engine);
  const numbers = createPgNumbers(base);
  return {
    engine,
    ...queries,
    others: driver.others ?? noOthers,
    verify: atOneMoment
      ? async (...asked) =>
          await atOneMoment(async (now) => await createVerify({ ...base, db: now })(...asked))
      : queries.verify,
    secrets: { ...queries.secrets, clearTraces: async () => undefined },
    drawNumber: async (day) => await numbers(counterOf(day)),
    // PostgreSQL ends itself when a sync fails, and recovers from its log
    unsure: new Promise(() => undefined),
    async backupTo() {
      throw new Error("PostgreSQL is backed up with its own tools (pg_dump, base backup).");
    },
    close: driver.close,
  };
}

/** How long an address that does not answer is waited for. */
const PATIENCE = 10_000;

function connectionOf(databaseUrl: string) {
  return { connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE };
}

/** One process at a time also makes the keys: two would make two. */
async function migrateAlone(pool: Pool, keyFile: string): Promise<KeyRing> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await upgrade(client);
    const ring = await ringOf(client, keyFile);
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    client.release();
    return ring;
  } catch (error) {
    // A connection that may still hold the lock does not go back to the pool.
    client.release(true);
    throw error;
  }
}

/** @throws DatabaseFault when the server or what stands in it is not for this program. */
async function upgrade(client: Client | PoolClient): Promise<void> {
  await insistOnServer(client);
  await migrate(drizzle(client), { migrationsFolder: migrationsFolder("pg") });
}

/** A database that is written as a whole or not at all, by whoever brings it there. */
export interface Vessel {
  readonly asks: Asks;
  /** The house over what was written so far; the keys are those of the file. */
  readonly house: () => Promise<Store>;
  /** Nothing stays without it. */
  readonly commit: () => Promise<void>;
}

/**
 * One transaction on a migrated database, with every server that starts on it waiting meanwhile.
 * @throws DatabaseFault as `openPostgres` does.
 */
export async function withVessel<T>(
  { databaseUrl, keyFile }: { readonly databaseUrl: string; readonly keyFile: string },
  use: (vessel: Vessel) => Promise<T>,
): Promise<T> {
  const client = clientFor(databaseUrl);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await upgrade(client);
    await client.query("begin isolation level repeatable read");
    await client.query("set local huying.silent = 'on'");
    const asks = inTurn(client);
    const handle = drizzle(asks as unknown as Client, { casing: "snake_case" }) as unknown as Db;
    return await use({
      asks,
      house: async () =>
        pgStore("postgres", handle, {
          transact: transactWithin(asks),
          ring: await ringOf(client, keyFile),
          close: async () => undefined,
        }),
      commit: async () => void (await client.query("commit")),
    });
  } catch (error) {
    throw explained(error, databaseUrl);
  } finally {
    // A line that is cut takes an unfinished transaction and the lock with it
    await client.end().catch(() => undefined);
  }
}

/** Questions that are asked together wait for each other: a connection answers one at a time. */
function inTurn(client: Client): Asks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async query(...asked) {
      const answer = last.then(async () => await client.query<Readonly<Record<string, unknown>>>(...asked));
      last = answer.catch(() => undefined);
      return await answer;
    },
  };
}

/** What is refused is taken back, and the transaction around it goes on. */
function transactWithin(asks: Asks): Transact {
  const line: Line = async (calls) => {
    const touched: number[] = [];
    for (const { text, values } of calls) touched.push((await asks.query(text, [...values])).rowCount ?? 0);
    return touched;
  };
  return async (work) => {
    await asks.query("savepoint plans");
    try {
      const answer = await work(line, noLock);
      await asks.query("release savepoint plans");
      return answer;
    } catch (error) {
      await asks.query("rollback to savepoint plans");
      throw error;
    }
  };
}

function clientFor(databaseUrl: string): Client {
  try {
    const client = new Client(connectionOf(databaseUrl));
    // A line that breaks between two questions is told by the next one
    client.on("error", () => undefined);
    return client;
  } catch (error) {
    throw explained(error, databaseUrl);
  }
}

async function ringOf(client: Client | PoolClient, keyFile: string): Promise<KeyRing> {
  const { rows } = await client.query<{ value: string }>("select value from settings where key = $1", [
    SAMPLES,
  ]);
  const known = rows[0]?.value ?? null;
  const ring = ringFor(keyFile, known);
  const changed = newSamples(ring, known);
  if (changed !== null)
    await client.query(
      "insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value",
      [SAMPLES, changed],
    );
  return ring;
}
