import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, anActor, nextId } from "../../../fixtures/build.ts";
import type { Notice } from "../../../server/domain/case.ts";
import type { Opened } from "../../support/engines.ts";

export function describeHouse(current: () => Opened): void {
  const store = () => current().store;

  describe("a notice on its way out", () => {
    const told = async (to: Notice["to"], createdAt = 100) => {
      const found = aCase();
      const tells = { caseId: found.id, seq: found.version, kind: "dispatch" };
      const notice: Notice = { id: nextId("notice"), ...tells, to, createdAt };
      await store().commit(aDecision({ case: found, notices: [notice] }));
      return { notice, found };
    };

    it("is claimed once, tried again when it failed, and never after it was sent", async () => {
      const { notice } = await told({ kind: "reporter" });
      const unsent = { ...notice, tries: 0, sentAt: null };
      const { outbox } = store();
      expect(await outbox.claimUnsent(99, 10, 50)).toEqual([]);
      expect(await outbox.claimUnsent(100, 10, 50)).toEqual([unsent]);
      expect(await outbox.claimUnsent(149, 10, 50)).toEqual([]);
      await outbox.markFailed(notice.id, 400);
      expect(await outbox.claimUnsent(399, 10, 50)).toEqual([]);
      expect(await outbox.claimUnsent(400, 10, 50)).toEqual([{ ...unsent, tries: 1 }]);
      await outbox.markSent(notice.id, 401);
      expect(await outbox.claimUnsent(10_000, 10, 50)).toEqual([]);
    });

    it("is never claimed by two deliverers at once", async () => {
      const sent = await Promise.all(
        Array.from({ length: 20 }, async () => await told({ kind: "reporter" }, 50)),
      );
      const claim = async () => await store().outbox.claimUnsent(50, 4, 50);
      const claimed = (await Promise.all(Array.from({ length: 8 }, claim))).flat();
      expect(new Set(claimed.map((notice) => notice.id)).size).toBe(claimed.length);
      for (const { notice } of sent) await store().outbox.markSent(notice.id, 60);
    });

    it("to a unit, a cell or an account was delivered with the commit, and nobody has to send it", async () => {
      const kinds = ["unit", "cell", "account"] as const;
      const notices = await Promise.all(
        kinds.map(async (kind) => await told({ kind, code: nextId(kind) }, 70)),
      );
      const claimed = await store().outbox.claimUnsent(70, 1000, 50);
      expect(claimed.filter(({ id }) => notices.some(({ notice }) => notice.id === id))).toEqual([]);
    });

    it("stands in the inbox of its unit, its cell or its account, newest first", async () => {
      const unit = nextId("unit");
      const cell = nextId("cell");
      const account = nextId("account");
      const first = await told({ kind: "unit", code: unit });
      const second = await told({ kind: "cell", code: cell });
      const third = await told({ kind: "account", code: account });
      await told({ kind: "cell", code: account });
      const inbox = await store().outbox.inbox(anActor({ id: account, unit, cells: [cell] }), 10);
      expect(inbox.map((row) => row.id)).toEqual([third.notice.id, second.notice.id, first.notice.id]);
      expect(inbox[2]).toMatchObject({
        number: first.found.number,
        text: first.found.text,
        to: first.notice.to,
      });
    });
  });

  describe("a photo", () => {
    it("is one row however often it is uploaded, whoever else does: it stays whose it was", async () => {
      const photo = { id: nextId("photo"), bytes: 9, width: 3, height: 4, uploadedBy: null, uploadedAt: 5 };
      await store().photos.put(photo);
      await store().photos.put({ ...photo, uploadedBy: "another", uploadedAt: 6 });
      expect(await store().photos.byId(photo.id)).toEqual({
        ...photo,
        takenAt: null,
        lng: null,
        lat: null,
        print: null,
      });
      expect(await store().photos.byId("none")).toBeNull();
    });

    it("names every case that shows it", async () => {
      const id = nextId("photo");
      const found = [
        aCase({ photos: [{ id, stage: "before" }] }),
        aCase({ photos: [{ id, stage: "after" }] }),
      ];
      for (const each of found) await store().commit(aDecision({ case: each }));
      expect((await store().photos.casesWith(id)).toSorted()).toEqual(found.map((each) => each.id));
    });
  });

  describe("reference data", () => {
    it("is put idempotently and says how much was new", async () => {
      const rows = Array.from({ length: 450 }, (_, index) => ({
        kind: "item",
        code: String(index).padStart(6, "0"),
        body: { name: `事项${index}`, limits: { b: 1, a: [index, null] } },
      }));
      expect(await store().reference.put(rows)).toBe(450);
      expect(await store().reference.put(rows)).toBe(0);
      const changed = rows.map((row, index) => (index < 3 ? { ...row, body: { name: "改" } } : row));
      expect(await store().reference.put([...changed, { kind: "unit", code: "1", body: "x" }])).toBe(4);
      expect(await store().reference.all("item")).toEqual(changed);
      expect(await store().reference.all()).toHaveLength(451);
    });
  });

  describe("a setting", () => {
    it("is null before it is put and can be changed", async () => {
      const { settings } = store();
      expect(await settings.get("setUp")).toBeNull();
      await settings.put("setUp", "1");
      await settings.put("setUp", "2");
      expect(await settings.get("setUp")).toBe("2");
    });
  });

  describe("the gauges", () => {
    it("count what waits and how long, and how large the database is", async () => {
      const found = aCase();
      const notice: Notice = {
        id: nextId("notice"),
        caseId: found.id,
        seq: found.version,
        kind: "dispatch",
        to: { kind: "reporter" },
        createdAt: 1_000,
      };
      const clock = aClock(found, { lookAt: 1_000 });
      const before = await store().gauges.house(500);
      await store().commit(aDecision({ case: found, notices: [notice], clocks: [clock] }));
      const after = await store().gauges.house(6_000);
      expect(after.unsentNotices).toBe(before.unsentNotices + 1);
      expect(after.dueClocks).toBeGreaterThan(0);
      expect(after.sweepLag).toBeGreaterThanOrEqual(5_000);
      expect(after.databaseBytes).toBeGreaterThan(10_000);
      expect(before.sweepLag).toBeLessThanOrEqual(500);
    });

    it("write a probe again and again", async () => {
      await store().gauges.probe(1);
      await store().gauges.probe(2);
      expect(await store().settings.get("probe")).toBe("2");
    });
  });
}
