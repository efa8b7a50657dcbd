/** Databases of a real PostgreSQL, each dropped with its test. */
import { randomBytes } from "node:crypto";
import { env } from "node:process";
import { Pool } from "pg";

const url = env["TEST_PG_URL"] ?? "postgres://root@127.0.0.1:5432/test";

/** null where none answers: who needs one says so and is skipped. */
export async function answeringPostgres(): Promise<string | null> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 1000, max: 1 });
  try {
    await pool.query("select 1");
    return url;
  } catch {
    return null;
  } finally {
    await pool.end();
  }
}

export const noPostgres = `no PostgreSQL answers at ${url.replace(/:\/\/.*@/u, "://…@")} (TEST_PG_URL)`;

/** Behind the name of tests that need a server: why they were skipped. */
export function unless(server: string | null): string {
  return server === null ? ` (skipped: ${noPostgres})` : "";
}

export interface OwnDatabase {
  readonly url: string;
  /** What its owner may say to it. */
  readonly ask: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly drop: () => Promise<void>;
}

export async function ownDatabase(server: string, options = ""): Promise<OwnDatabase> {
  const name = `huying_${randomBytes(6).toString("hex")}`;
  const admin = new Pool({ connectionString: server, max: 1 });
  await admin.query(`create database ${name} ${options}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const own = new Pool({ connectionString: address.href, max: 1 });
  own.on("error", () => undefined);
  return {
    url: address.href,
    ask: async (text) => (await own.query<Readonly<Record<string, unknown>>>(text)).rows,
    async drop() {
      await own.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
