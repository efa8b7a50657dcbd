import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCase, aDecision, aMove, buildTime } from "../../../fixtures/build.ts";
import { type Case, isOpen } from "../../../server/domain/case.ts";
import { withRules } from "../../../server/domain/caseRules.ts";
import { lampOf } from "../../../server/domain/clock.ts";
import { inScope, type Scope } from "../../../server/domain/permit.ts";
import type { CaseFilter, ListedCase, Page } from "../../../db/store.ts";
import type { Opened } from "../../support/engines.ts";

const everything: Scope = { kind: "all" };
const now = buildTime;

export function describeCases(current: () => Opened): void {
  const list = async (scope: Scope, filter: CaseFilter = {}, page: Partial<Page> = {}) =>
    await current().store.cases.list(
      scope,
      filter,
      { sort: "newest", after: null, limit: 500, ...page },
      now,
    );

  describe("the worklist", () => {
    it("shows exactly the cases that the scope of the core allows", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(randomCase, { maxLength: 6 }), randomScope, async (cases, scope) => {
          for (const found of cases) await current().store.commit(aDecision({ case: found() }));
          const all = (await list(everything)).rows;
          const expected = all.filter((row) => inScope(scope, row)).map((row) => row.id);
          expect((await list(scope)).rows.map((row) => row.id)).toEqual(expected);
          const archive = await current().store.cases.archiveCounts(scope, {}, now, 10_000);
          expect(archive.total).toBe(expected.length);
          const open = all.filter((row) => inScope(scope, row) && isOpen(row.state));
          expect((await current().store.cases.counts(scope, {}, now)).total).toBe(open.length);
        }),
        { numRuns: 30 },
      );
    });

    it("shows a case to each of those who take part in it, and to none who no longer does", async () => {
      const first = await current().store.commit(
        aDecision({ case: withParties(aCase({ leadUnit: "YW-9" }), ["YW-1", "YW-2"]) }),
      );
      if (first.kind !== "committed") throw new Error(first.kind);
      const second = await current().store.commit(
        aDecision({ case: withParties(aCase(), ["YW-2", "YW-2"]) }),
      );
      if (second.kind !== "committed") throw new Error(second.kind);
      const [one, two] = [first.case, second.case];
      const seenBy = async (unit: string, filter: CaseFilter = {}) => {
        const scope = { kind: "unit", unit, account: "nobody" } as const;
        const ids: string[] = [];
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof list>> = await list(scope, filter, { after, limit: 1 });
          ids.push(...page.rows.map((row) => row.id));
          after = page.next;
        } while (after !== null);
        expect(await current().store.cases.archiveCounts(scope, filter, now, 10)).toMatchObject({
          total: ids.length,
        });
        return ids;
      };
      expect(await seenBy("YW-1")).toEqual([one.id]);
      expect(await seenBy("YW-2")).toEqual([two.id, one.id]);
      expect(await seenBy("YW-2", { unit: "YW-9" })).toEqual([one.id]);
      const moved = aMove(one, withRules(one, { parties: ["YW-3", "YW-2"] }));
      expect((await current().store.commit(moved)).kind).toBe("committed");
      expect(await seenBy("YW-1")).toEqual([]);
      expect(await seenBy("YW-2")).toEqual([two.id, one.id]);
      expect(await seenBy("YW-3")).toEqual([one.id]);
      const ended = { ...aMove(two, withRules(two, { parties: [] })), before: null };
      expect((await current().store.commit(ended)).kind).toBe("committed");
      expect(await seenBy("YW-2")).toEqual([one.id]);
    });

    it("filters as the same words would in plain code", async () => {
      const all = (await list(everything)).rows;
      for (const { filter, keeps } of filters) {
        const expected = all.filter(keeps).map((row) => row.id);
        expect([filter, (await list(everything, filter)).rows.map((row) => row.id)]).toEqual([
          filter,
          expected,
        ]);
      }
    });

    it("pages through the newest cases without a gap or a double", async () => {
      const all = (await list(everything)).rows.map((row) => row.id);
      expect(await walk("newest")).toEqual(all);
      expect(all).toEqual(all.toSorted().toReversed());
    });

    it("pages through open cases by due instant, also where many share one", async () => {
      const all = (await list(everything)).rows;
      const expected = all
        .filter((row) => isOpen(row.state) && row.dueAt !== null)
        .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1));
      expect(await walk("due")).toEqual(expected.map((row) => row.id));
    });

    it("finds words with signs that mean something to the database", async () => {
      const odd = aCase({ text: "折扣100%_\\真的吗 ABC" });
      await current().store.commit(aDecision({ case: odd }));
      for (const words of ["100%_", "_\\真", "abc"]) {
        const found = (await list(everything, { words })).rows.map((row) => row.id);
        expect(found).toEqual([odd.id]);
      }
      expect((await list(everything, { words: "1%0" })).rows).toEqual([]);
    });

    async function walk(sort: Page["sort"]): Promise<readonly string[]> {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await list(
          { kind: "township", township: "none", account: "nobody" },
          {},
          { sort, after, limit: 7 },
        );
        expect(page.rows).toEqual([]);
        const next = await list(everything, {}, { sort, after, limit: 7 });
        seen.push(...next.rows.map((row) => row.id));
        after = next.next;
      } while (after !== null);
      return seen;
    }
  });

  describe("the counts of open cases", () => {
    it("agree with the lamps of the core", async () => {
      const open = (await list(everything)).rows.filter((row) => isOpen(row.state));
      const counts = await current().store.cases.counts(everything, {}, now);
      for (const lamp of ["green", "amber", "red", "severe"] as const)
        expect(counts.byLamp[lamp]).toBe(open.filter((row) => lampOf(row, now) === lamp).length);
      for (const [state, n] of Object.entries(counts.byState))
        expect(n).toBe(open.filter((row) => row.state === state).length);
    });
  });

  describe("open cases by hands and cells", () => {
    it("are counted as plain code would", async () => {
      const { stats } = current().store;
      const all = (await list(everything)).rows;
      const open = all.filter((row) => isOpen(row.state));
      const isOverdue = (row: ListedCase) => row.dueAt !== null && row.dueAt <= now;
      for (const { cell, ...counts } of await stats.byCell(everything, now)) {
        const there = open.filter((row) => row.cellCode === cell);
        expect(counts).toEqual({ open: there.length, overdue: there.filter(isOverdue).length });
      }
      for (const { holder, overdue, oldestDueAt } of await stats.byHolder(everything, now)) {
        const late = open.filter((row) => row.holder === holder && isOverdue(row));
        const earliest = Math.min(...late.map((row) => row.dueAt ?? Infinity));
        expect({ overdue, oldestDueAt }).toEqual({
          overdue: late.length,
          oldestDueAt: late.length === 0 ? null : earliest,
        });
      }
      expect(await stats.reportedIn(everything, { from: 0, to: Number.MAX_SAFE_INTEGER })).toBe(all.length);
      expect(await stats.byCell({ kind: "none" }, now)).toEqual([]);
    });
  });

  describe("pins on the map", () => {
    it("lie inside the box and carry what the lamp needs", async () => {
      const far = aCase({ point: { lng: 100.5, lat: 25.5 } });
      await current().store.commit(aDecision({ case: far }));
      const box = { west: 100, south: 25, east: 101, north: 26 };
      const view = { box, limit: 10, now };
      const pins = await current().store.cases.pins(everything, { lamp: "green" }, view);
      expect(pins).toEqual([
        {
          id: far.id,
          number: far.number,
          state: "reported",
          text: far.text,
          address: far.address,
          itemCode: far.itemCode,
          cellCode: far.cellCode,
          holder: far.holder,
          lng: 100.5,
          lat: 25.5,
          warnAt: far.warnAt,
          dueAt: far.dueAt,
          severeAt: far.severeAt,
          dueBy: far.dueBy,
        },
      ]);
      expect(await current().store.cases.pins({ kind: "none" }, {}, view)).toEqual([]);
    });

    const placed = async () => {
      for (const dueAt of [now - 5, null, now + 9]) {
        const found = aCase({ point: { lng: 101.5, lat: 26.5 }, dueAt });
        await current().store.commit(aDecision({ case: found }));
      }
    };

    it("stand by urgency where asked, and those without a clock at the end", async () => {
      const { cases } = current().store;
      await placed();
      const view = { box: { west: -180, south: -90, east: 180, north: 90 }, limit: 5000, now };
      const dues = (await cases.pins(everything, {}, { ...view, sort: "due" })).map(
        ({ dueAt }) => dueAt ?? Infinity,
      );
      expect(dues).toEqual([...dues].sort((a, b) => a - b));
      expect(dues.at(-1)).toBe(Infinity);
      expect(dues[0]).toBeLessThan(now);
    });

    it("are as many as there are points, each with the lamp that plain code gives", async () => {
      const { cases } = current().store;
      await placed();
      const view = { box: { west: -180, south: -90, east: 180, north: 90 }, limit: 5000, now };
      const byNumber = <T extends { readonly number: string }>(rows: readonly T[]) =>
        [...rows].sort((a, b) => (a.number < b.number ? -1 : 1));
      const expected = (await cases.pins(everything, {}, view)).map((pin) => ({
        lng: pin.lng,
        lat: pin.lat,
        number: pin.number,
        itemCode: pin.itemCode,
        lamp: lampOf(pin, now),
      }));
      expect(byNumber(await cases.points(everything, {}, view))).toEqual(byNumber(expected));
      expect(await cases.points(everything, {}, { limit: 2, now })).toHaveLength(2);
      expect(await cases.points({ kind: "none" }, {}, view)).toEqual([]);
    });
  });
}

