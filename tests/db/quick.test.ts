/** The quick way of a prepared query answers what drizzle's own way answers, and texts are parsed once. */
import Database from "better-sqlite3";
import { and, asc, eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as c from "drizzle-orm/sqlite-core";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { quickened } from "../../db/quick.ts";
import { remembering } from "../../db/statements.ts";

const shouted = c.customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: (text) => text.toLowerCase(),
  fromDriver: (stored) => stored.toUpperCase(),
});
const people = c.sqliteTable("people", {
  id: c.text().primaryKey(),
  name: shouted(),
  isAway: c.integer({ mode: "boolean" }).notNull(),
  facts: c.text({ mode: "json" }).$type<unknown>(),
});
const desks = c.sqliteTable("desks", { person: c.text().primaryKey(), floor: c.integer() });

function house() {
  const sqlite = new Database(":memory:");
  onTestFinished(() => void sqlite.close());
  sqlite.exec(`create table people (id text primary key, name text, isAway integer not null, facts text);
    create table desks (person text primary key, floor integer);
    insert into people values ('a', 'li', 1, '{"b":[1,null]}'), ('b', null, 0, null), ('c', 'wu', 0, '"x"');
    insert into desks values ('a', 3), ('c', null);`);
  return { sqlite, db: drizzle(sqlite) };
}

const slot = (name: string) => sql`${sql.placeholder(name)}`;

describe("a query made quick", () => {
  const joined = ({ db }: ReturnType<typeof house>) =>
    db
      .select({
        person: people,
        desk: desks,
        floor: desks.floor,
        twice: sql<number>`2 * ${desks.floor}`.as("t"),
      })
      .from(people)
      .leftJoin(desks, eq(desks.person, people.id))
      .where(eq(people.isAway, slot("away")))
      .orderBy(asc(people.id));

  it.each([
    ["a left join that finds something", { away: 1 }],
    ["a left join that finds nothing, and one that finds a row with nothing in it", { away: 0 }],
  ])("answers as drizzle does: %s", (_name, values) => {
    const ready = joined(house()).prepare();
    const rows = quickened(ready)?.(values);
    expect(rows).toEqual(ready.all(values));
    expect(rows?.length).toBeGreaterThan(0);
  });

  it("answers as drizzle does: limits and expressions", () => {
    const { db } = house();
    const ready = db
      .select({ name: people.name, facts: people.facts, n: sql`count(*) over ()`.mapWith(String) })
      .from(people)
      .where(and(eq(people.name, sql.placeholder("name")), eq(people.isAway, sql.placeholder("away"))))
      .limit(sql.placeholder("limit"))
      .prepare();
    const values = { name: "li", away: 1, limit: 5 };
    expect(quickened(ready)?.(values)).toEqual(ready.all(values));
    expect(quickened(ready)?.(values)).toEqual([{ name: "LI", facts: { b: [1, null] }, n: "1" }]);
  });

  it("answers the rows that a write touched, its values encoded for their columns", () => {
    const { db, sqlite } = house();
    const ready = db
      .update(people)
      .set({ name: sql.placeholder("name") as never, isAway: sql.placeholder("away") as never })
      .where(eq(people.id, slot("id")))
      .returning({ name: people.name, isAway: people.isAway })
      .prepare();
    expect(quickened(ready)?.({ id: "b", name: "SUN", away: true })).toEqual([{ name: "SUN", isAway: true }]);
    expect(sqlite.prepare("select name, isAway from people where id = 'b'").get()).toEqual({
      name: "sun",
      isAway: 1,
    });
  });

  it("leaves alone what is no query of this driver", () => {
    expect(quickened({ execute: () => [] })).toBeNull();
  });
});

describe("statements remembered", () => {
  it("parses a text once, and forgets the one longest unused", () => {
    const { sqlite } = house();
    const parse = vi.spyOn(sqlite, "prepare");
    const known = remembering(sqlite);
    const prepare = (text: string) => known.prepare(text);
    prepare("select 1");
    for (let n = 0; n < 499; n++) prepare(`select ${n}, 1`);
    prepare("select 1");
    expect(parse).toHaveBeenCalledTimes(500);
    prepare("select 'one more'");
    prepare("select 1");
    expect(parse).toHaveBeenCalledTimes(501);
    prepare("select 0, 1");
    expect(parse).toHaveBeenCalledTimes(502);
  });
});
