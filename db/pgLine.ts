/** Transactions of the writing connections of PostgreSQL: statements are sent one behind the other, without waiting between. */
import type { Writable } from "node:stream";
import type { Pool, PoolClient } from "pg";
import type { Line } from "./pgBatch.ts";
import type { Transact } from "./pgWriter.ts";

/** @param pool of clients that pipeline. */
export function transactOn(pool: Pool): Transact {
  return async (work) => {
    const client = await pool.connect();
    try {
      const begun = client.query("begin");
      const [answer] = await Promise.all([work(lineOf(client)), begun]);
      await client.query("commit");
      client.release();
      return answer;
    } catch (error) {
      await takeBack(client);
      throw error;
    }
  };
}

/** What lies in a client; its types hide it. */
interface Connected {
  readonly connection: { readonly stream: Writable };
}

function lineOf(client: PoolClient): Line {
  return async (calls) => {
    const { stream } = (client as unknown as Connected).connection;
    // As one write: each would be a call of the system
    stream.cork();
    const asked = calls.map(
      async ({ name, text, values }) => await client.query({ name, text, values: [...values] }),
    );
    stream.uncork();
    const results = await Promise.all(asked);
    return results.map(({ rowCount }) => rowCount ?? 0);
  };
}

/** A connection that cannot even do that does not go back to the pool: what it had begun ends with it. */
async function takeBack(client: PoolClient): Promise<void> {
  try {
    await client.query("rollback");
    client.release();
  } catch {
    client.release(true);
  }
}
