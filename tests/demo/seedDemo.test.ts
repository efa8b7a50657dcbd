import { presetConfig } from "../../server/config.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../db/store.ts";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { loadPeople } from "../../fixtures/load.ts";
import { seedDemo } from "../../server/demo/seedDemo.ts";
import { createDeps } from "../../server/deps.ts";
import { assistantsOf } from "../../server/domain/assignment.ts";
import type { Case } from "../../server/domain/case.ts";
import { lampOf } from "../../server/domain/clock.ts";
import type { Reading } from "../../server/domain/reader.ts";
import { stagesOf } from "../../server/domain/staging.ts";
import { DAY } from "../../server/domain/time.ts";
import { stateWords } from "../../server/domain/words.ts";
import { bareGround } from "../../server/ground.ts";
import { at } from "../support/calendar.ts";
import { reference } from "../support/county.ts";
import { openLooseStore, temporaryFolder } from "../support/store.ts";

/** A Friday afternoon. */
const now = at("2026-11-20 15:00");

interface Month {
  readonly store: Store;
  readonly cases: readonly Case[];
  readonly remove: () => Promise<void>;
}

/** The whole demo in a store of its own; the reader asks a person about everything. */
async function tellMonth(): Promise<Month> {
  const loose = await openLooseStore();
  const { store } = loose;
  const { cells } = loadCounty();
  for (const { username, communities, ...person } of loadPeople().people) {
    const own = cells.filter((cell) => communities.includes(cell.communityCode)).map(({ code }) => code);
    const account = { posts: [], ...person, id: username, username, cells: own, disabled: false, demo: true };
    await store.people.put({ ...account, createdAt: now }, "");
  }
  const unsure: Reading = { candidates: [], sure: false, speech: "report", danger: [], why: "noWords" };
  const config = { ...presetConfig(), port: 0, host: "", dataDir: temporaryFolder(), databaseUrl: "" };
  await seedDemo(
    createDeps({
      config: { ...config, demo: true, trustProxy: false, metrics: "off" },
      store,
      clock: { now: () => now },
      log: () => undefined,
      reference,
      reader: { classify: () => unsure },
      cells,
      ground: bareGround,
    }),
  );
  const page = { sort: "newest", after: null, limit: 1000 } as const;
  const listed = await store.cases.list({ kind: "all" }, {}, page, now);
  return {
    store,
    remove: () => loose.remove(),
    cases: await Promise.all(listed.rows.map(async ({ id }) => await wholeCase(store, id))),
  };
}

async function wholeCase(store: Store, id: string): Promise<Case> {
  const found = await store.cases.byId(id);
  if (!found) throw new Error(`Listed, but not found: ${id}`);
  return found;
}

let month: Month;
let again: Month;

beforeAll(async () => {
  month = await tellMonth();
  again = await tellMonth();
});

afterAll(async () => {
  await month.remove();
  await again.remove();
});

