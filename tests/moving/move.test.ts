/** A county in which a little of everything happened moves from SQLite to PostgreSQL, and nothing changes on the way. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqliteKitWith } from "../../db/kit.ts";
import { moveRows, ShapeDiffers, sumsOfFile, sumsOfTarget } from "../../db/moving/rows.ts";
import { filledTables, tablesOf } from "../../db/moving/tables.ts";
import { databaseName } from "../../db/openCopy.ts";
import { keyFileName, readKeyFile } from "../../db/secrets/keyFile.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";
import { defineTables } from "../../db/tables.ts";
import { type Account, accountOf, type Difference, differences } from "../../server/moving/prove.ts";
import { at } from "../support/calendar.ts";
import { reference } from "../support/county.ts";
import { openPglite } from "../support/pglite.ts";
import { playScene } from "../support/scene.ts";
import { temporaryFolder } from "../support/store.ts";

const looking = { reference, now: at("2027-01-01 00:00") };

const folder = temporaryFolder();
const file = join(folder, databaseName);
let caseId: string;
let arrived: Awaited<ReturnType<typeof openPglite>>;
let account: Account;
let wasEmpty: readonly string[];
const told: (readonly [done: number, total: number])[] = [];

beforeAll(async () => {
  const store = openSqlite(folder);
  caseId = await playScene(store);
  while ((await store.evaluation.catchUp(200)) > 0);
  await store.close();
  arrived = await openPglite(readKeyFile(join(folder, keyFileName)));
  wasEmpty = await filledTables(arrived.client, await tablesOf(arrived.client));
  const sums = await moveRows(file, arrived.client, (done, total) => void told.push([done, total]));
  account = await withFile(async (before) => await accountOf(before, sums, looking));
}, 120_000);

afterAll(async () => {
  await arrived.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withFile<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqlite(folder);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

/** What the proof says after `statement`, which is taken back: a thief with the password of the database. */
async function foundAfter(statement: string): Promise<readonly Difference[]> {
  const { store, client } = arrived;
  await client.exec("begin; set local session_replication_role = replica");
  try {
    await client.exec(statement);
    return differences(account, await accountOf(store, await sumsOfTarget(client), looking));
  } finally {
    await client.exec("rollback");
  }
}

describe("a county on its way to PostgreSQL", () => {
  it("arrives whole: rows, record, figures", async () => {
    expect(account.verification).toMatchObject({ faults: [] });
    expect(account.verification.cases).toBeGreaterThan(1);
    expect(await foundAfter("select 1")).toEqual([]);
  });

  it("answers as before, behind its seals too", async () => {
    const { store, client } = arrived;
    const before = await withFile(async (old) => await old.cases.file(caseId));
    const reporter = await store.cases.reporter(caseId);
    expect(reporter).toEqual({ name: "李四", phone: "13800005678" });
    expect(await store.cases.file(caseId)).toEqual(before);
    // Gaps are allowed, doubles are not
    const numbers = (await client.query<{ number: string }>("select number from cases")).rows;
    const [day, last] =
      numbers
        .map(({ number }) => number)
        .sort()
        .at(-1)
        ?.split("-") ?? [];
    await client.exec("begin");
    const next = await store.drawNumber(`${day?.slice(0, 4)}-${day?.slice(4, 6)}-${day?.slice(6)}`);
    await client.exec("rollback");
    expect(next).toBeGreaterThan(Number(last));
  });

  it("leaves no table behind", async () => {
    const moved = (await tablesOf(arrived.client)).map(({ name }) => name).sort();
    const all = Object.values(defineTables(sqliteKitWith(null))).filter((table) => is(table, SQLiteTable));
    // The full-text table of SQLite is made anew from case_words
    const own = all.map((table) => getTableName(table)).filter((name) => name !== "case_grams");
    expect(moved).toEqual(own.sort());
    expect([...account.sums.keys()].sort()).toEqual(moved);
  });

  it("goes to an empty house only, and knows one that is not", async () => {
    expect(wasEmpty).toEqual([]);
    const { client } = arrived;
    expect(await filledTables(client, await tablesOf(client))).toContain("cases");
  });

  it("tells how far it is, up to all", () => {
    const rows = [...account.sums.values()].reduce((sum, table) => sum + table.rows, 0);
    expect(told.at(-1)).toEqual([rows, rows]);
  });

  it("is not moved from a file with other tables", async () => {
    const { client } = arrived;
    await client.exec("begin; alter table photos add column of_later text");
    await expect(sumsOfFile(file, client)).rejects.toThrow(ShapeDiffers);
    await client.exec("rollback");
  });
});

const bendings: readonly (readonly [name: string, statement: string, what: string, where: string])[] = [
  ["a word that was changed", "update cases set text = text || '。'", "content", "cases"],
  ["a row that is missing", "delete from case_photos", "rows", "case_photos"],
  ["a figure that was shifted", "update tallies set opened_at = opened_at + 1", "content", "tallies"],
  ["a value within JSON", `update clocks set policy = policy || '{"a":1}'`, "content", "clocks"],
  ["a flag that was turned", "update accounts set disabled = not disabled", "content", "accounts"],
  [
    "words that find a case",
    "update case_words set grams = array_to_tsvector('{a}')",
    "content",
    "case_words",
  ],
  ["a seal that was exchanged", "update reporters set name = phone, phone = name", "content", "reporters"],
  ["a serial that was set back", "update counters set n = n - 1", "content", "counters"],
  ["an event that was rewritten", "update events set hash = 'x' where seq = 1", "content", "events"],
];

describe("the proof finds", () => {
  it.each(bendings)("%s", async (_name, statement, what, where) => {
    expect(await foundAfter(statement)).toContainEqual(expect.objectContaining({ what, where }));
  });
});
