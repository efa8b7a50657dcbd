/** A county that can be bent again and again: each try begins from the same database. SQLite and PGlite. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openSqlite } from "../../db/sqlite.ts";
import type { SavedCheckpoint, Store, Verification } from "../../db/store.ts";
import { openPglite } from "./pglite.ts";
import { playScene } from "./scene.ts";
import { temporaryFolder } from "./store.ts";

export type Row = Readonly<Record<string, unknown>>;

/** The database as a thief with its password has it: no triggers, no foreign keys. */
export interface Thief {
  readonly run: (statement: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly Row[]>;
}

export interface Stage {
  readonly caseId: string;
  /** Kept outside the house. */
  readonly saved: SavedCheckpoint;
  /** What verify says after the thief was there; afterwards everything is as before. */
  readonly bend: (
    bending: (thief: Thief) => Promise<void>,
    saved?: readonly SavedCheckpoint[],
  ) => Promise<Verification>;
  readonly close: () => Promise<void>;
}

export async function openSqliteStage(): Promise<Stage> {
  const folder = temporaryFolder();
  const store = openSqlite(folder);
  const caseId = await playScene(store);
  const saved = await savedOf(store);
  await store.close();
  return {
    caseId,
    saved,
    async bend(bending, given = []) {
      const copy = temporaryFolder();
      for (const name of ["huying.db", "huying.keys"]) cpSync(join(folder, name), join(copy, name));
      await asThief(join(copy, "huying.db"), bending);
      const bent = openSqlite(copy);
      try {
        return await bent.verify(undefined, given);
      } finally {
        await bent.close();
        rmSync(copy, { recursive: true, force: true });
      }
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function asThief(file: string, bending: (thief: Thief) => Promise<void>): Promise<void> {
  const sqlite = new Database(file);
  sqlite.pragma("foreign_keys = OFF");
  const triggers = sqlite.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const name of triggers) sqlite.exec(`drop trigger ${String(name)}`);
  await bending({
    run: async (statement) => void sqlite.exec(statement),
    rows: async (query) => sqlite.prepare(query).all() as readonly Row[],
  });
  sqlite.close();
}

/** One connection: what the thief does stands in a transaction that verify reads and that is taken back. */
export async function openPgliteStage(): Promise<Stage> {
  const opened = await openPglite();
  const { store, client } = opened;
  const caseId = await playScene(store);
  return {
    caseId,
    saved: await savedOf(store),
    async bend(bending, given = []) {
      await client.exec("BEGIN; SET LOCAL session_replication_role = replica");
      try {
        await bending({
          run: async (statement) => void (await client.exec(statement)),
          rows: async (query) => (await client.query<Row>(query)).rows,
        });
        return await store.verify(undefined, given);
      } finally {
        await client.exec("ROLLBACK");
      }
    },
    close: async () => await opened.close(),
  };
}

async function savedOf(store: Store): Promise<SavedCheckpoint> {
  const latest = await store.record.latestCheckpoint();
  if (!latest) throw new Error("There is no checkpoint.");
  const { size, algorithm, root, at } = latest;
  return { size, algorithm, root, at, file: "saved.txt" };
}
