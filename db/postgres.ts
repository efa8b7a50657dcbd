/** PostgreSQL, for several processes or a managed database. */
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool, type PoolClient } from "pg";
import { assemble } from "./assemble.ts";
import type { Base, Db } from "./db.ts";
import { pgKitWith } from "./kit.ts";
import { migrationsFolder } from "./migrations.ts";
import { createPgWriter, type Transact } from "./pgWriter.ts";
import { newSamples, ringFor, SAMPLES } from "./secrets/keep.ts";
import type { KeyRing } from "./secrets/ring.ts";
import { counterOf } from "./serials.ts";
import type { Store } from "./store.ts";
import { defineTables } from "./tables.ts";

/** Any number, the same in every process: one migrates while the others wait. */
const MIGRATION_LOCK = 7_400_101;

/** @throws KeyFault when the keys of the database are not in the file. */
export async function openPostgres(databaseUrl: string, keyFile: string): Promise<Store> {
  const pool = new Pool({ connectionString: databaseUrl });
  // A resting connection that breaks is replaced by the pool; the next query tells if the server is really gone.
  pool.on("error", () => undefined);
  let ring: KeyRing;
  try {
    ring = await migrateAlone(pool, keyFile);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const handle = drizzle(pool, { casing: "snake_case" });
  const transact: Transact = async (work) =>
    await handle.transaction(async (tx) => await work(tx as unknown as Db));
  return pgStore("postgres", handle as unknown as Db, {
    transact,
    ring,
    close: async () => await pool.end(),
  });
}

interface PgDriver {
  readonly transact: Transact;
  readonly ring: KeyRing;
  readonly close: () => Promise<void>;
}

/** The store over any driver that speaks PostgreSQL; tests bring PGlite. */
export function pgStore(engine: "postgres" | "pglite", db: Db, driver: PgDriver): Store {
  const { ring } = driver;
  const base: Base = { engine: "postgres", db, tables: defineTables(pgKitWith(ring)), ring };
  const queries = assemble(base, createPgWriter(driver.transact, base), engine);
  return {
    engine,
    ...queries,
    secrets: { ...queries.secrets, clearTraces: async () => undefined },
    drawNumber: async (day) => await drawNumber(base, counterOf(day)),
    // PostgreSQL ends itself when a sync fails, and recovers from its log
    unsure: new Promise(() => undefined),
    async backupTo() {
      throw new Error("PostgreSQL is backed up with its own tools (pg_dump, base backup).");
    },
    close: driver.close,
  };
}

async function drawNumber({ db, tables: { counters } }: Base, name: string): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ name, n: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { n: sql`${counters.n} + 1` } })
    .returning({ n: counters.n });
  if (!row) throw new Error(`Counter ${name} gave no number.`);
  return row.n;
}

/** One process at a time also makes the keys: two would make two. */
async function migrateAlone(pool: Pool, keyFile: string): Promise<KeyRing> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder("pg") });
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

async function ringOf(client: PoolClient, keyFile: string): Promise<KeyRing> {
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
