/** The database that everything is measured on is a county: nothing in it is bent, and its years are full. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";
import { inScope, standingOf } from "../../server/domain/permit.ts";
import { at } from "../support/calendar.ts";
import { temporaryFolder } from "../support/store.ts";
import { age } from "./aged/age.ts";

const now = at("2026-11-20 09:00");
const all = { kind: "all" } as const;
const ever = { from: 0, to: now };

describe("a county aged to 120 cases, 60 of them chained", () => {
  const folder = temporaryFolder();
  let store: Store;
  beforeAll(async () => {
    await age({ folder, cases: 120, chained: 60, patterns: 12, seed: "1", now });
    store = openSqlite(folder);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("has as many cases as were asked for, most of them older than the month that was played", async () => {
    expect(await store.stats.reportedIn(all, ever)).toBe(120);
    const lately = await store.stats.reportedIn(all, { from: now - 35 * 86_400_000, to: now });
    expect(lately).toBeLessThan(60);
    expect(lately).toBeGreaterThan(0);
  });

  it("is verified whole where it is chained, and named where it is not", async () => {
    const { cases, faults } = await store.verify();
    expect(cases).toBe(120);
    expect(new Set(faults.map(({ caseId }) => caseId)).size).toBe(60);
  });

  it("is found and summed like a county that was lived in", async () => {
    expect(await store.words.areCaughtUp()).toBe(true);
    expect(await store.words.recount()).toMatchObject({ cases: 120, bent: [], isIndexBent: false });
    const { sums, bent } = await store.evaluation.recountSums();
    expect(sums).toBeGreaterThan(0);
    expect(bent).toBe(0);
  });

  it("has every case in the order of time, under a number of its own", async () => {
    const page = { sort: "newest", after: null, limit: 200 } as const;
    const { rows } = await store.cases.list(all, {}, page, now);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(120);
    const days = rows.map(({ number }) => number.slice(0, 8));
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it("shows cases to each of their parties", async () => {
    const { rows } = await store.cases.list(all, {}, { sort: "newest", after: null, limit: 200 }, now);
    const units = new Set(rows.flatMap((row) => standingOf(row).parties));
    expect(units.size).toBeGreaterThan(0);
    for (const unit of units) {
      const scope = { kind: "unit", unit, account: "nobody" } as const;
      const found = await store.cases.list(scope, {}, { sort: "newest", after: null, limit: 200 }, now);
      expect(found.rows).toEqual(rows.filter((row) => inScope(scope, row)));
    }
  });

  it("sends nothing, counts nothing and looks at nothing of years ago", async () => {
    expect(await store.evaluation.catchUp(10)).toBe(0);
    const { unsentNotices } = await store.gauges.house(now);
    expect(unsentNotices).toBe(0);
    const next = await store.clocks.nextLook();
    if (next !== null) expect(next).toBeGreaterThan(now - 40 * 86_400_000);
  });

  it("draws the next number of a day after those that are taken", async () => {
    const [newest] = (await store.cases.list(all, {}, { sort: "newest", after: null, limit: 1 }, now)).rows;
    const day = newest?.number.slice(0, 8) ?? "";
    const serial = await store.drawNumber(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
    expect(await store.cases.byNumber(`${day}-${String(serial).padStart(5, "0")}`)).toBeNull();
    expect(await store.cases.byNumber(`${day}-${String(serial - 1).padStart(5, "0")}`)).not.toBeNull();
  });
});

it("is verified whole when all of it is chained", async () => {
  const folder = temporaryFolder();
  await age({ folder, cases: 40, patterns: 12, seed: "2", now });
  const store = openSqlite(folder);
  expect(await store.verify()).toMatchObject({ cases: 40, faults: [] });
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
