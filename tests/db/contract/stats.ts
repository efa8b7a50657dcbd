import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, aMove, nextId } from "../../../fixtures/build.ts";
import type { Case, CaseEvent } from "../../../server/domain/case.ts";
import type { Clock } from "../../../server/domain/clock.ts";
import type { Opened } from "../../support/engines.ts";

export function describeStats(current: () => Opened): void {
  const add = async (parts: Partial<Case>, clocks: readonly Partial<Clock>[] = []) => {
    const found = aCase(parts);
    const rows = clocks.map((clock) => aClock(found, { unit: found.leadUnit, lookAt: null, ...clock }));
    const answer = await current().store.commit(aDecision({ case: found, clocks: rows }));
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case;
  };
  const act = async (on: Case, action: CaseEvent["action"], at: number, actorUnit: string) =>
    await current().store.commit(aMove(on, {}, { action, at, actorUnit }));

  describe("the counts of a unit in a period", () => {
    it("hold what ended, went back, was closed and is open, and nothing of other periods", async () => {
      const unit = nextId("unit");
      const other = nextId("unit");
      const closed = { leadUnit: unit, state: "closed" as const, dueAt: null };
      await add({ ...closed, closedAt: 150, rating: { score: 3, by: "reporter", at: 151 } }, [
        { kind: "accept", outcome: "met", startedAt: 100, stoppedAt: 100 },
        { kind: "handle", outcome: "missed", stoppedAt: 199 },
        { kind: "check", outcome: "met", stoppedAt: 150 },
      ]);
      await add({ ...closed, closedAt: 199, rating: { score: 2, by: "centre", at: 151 } }, [
        { kind: "handle", outcome: "void", stoppedAt: 150 },
        { kind: "handle", outcome: "met", stoppedAt: 200 },
      ]);
      await add({ ...closed, closedAt: 200 });
      const late = await add({ leadUnit: unit, dueAt: 500 });
      await act(late, "rework", 120, "checker");
      await act(await add({ leadUnit: other, dueAt: 501 }), "return", 120, unit);

      const counts = await current().store.stats.byUnit({ kind: "all" }, 100, 200, 500);
      expect(counts.filter((row) => row.unit === unit || row.unit === other)).toEqual([
        {
          unit,
          given: 1,
          acceptMet: 1,
          acceptMissed: 0,
          handleMet: 0,
          handleMissed: 1,
          returns: 1,
          reworks: 1,
          closed: 2,
          rated: 2,
          satisfied: 1,
          open: 1,
          overdue: 1,
        },
        { ...nothing, unit: other, open: 1 },
      ]);
    });

    it("are limited to the scope of who asks", async () => {
      const unit = nextId("unit");
      await add({ leadUnit: unit });
      const scope = { kind: "unit" as const, unit, account: "nobody" };
      const counts = await current().store.stats.byUnit(scope, 0, 1, 0);
      expect(counts).toEqual([{ ...nothing, unit, open: 1 }]);
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
      expect(await current().store.stats.byHolder(scope, 100)).toEqual([
        { holder, overdue: 2, warned: 1, oldestDueAt: 90 },
      ]);
    });

    it("are counted by cell, and all cases by when they were reported", async () => {
      const cellCode = nextId("cell");
      const scope = { kind: "cells" as const, cells: [cellCode], account: "nobody" };
      await add({ cellCode, dueAt: 90, reportedAt: 10 });
      await add({ cellCode, dueAt: 101, reportedAt: 20 });
      await add({ cellCode, state: "closed", reportedAt: 30 });
      const { stats } = current().store;
      expect(await stats.byCell(scope, 100)).toEqual([{ cell: cellCode, open: 2, overdue: 1 }]);
      expect(await stats.reportedSince(scope, 20)).toBe(2);
    });
  });
}

const nothing = {
  given: 0,
  acceptMet: 0,
  acceptMissed: 0,
  handleMet: 0,
  handleMissed: 0,
  returns: 0,
  reworks: 0,
  closed: 0,
  rated: 0,
  satisfied: 0,
  open: 0,
  overdue: 0,
};
