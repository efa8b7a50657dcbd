/** However a box of the map is looked for, it shows the same cases: those inside, the latest changed first. */
import { rmSync } from "node:fs";
import { and, desc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCase, aDecision } from "../../fixtures/build.ts";
import { latestInBox } from "../../db/boxes.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Box } from "../../db/store.ts";
import type { Case } from "../../server/domain/case.ts";
import { openBase } from "../load/aged/openBase.ts";
import { temporaryFolder } from "../support/store.ts";

const folder = temporaryFolder();
const places = Array.from({ length: 60 }, (_, n) => ({
  lng: 118 + ((n * 37) % 60) / 100,
  lat: 35 + ((n * 23) % 60) / 100,
}));
const cases: Case[] = [];
let opened: ReturnType<typeof openBase>;

beforeAll(async () => {
  const store = openSqlite(folder);
  for (const [n, point] of places.entries()) {
    const one = aCase({ point, updatedAt: 1000 + ((n * 17) % 60) });
    cases.push(one);
    await store.commit(aDecision({ case: one }));
  }
  await store.commit(aDecision({ case: aCase({ point: null, placement: null }) }));
  await store.close();
  opened = openBase(folder);
});
afterAll(() => {
  opened.sqlite.close();
  rmSync(folder, { recursive: true, force: true });
});

const boxes: readonly Box[] = [
  { west: 118.1, east: 118.2, south: 35.1, north: 35.2 },
  { west: 118, east: 118.6, south: 35, north: 35.6 },
  { west: 118.015, east: 118.335, south: 35.005, north: 35.995 },
  { west: -180, east: 180, south: -90, north: 90 },
  { west: 10, east: 11, south: 10, north: 11 },
];

describe.each([
  { way: "by strips, sorted", few: 1000, isBare: false },
  { way: "by strips, the newest picked in the index", few: 2, isBare: true },
  { way: "walked by their last change", few: 2, isBare: false },
])("a box looked for $way", ({ few, isBare }) => {
  it.each(boxes)("shows what lies inside: $west to $east, $south to $north", async (box) => {
    const { db, tables } = opened.base;
    const limit = 12;
    const { condition } = await latestInBox(opened.base, box, { limit, isBare, few });
    const rows = await db
      .select({ id: tables.cases.id })
      .from(tables.cases)
      .where(and(condition))
      .orderBy(desc(tables.cases.updatedAt), desc(tables.cases.id))
      .limit(limit);
    expect(rows.map(({ id }) => id)).toEqual(plainly(box).slice(0, limit));
  });
});

function plainly({ west, east, south, north }: Box): readonly string[] {
  return cases
    .filter(
      ({ point }) =>
        point && point.lng >= west && point.lng <= east && point.lat >= south && point.lat <= north,
    )
    .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}
