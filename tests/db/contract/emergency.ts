import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, nextId } from "../../../fixtures/build.ts";
import type { EmergencyLogRow } from "../../../db/store.ts";
import type { Case } from "../../../server/domain/case.ts";
import { briefOf } from "../../../server/domain/emergency/brief.ts";
import type { Emergency } from "../../../server/domain/emergency/emergency.ts";
import type { Opened } from "../../support/engines.ts";

export function describeEmergency(current: () => Opened): void {
  const queries = () => current().store.emergency;
  const anEmergency = (area: readonly string[]): Emergency => ({
    id: nextId("emergency"),
    area,
    reason: "暴雨",
    startedAt: 1000,
    startedBy: "centre-1",
    endedAt: null,
    endedBy: null,
    endWords: null,
    version: "1",
  });
  const entry = (of: Emergency, kind: EmergencyLogRow["kind"], at: number): EmergencyLogRow => ({
    emergencyId: of.id,
    kind,
    at,
    recordedAt: at + 1,
    accountId: kind === "brief" ? null : "centre-1",
    facts: briefOf([], { frozen: [] }, 0),
  });
  const ending = { endedAt: 5000, endedBy: "centre-2", endWords: "解除" };

  describe("an emergency", () => {
    it("is in force from its beginning until somebody ends it, once", async () => {
      const storm = anEmergency(["371122001"]);
      await queries().begin(storm, entry(storm, "begin", 1000));
      const mine = async () => (await queries().inForce()).filter(({ id }) => id === storm.id);
      expect(await mine()).toEqual([storm]);
      expect(await queries().end(storm.id, ending, entry(storm, "end", 5000))).toBe(true);
      expect(await queries().end(storm.id, ending, entry(storm, "end", 5001))).toBe(false);
      expect(await mine()).toEqual([]);
      expect((await queries().recent(50)).find(({ id }) => id === storm.id)).toEqual({ ...storm, ...ending });
      expect((await queries().log(storm.id, 10)).map(({ kind, at }) => [kind, at])).toEqual([
        ["end", 5000],
        ["begin", 1000],
      ]);
    });

    it("has each brief once, whichever process writes it first", async () => {
      const storm = anEmergency([]);
      await queries().begin(storm, entry(storm, "begin", 1000));
      const notes = await Promise.all([1, 2, 3].map(() => queries().note(entry(storm, "brief", 2000))));
      expect(notes.filter(Boolean)).toHaveLength(1);
      await queries().end(storm.id, ending, entry(storm, "end", 5000));
    });

    it("counts the open cases of its area by urgency, lamp and what waits to be sent", async () => {
      const township = nextId("town").slice(0, 9).padEnd(9, "0");
      const add = async (parts: Partial<Case>) => {
        const found = aCase({ townshipCode: township, reportedAt: 50, ...parts });
        await current().store.commit(aDecision({ case: found, clocks: [aClock(found)] }));
      };
      const late = { warnAt: 90, dueAt: 100, severeAt: 900 };
      await add({ state: "filed", urgency: "normal", ...late });
      await add({ state: "filed", urgency: "normal", ...late, reportedAt: 150 });
      await add({ state: "accepted", urgency: "urgent", warnAt: 900, dueAt: 1000, severeAt: 2000 });
      await add({ state: "closed", urgency: "urgent" });
      await add({ state: "filed", urgency: "normal", townshipCode: nextId("other") });
      const rows = await queries().count([township], 140, 500);
      const seen = rows.map(({ urgency, lamp, waiting, fresh, n }) => [urgency, lamp, waiting, fresh, n]);
      expect(seen.sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
        ["normal", "red", true, false, 1],
        ["normal", "red", true, true, 1],
        ["urgent", "green", false, false, 1],
      ]);
      expect(briefOf(rows, { frozen: ["normal", "elevated"] }, 2)).toEqual({
        open: 3,
        urgent: 1,
        overdue: 2,
        severe: 0,
        warned: 0,
        frozen: 2,
        fresh: 1,
        missed: 2,
      });
    });
  });
}
