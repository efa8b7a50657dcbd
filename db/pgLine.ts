/** Transactions of the writing connections of PostgreSQL: statements are sent one behind the other, without waiting between. */
import type { Writable } from "node:stream";
import type { Pool, PoolClient } from "pg";
import type { Line } from "./pgBatch.ts";
import type { Lock, Transact } from "./pgWriter.ts";

/** @param pool of clients that pipeline. */
export function transactOn(pool: Pool): Transact {
  return async (work) => {
    const client = await pool.connect();
    const { stream } = (client as unknown as Connected).connection;
    const line = lineOf(client, stream);
    try {
      // With what the work sends at once as one write: each would be a call of the system
      stream.cork();
      const begun = client.query("begin");
      const working = work(line.send, line.lock);
      stream.uncork();
      const [answer] = await Promise.all([working, begun]);
      if (!line.isEnded()) await end(client);
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

function lineOf(
  client: PoolClient,
  stream: Writable,
): { readonly send: Line; readonly lock: Lock; readonly isEnded: () => boolean } {
  let isEnded = false;
  return {
    isEnded: () => isEnded,
    lock: async ({ name, text, values }) => {
      const { rows } = await client.query<{ id: string }>({ name, text, values: [...values] });
      return rows.map(({ id }) => id);
    },
    send: async (calls, place) => {
      stream.cork();
      const asked = calls.map(
        async ({ name, text, values }) => await client.query({ name, text, values: [...values] }),
      );
      const ended = place === "last" ? end(client) : null;
      stream.uncork();
      const [results, ending] = await Promise.allSettled([Promise.all(asked), ended]);
      // What was refused says more than that the end was not the wanted one
      if (results.status === "rejected") throw results.reason;
      if (ending.status === "rejected") throw ending.reason;
      isEnded = ended !== null;
      return results.value.map(({ rowCount }) => rowCount ?? 0);
    },
  };
}

/** @throws when the server had refused a statement: then it says of a commit that it rolled back. */
async function end(client: PoolClient): Promise<void> {
  const { command } = await client.query("commit");
  if (command !== "COMMIT") throw new Error(`The server answered ${command} to a commit.`);
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
