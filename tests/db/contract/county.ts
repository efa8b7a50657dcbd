/** Versions of what the county decides, and the clocks that a changed rule is tried on. */
import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

export function describeCounty(current: () => Opened): void {
  const county = () => current().store.county;
  const edit = (text: string, at: number) => ({
    note: text,
    body: { "cockpit.json": { text } },
    by: "admin",
    at,
  });

  describe("the versions of county data", () => {
    it("begin at 2, count from their day, and are per subject", async () => {
      expect(await county().inForce("cockpit", "2026-03-10")).toBeNull();
      expect(await county().saveDraft("cockpit", edit("first", 1), null)).toBe(true);
      expect(await county().saveDraft("calls", edit("other", 1), null)).toBe(true);
      expect(await county().draft("cockpit")).toMatchObject({ version: 2, revision: 1 });
      const on = { ...edit("published", 3), validFrom: "2026-03-12" };
      expect(await county().publishDraft("cockpit", on, 1)).toBe(true);
      expect(await county().draft("cockpit")).toBeNull();
      expect(await county().inForce("cockpit", "2026-03-11")).toBeNull();
      expect(await county().inForce("cockpit", "2026-03-12")).toMatchObject({
        version: 2,
        publishedAt: 3,
        body: { "cockpit.json": { text: "published" } },
      });
      await county().publish("cockpit", { ...edit("first", 4), validFrom: "2026-03-12", restores: 2 });
      expect(await county().inForce("cockpit", "2026-03-13")).toMatchObject({ version: 3, restores: 2 });
      expect((await county().heads("cockpit")).map(({ version }) => version)).toEqual([3, 2]);
      expect((await county().heads()).map(({ subject }) => subject)).toEqual(["calls", "cockpit", "cockpit"]);
      expect(await county().version("cockpit", 2)).toMatchObject({ note: "published" });
      expect(await county().discardDraft("calls", 1)).toBe(true);
    });

    it("let one of two editors through, and a draft be dropped", async () => {
      expect(await county().saveDraft("units", edit("a", 5), null)).toBe(true);
      const both = await Promise.all([
        county().saveDraft("units", edit("b", 6), 1),
        county().saveDraft("units", edit("c", 6), 1),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await county().discardDraft("units", 1)).toBe(false);
      expect(await county().publishDraft("units", { ...edit("d", 7), validFrom: "2026-01-01" }, 1)).toBe(
        false,
      );
      expect(await county().discardDraft("units", 2)).toBe(true);
    });

    it("are in the record", async () => {
      const subjects = new Set((await current().store.verify()).faults.map(({ of }) => of));
      expect(subjects.has("county")).toBe(false);
    });
  });

  describe("the clocks of cases", () => {
    it("are told open, or since an instant", async () => {
      const found = aCase();
      const running = aClock(found, { startedAt: 9_000_000_000_000 });
      const ended = aClock(found, {
        kind: "check",
        startedAt: 1,
        outcome: "met",
        stoppedAt: 2,
        runningSince: null,
      });
      await current().store.commit(aDecision({ case: found, clocks: [running, ended] }));
      const open = await county().clocks({ from: null, limit: 10_000 });
      expect(open.filter(({ caseId }) => caseId === found.id).map(({ clock }) => clock.id)).toEqual([
        running.id,
      ]);
      expect(open.find(({ caseId }) => caseId === found.id)).toMatchObject({
        number: found.number,
        urgency: found.urgency,
      });
      const since = await county().clocks({ from: 2, limit: 10_000 });
      const ids = since.filter(({ caseId }) => caseId === found.id).map(({ clock }) => clock.id);
      expect(ids).toEqual([running.id]);
    });
  });
}
