/** Answers that are kept: read once while nothing was changed, and no more of them than told. */
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import type { Base, Db } from "../../db/db.ts";
import { sqliteKitWith } from "../../db/kit.ts";
import { createSumMemory } from "../../db/sumMemory.ts";
import { defineTables } from "../../db/tables.ts";
import type { CountedProfile } from "../../server/domain/evaluate/figure.ts";

const row: CountedProfile = { group: "LD", subject: "case", profile: "p", count: 1 };

function setUp(most?: number) {
  const sqlite = new Database(":memory:");
  onTestFinished(() => void sqlite.close());
  sqlite.exec("create table counters (name text primary key, n integer not null)");
  const turn = (month: string) =>
    sqlite
      .prepare("insert into counters values (?, 1) on conflict (name) do update set n = n + 1")
      .run(`sums:${month}`);
  const db = drizzle(sqlite, { casing: "snake_case" }) as unknown as Db;
  const base = { engine: "sqlite", db, tables: defineTables(sqliteKitWith(null)) } as unknown as Base;
  const remember = createSumMemory(base, most);
  const reads: string[] = [];
  const ask = async (key: string, spans: readonly string[], rows = [row]) =>
    await remember(key, spans, async () => {
      reads.push(key);
      return rows;
    });
  return { turn, ask, reads };
}

it("reads a month once, and again when one of its sums was changed", async () => {
  const { turn, ask, reads } = setUp();
  await ask("may", ["2026-05"]);
  expect(await ask("may", ["2026-05"])).toEqual([row]);
  expect(reads).toEqual(["may"]);
  turn("2026-05");
  await ask("may", ["2026-05"]);
  expect(reads).toEqual(["may", "may"]);
});

it.each([
  ["a day", "2026-05-17", "2026-05"],
  ["a year", "2026", "2026-12"],
  ["a year whose own sum alone was changed", "2026", "2026"],
])("hears of a change within %s", async (_, span, month) => {
  const { turn, ask, reads } = setUp();
  await ask("asked", [span]);
  turn(month);
  await ask("asked", [span]);
  expect(reads).toHaveLength(2);
});

it("does not read a month again because of another", async () => {
  const { turn, ask, reads } = setUp();
  await ask("may", ["2026-05"]);
  for (const month of ["2026-04", "2026-06", "2025-05"]) turn(month);
  await ask("may", ["2026-05"]);
  expect(reads).toEqual(["may"]);
});

it("forgets what was asked for longest ago when it keeps too many rows", async () => {
  const { ask, reads } = setUp(3);
  await ask("a", ["2026-01"], [row, row]);
  await ask("b", ["2026-02"]);
  await ask("a", ["2026-01"], [row, row]);
  await ask("c", ["2026-03"]);
  await ask("a", ["2026-01"], [row, row]);
  expect(reads).toEqual(["a", "b", "c"]);
  await ask("b", ["2026-02"]);
  expect(reads).toEqual(["a", "b", "c", "b"]);
});
