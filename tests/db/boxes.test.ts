/** However a box of the map is looked for, it shows the same cases: those inside, the latest changed first. */
import {
  type Arbitrary,
  assert,
  asyncProperty,
  constantFrom,
  double,
  integer,
  oneof,
  record,
  tuple,
} from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCase, aDecision } from "../../fixtures/build.ts";
import type { Box, CaseFilter } from "../../db/store.ts";
import type { Case } from "../../server/domain/case.ts";
import { DAY } from "../../server/domain/time.ts";
import { availableEngines, type Opened } from "../support/engines.ts";

const all = { kind: "all" } as const;
const END = Date.UTC(2026, 10, 20);
const ITEM = "020101";

/** Ten years: many on corners of strips, several changed in one moment, at the edges of a month, and one without a place. */
const cases: readonly Case[] = [
  ...Array.from({ length: 120 }, (_, n) =>
    aCase({
      point: { lng: 118 + ((n * 37) % 60) / 100, lat: 35 + ((n * 23) % 60) / 100 },
      updatedAt: END - ((n * 17) % 40) * 90 * DAY - (n % 3 === 0 ? 0 : n),
      ...(n % 4 === 0 ? { itemCode: ITEM } : {}),
    }),
  ),
  ...[0, 1, 2].map((n) => aCase({ point: { lng: 118.2, lat: 35.2 }, updatedAt: 30 * DAY * 600 - 1 + n })),
  aCase({ point: null, placement: null }),
];

const degrees = (least: number, most: number) =>
  oneof(
    double({ min: least, max: most, noNaN: true }),
    integer({ min: least * 100, max: most * 100 }).map((hundredths) => hundredths / 100),
  );

const boxes: Arbitrary<Box> = tuple(
  degrees(117, 120),
  degrees(117, 120),
  degrees(34, 37),
  degrees(34, 37),
).map(([a, b, c, d]) => ({
  west: Math.min(a, b),
  east: Math.max(a, b),
  south: Math.min(c, d),
  north: Math.max(c, d),
}));
const someBoxes = oneof(
  boxes,
  constantFrom(
    { west: -180, east: 180, south: -90, north: 90 },
    { west: 10, east: 11, south: 10, north: 11 },
    // Upside down: holds nothing
    { west: 118.3, east: 118.2, south: 35.6, north: 35.1 },
  ),
);

describe.each(await availableEngines())("a box of the map on $name", (engine) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await engine.open();
    for (const one of cases) await opened.store.commit(aDecision({ case: one }));
  }, 120_000);
  afterAll(async () => {
    await opened.close();
  });

  it("shows what a plain look at every case finds", { timeout: 120_000 }, async () => {
    const asked = record({
      box: someBoxes,
      limit: integer({ min: 1, max: 130 }),
      filter: constantFrom<CaseFilter>({}, { item: ITEM }, { item: "nothing" }),
      sort: constantFrom(undefined, "due" as const),
    });
    await assert(
      asyncProperty(asked, async ({ box, limit, filter, sort }) => {
        const view = { box, limit, now: END, ...(sort === undefined ? {} : { sort }) };
        const pins = await opened.store.cases.pins(all, filter, view);
        const plain = plainly(box, filter, sort === "due");
        expect(pins.map(({ id }) => id)).toEqual(plain.slice(0, limit));
      }),
      { numRuns: 150 },
    );
  });
});

it("shows nothing of a county without a case", async () => {
  const [engine] = await availableEngines();
  const opened = await engine?.open();
  const box = { west: 118, east: 119, south: 35, north: 36 };
  expect(await opened?.store.cases.pins(all, {}, { box, limit: 10, now: END })).toEqual([]);
  await opened?.close();
});

function plainly({ west, east, south, north }: Box, { item }: CaseFilter, byDue: boolean): readonly string[] {
  const inside = cases.filter(
    ({ point, itemCode }) =>
      point &&
      point.lng >= west &&
      point.lng <= east &&
      point.lat >= south &&
      point.lat <= north &&
      (item === undefined || itemCode === item),
  );
  const later = (a: Case, b: Case) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1);
  const sooner = (a: Case, b: Case) =>
    (a.dueAt === null ? 1 : 0) - (b.dueAt === null ? 1 : 0) ||
    (a.dueAt ?? 0) - (b.dueAt ?? 0) ||
    (a.id < b.id ? -1 : 1);
  return inside.toSorted(byDue ? sooner : later).map(({ id }) => id);
}