describe("the demo county", () => {
  it("has some hundreds of cases of the last month", () => {
    expect(month.cases.length).toBeGreaterThan(350);
    expect(Math.min(...month.cases.map((row) => row.reportedAt))).toBeGreaterThan(now - 32 * DAY);
    expect(Math.max(...month.cases.map((row) => row.updatedAt))).toBeLessThanOrEqual(now);
  });

  it("has cases in every state of the main line", () => {
    const states = new Set<string>(month.cases.map((row) => row.state));
    const aside = ["verifying", "waiting", "suspended", "unsolved", "split", "merged", "withdrawn"];
    const line = Object.keys(stateWords).filter((state) => !aside.includes(state));
    expect(line.filter((state) => !states.has(state))).toEqual([]);
  });

  it("tells the same month again on the same day", () => {
    const told = ({ cases }: Month) =>
      cases.map(
        ({ number, text, state, reportedAt, missed, returns, reworks, rating, holder, updatedAt }) => {
          return { number, text, state, reportedAt, missed, returns, reworks, rating, holder, updatedAt };
        },
      );
    expect(told(again)).toEqual(told(month));
  });

  it("happens at whole milliseconds, as PostgreSQL keeps no parts of them", () => {
    const instants = month.cases.flatMap((row) => [row.reportedAt, row.updatedAt, row.dueAt ?? 0]);
    expect(instants.filter((instant) => !Number.isInteger(instant))).toEqual([]);
  });

  it("verifies to the last event", async () => {
    expect(await month.store.verify()).toMatchObject({ cases: month.cases.length, faults: [] });
  });

  it("is mostly on time, but not always", () => {
    const missed = month.cases.filter((row) => row.missed > 0).length / month.cases.length;
    expect(missed).toBeGreaterThan(0.05);
    expect(missed).toBeLessThan(0.3);
  });

  it("knows returns, rework, urging and every score", () => {
    expect(month.cases.some((row) => row.returns > 0)).toBe(true);
    expect(month.cases.some((row) => row.reworks > 0)).toBe(true);
    expect(month.cases.some((row) => assistantsOf(row).some(({ state }) => state === "done"))).toBe(true);
    expect(month.cases.some((row) => stagesOf(row).some(({ doneAt }) => doneAt !== null))).toBe(true);
    expect(month.cases.some((row) => row.urges > 0)).toBe(true);
    expect(new Set(month.cases.flatMap(({ rating }) => (rating ? [rating.score] : []))).size).toBe(5);
  });

  it.each([
    ["wangge1 finds results to check", (row: Case) => row.state === "handled" && inBeat(row.holder)],
    ["xiangzhen1 finds reports to file", (row: Case) => row.state === "reported" && row.holder === town],
    ["xiangzhen1 finds cases to dispatch", (row: Case) => row.state === "filed" && row.holder === town],
    ["xiangzhen1 finds cases to close", (row: Case) => row.state === "checked" && row.holder === town],
    ["bumen1 finds cases to accept", (row: Case) => row.state === "dispatched" && row.holder === "LD"],
    ["bumen1 finds cases to handle", (row: Case) => row.state === "accepted" && row.holder === "LD"],
    ["the county desk finds reports without a place", (row: Case) => row.desk.includes("unplaced")],
    ["a lamp is amber", (row: Case) => lampOf(row, now) === "amber"],
    ["a lamp is red", (row: Case) => lampOf(row, now) === "red"],
    ["a lamp is beyond red", (row: Case) => lampOf(row, now) === "severe"],
  ])("%s today", (_, isOne) => {
    expect(month.cases.filter(isOne)).not.toEqual([]);
  });

  it("writes warnings and misses at their computed instants", async () => {
    const late = month.cases.find((row) => row.missed > 0 && row.state === "closed");
    const history = await month.store.cases.history(late?.id ?? "");
    const overdue = history.find((event) => event.action === "overdue");
    expect(overdue?.at).toBe(overdue?.facts["due"]);
    expect(history.map((event) => event.at)).toEqual(history.map((event) => event.at).sort((a, b) => a - b));
  });
});

const town = "371122001";

function inBeat(holder: string | null): boolean {
  return holder !== null && /^37112200100[1-6]/.test(holder);
}

describe("the calls of the demo county", () => {
  it("stand at every step, for those whose turn it is", async () => {
    const page = { sort: "newest", after: null, limit: 100 } as const;
    const { rows } = await month.store.calls.list({ kind: "all" }, {}, page);
    const states = ["asked", "uncaught", "open", "done", "signedOff", "closed"];
    expect([...new Set(rows.map(({ state }) => state))].toSorted()).toEqual(states.toSorted());
    expect(rows.some(({ reopens }) => reopens > 0)).toBe(true);
    expect(rows.some(({ climbed }) => climbed === 2)).toBe(true);
    expect(rows.some(({ unheard }) => unheard.length > 0)).toBe(true);
    expect(rows.some(({ caseId }) => caseId !== null)).toBe(true);
    const answers = rows.flatMap((row) => row.answers);
    expect(answers.some(({ absent }) => absent)).toBe(true);
    expect(answers.some(({ state }) => state === "declined")).toBe(true);
    const lights = await month.store.calls.counts({ kind: "unit", unit: "LD", account: "bumen1" }, "LD");
    expect(lights.todo).toBeGreaterThan(2);
  });
});

describe("the components of the demo county", () => {
  it("are some thousands, each with a code of its own in a cell of the county", async () => {
    const total = await month.store.components.count({});
    expect(total).toBeGreaterThan(5000);
    const all = await month.store.components.list({}, { after: "", limit: total });
    expect(new Set(all.map(({ code }) => code)).size).toBe(total);
    expect(all.filter(({ cellCode }) => cellCode === null)).toEqual([]);
    expect(all.filter(({ source }) => !source.includes("虚构"))).toEqual([]);
  });

  it("have cases of their own, and one lamp fails again and again", async () => {
    expect(month.cases.filter(({ rules }) => rules?.component).length).toBeGreaterThan(20);
    const since = now - reference.components.repeated.days * DAY;
    const repeated = { cases: reference.components.repeated.cases, since };
    expect(await month.store.components.count({ repeated })).toBeGreaterThan(0);
  });
});
