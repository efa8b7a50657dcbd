import { describe, expect, it } from "vitest";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import type { Case } from "../../../server/domain/case.ts";
import { withRules } from "../../../server/domain/caseRules.ts";
import { DAY, startOfDay } from "../../../server/domain/time.ts";
import type { Opened } from "../../support/engines.ts";

export function describeStats(current: () => Opened): void {
  const add = async (parts: Partial<Case>) => {
    const answer = await current().store.commit(aDecision({ case: aCase(parts), clocks: [] }));
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case;
  };
  describe("the open cases of a unit", () => {
    it("are counted with those that are overdue, within the scope of who asks", async () => {
      const unit = nextId("unit");
      await add({ leadUnit: unit, dueAt: 500 });
      await add({ leadUnit: unit, dueAt: 501 });
      await add({ leadUnit: unit, state: "closed", dueAt: null });
      const { stats } = current().store;
      const scope = { kind: "unit" as const, unit, account: "nobody" };
      expect(await stats.openByUnit(scope, 500)).toEqual([{ unit, open: 2, overdue: 1 }]);
      const all = await stats.openByUnit({ kind: "all" }, 500);
      expect(all.filter((row) => row.unit === unit)).toEqual([{ unit, open: 2, overdue: 1 }]);
    });
  });

  describe("the archive", () => {
    it("is counted with what is over, and no further than asked", async () => {
      const leadUnit = nextId("unit");
      for (const state of ["closed", "closed", "declined", "accepted"] as const)
        await add({ leadUnit, state });
      const { cases } = current().store;
      const scope = { kind: "unit" as const, unit: leadUnit, account: "nobody" };
      const byState = { closed: 2, declined: 1, accepted: 1 };
      expect(await cases.archiveCounts(scope, {}, 0, 4)).toEqual({ byState, total: 4, more: false });
      expect(await cases.archiveCounts(scope, { states: ["closed"] }, 0, 4)).toEqual({
        byState: { closed: 2 },
        total: 2,
        more: false,
      });
      expect(await cases.archiveCounts(scope, {}, 0, 3)).toMatchObject({ total: 3, more: true });
    });

    it("is looked through from the newest case on", async () => {
      const leadUnit = nextId("unit");
      for (const state of ["closed", "declined", "accepted"] as const) await add({ leadUnit, state });
      const scope = { kind: "unit" as const, unit: leadUnit, account: "nobody" };
      expect(await current().store.cases.archiveCounts(scope, {}, 0, 1)).toEqual({
        byState: { declined: 1, accepted: 1 },
        total: 1,
        more: true,
      });
    });

    it("counts a case once, in however many ways somebody may see it", async () => {
      const leadUnit = nextId("unit");
      const account = nextId("account");
      const both = withRules({}, { parties: [leadUnit] });
      await add({ leadUnit, reportedBy: account, ...both });
      await add({ reportedBy: account, ...both });
      await add({ leadUnit });
      const scope = { kind: "unit" as const, unit: leadUnit, account };
      expect(await current().store.cases.archiveCounts(scope, {}, 0, 9)).toMatchObject({ total: 3 });
    });
  });

  describe("open cases at a glance", () => {
    it("are counted by whose hands they are in, as far as these were warned", async () => {
      const holder = nextId("unit");
      const scope = { kind: "unit" as const, unit: holder, account: "nobody" };
      const mine = { leadUnit: holder, holder };
      await add({ ...mine, warnAt: 10, dueAt: 100 });
      await add({ ...mine, warnAt: 10, dueAt: 90 });
      await add({ ...mine, warnAt: 99, dueAt: 101 });
      await add({ ...mine, warnAt: 101, dueAt: 200 });
      await add({ ...mine, state: "closed", warnAt: 10, dueAt: 50 });
      const { stats } = current().store;
      const told = [{ holder, overdue: 2, warned: 1, oldestDueAt: 90 }];
      expect(await stats.byHolder(scope, 100)).toEqual(told);
      const all = await stats.byHolder({ kind: "all" }, 100);
      expect(all.filter((row) => row.holder === holder)).toEqual(told);
    });

    it("are counted by cell, and all cases by when they were reported", async () => {
      const cellCode = nextId("cell");
      const scope = { kind: "cells" as const, cells: [cellCode], account: "nobody" };
      await add({ cellCode, dueAt: 90, reportedAt: 10 });
      await add({ cellCode, dueAt: 101, reportedAt: 20 });
      await add({ cellCode, state: "closed", reportedAt: 30 });
      const { stats } = current().store;
      const told = [{ cell: cellCode, open: 2, overdue: 1 }];
      expect(await stats.byCell(scope, 100)).toEqual(told);
      const all = await stats.byCell({ kind: "all" }, 100);
      expect(all.filter((row) => row.cell === cellCode)).toEqual(told);
      expect(await stats.reportedIn(scope, { from: 20, to: Number.MAX_SAFE_INTEGER })).toBe(2);
      expect(await stats.reportedIn(scope, { from: 10, to: 30 })).toBe(2);
    });

    it("are counted by township, and reports of a span by township and item", async () => {
      const [townshipCode, itemCode] = [nextId("township"), nextId("item")];
      const scope = { kind: "township" as const, township: townshipCode, account: "nobody" };
      await add({ townshipCode, itemCode, dueAt: 90, reportedAt: 10 });
      await add({ townshipCode, itemCode, dueAt: 101, reportedAt: 19 });
      await add({ townshipCode, itemCode: null, state: "closed", reportedAt: 20 });
      const { stats } = current().store;
      const told = [{ township: townshipCode, open: 2, overdue: 1 }];
      expect(await stats.openByTownship(scope, 100)).toEqual(told);
      const all = await stats.openByTownship({ kind: "all" }, 100);
      expect(all.filter((row) => row.township === townshipCode)).toEqual(told);
      const reported = (by: "township" | "item", from: number, to: number) =>
        stats.reportedBy(scope, by, { from, to });
      expect(await reported("township", 10, 20)).toEqual(new Map([[townshipCode, 2]]));
      expect(await reported("township", 10, 21)).toEqual(new Map([[townshipCode, 3]]));
      expect(await reported("item", 0, 100)).toEqual(new Map([[itemCode, 2]]));
      expect(await reported("item", 21, 100)).toEqual(new Map());
    });

    it("are counted by the Chinese day of their report", async () => {
      const townshipCode = nextId("township");
      const scope = { kind: "township" as const, township: townshipCode, account: "nobody" };
      const midnight = startOfDay(20_500);
      for (const reportedAt of [midnight - 1, midnight, midnight + DAY - 1, midnight + DAY])
        await add({ townshipCode, reportedAt });
      const span = { from: midnight - 1, to: midnight + DAY };
      expect(await current().store.stats.reportedByDay(scope, span)).toEqual(
        new Map([
          [20_499, 1],
          [20_500, 2],
        ]),
      );
    });

    it("are told one by one with where they lie, to be counted by another grid", async () => {
      const leadUnit = nextId("unit");
      const scope = { kind: "unit" as const, unit: leadUnit, account: "nobody" };
      await add({ leadUnit, cellCode: "1", dueAt: 100, point: { lng: 118.8, lat: 35.6 } });
      await add({ leadUnit, cellCode: null, dueAt: 101, point: { lng: 118.9, lat: 35.6 } });
      await add({ leadUnit, cellCode: "2", dueAt: null, point: null });
      await add({ leadUnit, cellCode: null, dueAt: 100, point: null });
      await add({ leadUnit, cellCode: "3", state: "closed", point: { lng: 118.8, lat: 35.6 } });
      const rows = await current().store.stats.openPlaces(scope, 100);
      expect(rows.toSorted((a, b) => (a.cell < b.cell ? -1 : 1))).toEqual([
        { cell: "", lng: 118.9, lat: 35.6, isOverdue: false },
        { cell: "1", lng: 118.8, lat: 35.6, isOverdue: true },
        { cell: "2", lng: null, lat: null, isOverdue: false },
      ]);
    });
  });
}
