import { describe, expect, it } from "vitest";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import type { Finding } from "../../../server/domain/analysis/finding.ts";
import type { Opened } from "../../support/engines.ts";

function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    id: nextId("finding"),
    kind: "surge",
    subject: "0101",
    cells: ["371122001001001"],
    townshipCode: "371122001",
    point: { lng: 118.8, lat: 35.5 },
    from: 1,
    to: 2,
    cases: ["case-1"],
    expected: 2.5,
    chance: 0.01,
    component: null,
    ...parts,
  };
}

const dismissal = {
  state: "dismissed",
  by: "account-1",
  at: 50,
  reason: "known",
  note: "集市日",
  taskCase: null,
} as const;

export function describeFindings(current: () => Opened): void {
  describe("findings", () => {
    it("are listed as the latest run found them; an open one that was not found again is not", async () => {
      const { store } = current();
      const townshipCode = nextId("T");
      const [gone, stays] = [aFinding({ townshipCode }), aFinding({ townshipCode })];
      await store.findings.put([gone, stays], 10);
      await store.findings.put([{ ...stays, cases: ["case-1", "case-2"] }], 20);
      expect(await store.findings.list({ township: townshipCode, run: 20 }, 10)).toEqual([
        {
          ...stays,
          cases: ["case-1", "case-2"],
          state: "open",
          firstAt: 10,
          lastAt: 20,
          decidedBy: null,
          decidedAt: null,
          reason: null,
          note: null,
          taskCase: null,
        },
      ]);
      expect(await store.findings.byId(gone.id)).toMatchObject({ state: "open", lastAt: 10 });
    });

    it("stay dismissed with the reason when they are found again", async () => {
      const { store } = current();
      const townshipCode = nextId("T");
      const found = aFinding({ townshipCode });
      await store.findings.put([found], 10);
      expect(await store.findings.decide(found.id, dismissal)).toBe(true);
      await store.findings.put([{ ...found, cases: ["case-1", "case-2"] }], 60);
      expect(await store.findings.list({ township: townshipCode, run: 60 }, 10)).toMatchObject([
        {
          id: found.id,
          state: "dismissed",
          cases: ["case-1"],
          reason: "known",
          note: "集市日",
          decidedBy: "account-1",
          lastAt: 60,
        },
      ]);
    });

    it("are decided once, and a dismissal can be taken back by who made it", async () => {
      const { store } = current();
      const found = aFinding();
      await store.findings.put([found], 10);
      const both = await Promise.all([
        store.findings.decide(found.id, dismissal),
        store.findings.decide(found.id, { ...dismissal, by: "account-2" }),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      const by = (await store.findings.byId(found.id))?.decidedBy ?? "";
      expect(await store.findings.reopen(found.id, "account-3")).toBe(false);
      expect(await store.findings.reopen(found.id, by)).toBe(true);
      expect(await store.findings.byId(found.id)).toMatchObject({ state: "open", reason: null });
    });

    it("rest on traces of cases: neither merged nor declined ones", async () => {
      const { store } = current();
      const reportedAt = 5_000_000_000_000;
      const plain = aCase({ reportedAt, itemCode: "010101" });
      const declined = aCase({ reportedAt, state: "declined" });
      for (const found of [plain, declined]) await store.commit(aDecision({ case: found }));
      const own = [plain.id, declined.id];
      const traces = await store.findings.traces(reportedAt);
      expect(traces.filter(({ id }) => own.includes(id))).toEqual([
        {
          id: plain.id,
          state: plain.state,
          itemCode: "010101",
          cellCode: plain.cellCode,
          townshipCode: plain.townshipCode,
          componentCode: null,
          lng: 118.8371,
          lat: 35.5796,
          reportedAt,
          closedAt: null,
        },
      ]);
    });
  });
}
