/** PostgreSQL in WebAssembly: the store over PGlite, for tests only. */
import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Db } from "../../db/db.ts";
import { migrationsFolder } from "../../db/migrations.ts";
import type { Transact } from "../../db/pgWriter.ts";
import { pgStore } from "../../db/postgres.ts";
import { createRing, type KeyRing } from "../../db/secrets/ring.ts";
import type { Store } from "../../db/store.ts";
import { noLock } from "../../db/taking.ts";

/**
 * @param ring the keys of another house, whose rows are brought here.
 * @param before what is done to the empty database before it is migrated.
 */
export async function openPglite(
  ring: KeyRing = freshRing(),
  before?: (client: PGlite) => Promise<void>,
): Promise<{
  readonly store: Store;
  readonly client: PGlite;
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}> {
  const client = await PGlite.create();
  await before?.(client);
  const handle = drizzle(client, { casing: "snake_case" });
  await migrate(handle, { migrationsFolder: migrationsFolder("pg") });
  const transact: Transact = async (work) =>
    await client.transaction(
      async (tx) =>
        await work(async (calls) => {
          const touched: number[] = [];
          for (const { text, values } of calls) {
            const { affectedRows, rows } = await tx.query(text, [...values]);
            touched.push(affectedRows ?? rows.length);
          }
          return touched;
        }, noLock),
    );
  const close = async () => await client.close();
  const store = pgStore("pglite", handle as unknown as Db, { transact, ring, close });
  return {
    store,
    client,
    async tamper(statement) {
      await client.exec(statement);
    },
    close,
  };
}

function freshRing(): KeyRing {
  return createRing(new Map([["k1", randomBytes(32)]]));
}