const filters: readonly { readonly filter: CaseFilter; readonly keeps: (row: ListedCase) => boolean }[] = [
  { filter: { states: ["closed", "handled"] }, keeps: (row) => ["closed", "handled"].includes(row.state) },
  { filter: { states: ["reported"] }, keeps: (row) => row.state === "reported" },
  { filter: { lamp: "red" }, keeps: (row) => lampOf(row, now) === "red" },
  { filter: { lamp: "green" }, keeps: (row) => lampOf(row, now) === "green" },
  { filter: { unit: "unit-1" }, keeps: (row) => row.leadUnit === "unit-1" },
  { filter: { desk: true }, keeps: (row) => row.desk.length > 0 },
  { filter: { desk: false }, keeps: (row) => row.desk.length === 0 },
  { filter: { overdueEver: true }, keeps: (row) => row.missed > 0 },
  { filter: { reportedBy: "worker-1" }, keeps: (row) => row.reportedBy === "worker-1" },
  {
    filter: { dueFrom: now, dueTo: now + 100 },
    keeps: (row) => row.dueAt !== null && row.dueAt >= now && row.dueAt < now + 100,
  },
  {
    filter: { township: "371122101", holder: ["371122101"] },
    keeps: (row) => row.townshipCode === "371122101" && row.holder === "371122101",
  },
];

