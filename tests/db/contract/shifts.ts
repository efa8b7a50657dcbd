import { describe, expect, it } from "vitest";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import type { Case } from "../../../server/domain/case.ts";
import type { Placement } from "../../../geo/placement.ts";
import type { Opened } from "../../support/engines.ts";

const inside: Placement = {
  kind: "inside",
  cell: "371122001001001",
  borderMetres: 50,
  rule: "contained",
  gridVersion: "1",
  datum: "gcj02",
  point: { lng: 118.83, lat: 35.58 },
};
/** Later than anything that other contracts store. */
const since = 9_000_000_000_000;

export function describeShifts(current: () => Opened): void {
  describe("points and the batches that corrected them", () => {
    async function stored(change: Partial<Case>, facts: Record<string, string> = {}) {
      const found = aCase({ reportedAt: since, ...change });
      const decision = aDecision({ case: found });
      const [first, ...others] = decision.events;
      if (!first) throw new Error("No event");
      const events = [{ ...first, facts: { ...first.facts, ...facts } }, ...others];
      await current().store.commit({ ...decision, events });
      return found.id;
    }

    it("are read the newest first, page by page, with the system they were imported from", async () => {
      const { shifts } = current().store;
      const point = { lng: 118.835, lat: 35.58, datum: "gcj02", source: "import", accuracy: 30 } as const;
      const one = await stored({ point, placement: inside }, { source: "旧系统" });
      const two = await stored({ point, placement: inside });
      await stored({ point: null, placement: null });
      await stored({ point, placement: inside, reportedAt: since - 1 });
      const [newest, oldest] = [one, two].toSorted((a, b) => (a < b ? 1 : -1));
      const first = await shifts.pointed(since, { before: null, limit: 1 });
      expect(first.map(({ id }) => id)).toEqual([newest]);
      const second = await shifts.pointed(since, { before: newest ?? "", limit: 5 });
      expect(second.map(({ id }) => id)).toEqual([oldest]);
      const found = [...first, ...second].find(({ id }) => id === one);
      expect(found).toMatchObject({ origin: "旧系统", point, placement: inside });
      expect([...first, ...second].find(({ id }) => id === two)?.origin).toBeNull();
    });

    it("name their cases, are taken back once, and stay", async () => {
      const { shifts } = current().store;
      const batch = {
        id: nextId("shift"),
        sourceKind: "import",
        sourceKey: "旧系统",
        cause: { kind: "constant", east: 240.5, north: -10 },
        fromAt: since - 5_000_000_000,
        untilAt: since,
        reason: "厂家换算错误",
        by: "centre-1",
        at: since,
      } as const;
      await shifts.begin(batch, ["case-b", "case-a"]);
      expect(await shifts.casesOf(batch.id)).toEqual(["case-a", "case-b"]);
      const open = { ...batch, undoneAt: null, undoneBy: null, undoneReason: null };
      expect(await shifts.batch(batch.id)).toEqual(open);
      expect((await shifts.batches(5))[0]).toEqual({ ...open, cases: 2 });
      const back = { by: "admin-1", at: since + 1, reason: "改错了" };
      expect(await shifts.undo(batch.id, back)).toBe(true);
      expect(await shifts.undo(batch.id, back)).toBe(false);
      expect(await shifts.undo("nobody", back)).toBe(false);
      expect(await shifts.batch(batch.id)).toMatchObject({ undoneBy: "admin-1", undoneReason: "改错了" });
      expect(await shifts.batch("nobody")).toBeNull();
    });
  });
}
