/**
 * Several processes on one PostgreSQL. Advisory locks of a session say who is at work: they go with the process, however
 * it ends. A trigger tells every change of a case or a call with its commit (migration 0031); each process listens.
 */
import { setTimeout as pause } from "node:timers/promises";
import { Client, type Pool, type PoolClient } from "pg";
import type { OtherChange, OtherQueries } from "./store.ts";

/** First half of the locks' keys; the second is the name of the work. */
const WORK = 7_400;

const CHANNEL = "huying_changes";

/** Before a broken line is tried again, in milliseconds. */
const REST = 1000;

export interface Line {
  readonly pool: Pool;
  readonly connection: { readonly connectionString: string };
  /** `application_name` of all connections of this process: what they commit is known here already. */
  readonly me: string;
}

export function createPgOthers({ pool, connection, me }: Line): OtherQueries {
  return {
    alone: async (name, work) =>
      await withClient(async (client) => {
        const { rows } = await client.query<{ held: boolean }>(
          "select pg_try_advisory_lock($1, hashtext($2)) as held",
          [WORK, name],
        );
        return rows[0]?.held === true ? await held(client, name, work) : null;
      }),
    inTurn: async (name, work) =>
      await withClient(async (client) => {
        await client.query("select pg_advisory_lock($1, hashtext($2))", [WORK, name]);
        return await held(client, name, work);
      }),
    follow: async (hear, lost) => await follow({ connection, me, hear, lost }),
  };

  async function withClient<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      const answer = await use(client);
      client.release();
      return answer;
    } catch (error) {
      // A connection that may still hold the lock does not go back to the pool
      client.release(true);
      throw error;
    }
  }
}

async function held<T>(client: PoolClient, name: string, work: () => Promise<T>): Promise<T> {
  const answer = await work();
  await client.query("select pg_advisory_unlock($1, hashtext($2))", [WORK, name]);
  return answer;
}

interface Following extends Omit<Line, "pool"> {
  readonly hear: (change: OtherChange) => void;
  readonly lost: () => void;
}

async function follow(following: Following): Promise<() => Promise<void>> {
  const ending = new AbortController();
  let line = await openLine(following);
  const running = goOn();
  return async () => {
    ending.abort();
    await line.close();
    await running;
  };

  async function goOn(): Promise<void> {
    while (!ending.signal.aborted) {
      await line.broken;
      while (!ending.signal.aborted) {
        await pause(REST, undefined, { signal: ending.signal }).catch(() => undefined);
        const next = await openLine(following).catch(() => null);
        if (next === null) continue;
        line = next;
        if (ending.signal.aborted) await line.close();
        else following.lost();
        break;
      }
    }
  }
}

async function openLine({ connection, me, hear, lost }: Following) {
  const client = new Client({ ...connection, keepAlive: true, application_name: me });
  const broken = new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    client.on("error", () => resolve());
  });
  client.on("notification", ({ payload = "" }) => {
    const told = JSON.parse(payload) as Told;
    if (told.by === me) return;
    if (told.about === "much") lost();
    else hear(changeOf(told));
  });
  const close = async () => await client.end().catch(() => undefined);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return { broken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As the trigger tells it. */
type Told = { readonly by: string } & (
  | {
      readonly about: "case";
      readonly id: string;
      readonly version: number;
      readonly state: Extract<OtherChange, { about: "case" }>["state"];
      readonly after: ToldCase;
      readonly before: ToldCase | null;
    }
  | {
      readonly about: "call";
      readonly id: string;
      readonly version: number;
      readonly state: Extract<OtherChange, { about: "call" }>["state"];
      readonly after: ToldCall;
      readonly before: ToldCall | null;
    }
  /** Longer than a notification may be. */
  | { readonly about: "much" }
);

/** Cell, township, lead, who reported, `,BB,SFJ,`. */
type ToldCase = readonly [string | null, string | null, string | null, string | null, string | null];
/** Township, when it was sent out, `,LD,`. */
type ToldCall = readonly [string, number | null, string];

function changeOf(told: Exclude<Told, { readonly about: "much" }>): OtherChange {
  const { id, version } = told;
  if (told.about === "case") {
    const standing = ([cellCode, townshipCode, leadUnit, reportedBy, parties]: ToldCase) => {
      return { id, cellCode, townshipCode, leadUnit, reportedBy, parties: listed(parties ?? "") };
    };
    const { about, state, after, before } = told;
    return { about, id, version, state, after: standing(after), before: before && standing(before) };
  }
  const standing = ([township, sentAt, units]: ToldCall) => {
    return { township, sentAt, answers: listed(units).map((unit) => ({ unit })) };
  };
  const { about, state, after, before } = told;
  return { about, id, version, state, after: standing(after), before: before && standing(before) };
}

function listed(text: string): readonly string[] {
  return text.split(",").filter((code) => code !== "");
}