/** Drawn from few values, so that scopes and cases meet often; ids are made when the case is stored. */
const randomCase = fc
  .record({
    cellCode: fc.constantFrom("371122101001001", "371122102001001", null),
    leadUnit: fc.constantFrom("371122101", "unit-1", "unit-2", null),
    reportedBy: fc.constantFrom("worker-1", "clerk-1", null),
    state: fc.constantFrom("reported", "handled", "closed", "declined"),
    desk: fc.constantFrom([], ["unplaced" as const]),
    missed: fc.constantFrom(0, 2),
    dueAt: fc.constantFrom(now - 100, now, now + 50, now + 100, null),
    severeAt: fc.constantFrom(now - 10, now + 1000, null),
    parties: fc.subarray(["371122101", "371122102", "371122101001001", "unit-1", "unit-3"]),
  })
  .map(
    ({ parties, ...parts }) =>
      () =>
        withParties(aCase(parts), parties),
  );

function withParties(found: Case, parties: readonly string[]): Case {
  return parties.length === 0 ? found : { ...found, ...withRules(found, { parties }) };
}

const randomScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom<Scope>({ kind: "all" }, { kind: "none" }, { kind: "case", caseId: "case-000001" }),
  fc.record({
    kind: fc.constant("cells" as const),
    cells: fc.subarray(["371122101001001", "371122102001001", "371122103001001"]),
    account: fc.constantFrom("worker-1", "worker-2"),
  }),
  fc.record({
    kind: fc.constant("township" as const),
    township: fc.constantFrom("371122101", "371122102"),
    account: fc.constantFrom("worker-1", "clerk-1"),
  }),
  fc.record({
    kind: fc.constant("unit" as const),
    unit: fc.constantFrom("unit-1", "unit-3"),
    account: fc.constantFrom("clerk-1", "clerk-2"),
  }),
);
