/** What a job of pg-boss does that is to leave a record of a clock: a few bare statements on the tables of the house. */
import { Pool } from "pg";
import { openPostgres } from "../../db/postgres.ts";
import type { Deps } from "../../server/deps.ts";
import { HOUR } from "../../server/domain/time.ts";
import { benchNow } from "./house.ts";

/** As many as write at once in `bench:pg`. */
const CONNECTIONS = 32;
/** As long as a hash. */
const HASH = "0".repeat(64);

const moveCase = `update cases set version = version + 1, missed = missed + 1, updated_at = $2, sweep_at = $3, head_hash = $4,
  tallied = false where id = $1 returning version, township_code`;
const moveClock = `update clocks set stage = 'overdue', look_at = $3 where case_id = $1 and id = $2`;
const addEvent = `insert into events (case_id, seq, action, at, recorded_at, actor_id, actor_role, actor_unit, "from", "to",
  facts, seals, command_id, previous_hash, hash)
  values ($1, $2, 'overdue', $3, $3, 'system', 'system', null, 'reported', 'reported', $4, '{}', null, $5, $5)`;
const addNotice = `insert into outbox (id, case_id, seq, kind, to_kind, to_code, created_at, tries, try_at, sent_at)
  values ($1, $2, $3, 'overdue', 'unit', $4, $5, 0, null, $5)`;
/** Places count down from zero: those of the house stay free. */
const addEntry = `insert into record_entries (position, kind, subject, seq, hash)
  values (nextval('places'), 'case', $1, $2, $3)`;

export interface Desk {
  readonly deps: Deps;
  /** Reads the case, moves it with its clock, and records it: one durable transaction. */
  readonly write: (caseId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The house's tables beside those of pg-boss, which tells no other process of what it does. */
export async function openDesk(url: string, keyFile: string, deps: Deps): Promise<Desk> {
  const store = await openPostgres(url, keyFile);
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query("drop trigger cases_moved_told on cases; create sequence places increment -1");
  const facts = JSON.stringify({ clock: "file", unit: "371122101", due: benchNow, policy: "file" });
  return {
    deps: { ...deps, store },
    async write(caseId) {
      const client = await pool.connect();
      const ask = async (name: string, text: string, values: readonly unknown[]) =>
        (await client.query<Record<string, string>>({ name, text, values: [...values] })).rows[0] ?? {};
      await client.query("begin");
      const clock = await ask("clock", "select * from clocks where case_id = $1", [caseId]);
      const moved = await ask("case", moveCase, [caseId, benchNow, benchNow + HOUR, HASH]);
      const seq = moved["version"];
      await ask("move", moveClock, [caseId, clock["id"], benchNow + HOUR]);
      await ask("event", addEvent, [caseId, seq, benchNow, facts, HASH]);
      await ask("notice", addNotice, [`${caseId} ${seq}`, caseId, seq, moved["township_code"], benchNow]);
      await ask("entry", addEntry, [caseId, seq, HASH]);
      await client.query("commit");
      client.release();
    },
    async close() {
      await pool.end();
      await store.close();
    },
  };
}
