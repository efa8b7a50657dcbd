/** PostgreSQL, for several processes or a managed database. */
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import { assemble } from "./assemble.ts";
import type { Base, Db } from "./db.ts";
import { pgKit } from "./kit.ts";
import { migrationsFolder } from "./migrations.ts";
import { createPgWriter, type Transact } from "./pgWriter.ts";
import { counterOf } from "./serials.ts";
import type { Store } from "./store.ts";
import { defineTables } from "./tables.ts";

/** Any number, the same in every process: one migrates while the others wait. */
const MIGRATION_LOCK = 7_400_101;

export async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new Pool({ connectionString: databaseUrl });
  // A resting connection that breaks is replaced by the pool; the next query tells if the server is really gone.
  pool.on("error", () => undefined);
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const handle = drizzle(pool, { casing: "snake_case" });
  const transact: Transact = async (work) =>
    await handle.transaction(async (tx) => await work(tx as unknown as Db));
  return pgStore("postgres", handle as unknown as Db, { transact, close: async () => await pool.end() });
}

interface PgDriver {
  readonly transact: Transact;
  readonly close: () => Promise<void>;
}

/** The store over any driver that speaks PostgreSQL; tests bring PGlite. */
export function pgStore(engine: "postgres" | "pglite", db: Db, driver: PgDriver): Store {
  const base: Base = { db, tables: defineTables(pgKit) };
  return {
    engine,
    ...assemble(base, createPgWriter(driver.transact, base.tables)),
    drawNumber: async (day) => await drawNumber(base, counterOf(day)),
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

async function migrateAlone(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder("pg") });
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    client.release();
  } catch (error) {
    // A connection that may still hold the lock does not go back to the pool.
    client.release(true);
    throw error;
  }
}
