import { describe, expect, it } from "vitest";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import type { CatalogueBody } from "../../../server/domain/catalogue/version.ts";
import { usualOrder } from "../../../server/domain/catalogue/specific.ts";
import type { Lesson } from "../../../server/domain/learning/lesson.ts";
import type { ModelReport } from "../../../server/domain/learning/compareReaders.ts";
import type { Opened } from "../../support/engines.ts";

export function describeLearning(current: () => Opened): void {
  const store = () => current().store;

  describe("the versions of the catalogue", () => {
    const body = (name: string): CatalogueBody => ({
      order: usualOrder,
      ownerWords: [],
      rules: [
        {
          code: "r1",
          name,
          items: ["020101"],
          conditions: [],
          owners: [],
          names: [],
          areas: [],
          grounds: ["village"],
          roads: [],
          words: [],
          time: { months: [1], days: "any", from: null, to: null },
          lead: "XZ",
          assist: ["LD"],
          townshipRole: "self",
          basis: "测试",
        },
      ],
    });
    const edit = (name: string, at: number) => ({ note: name, body: body(name), by: "admin", at });

    it("are kept from draft over publication to one that is brought back", async () => {
      const { catalogues } = store();
      expect(await catalogues.inForce("2026-03-10")).toBeNull();
      await catalogues.publish({ ...edit("first", 1), validFrom: "2026-01-01", restores: null });
      expect(await catalogues.saveDraft(edit("next", 2), null)).toBe(true);
      expect(await catalogues.draft()).toMatchObject({ version: 2, revision: 1, body: body("next") });
      expect(await catalogues.inForce("2026-03-10")).toMatchObject({ version: 1 });
      const on = { validFrom: "2026-03-12", note: "published", by: "centre", at: 3 };
      expect(await catalogues.publishDraft(1, on)).toBe(true);
      expect(await catalogues.draft()).toBeNull();
      expect(await catalogues.inForce("2026-03-11")).toMatchObject({ version: 1 });
      expect(await catalogues.inForce("2026-03-12")).toMatchObject({ version: 2, publishedAt: 3 });
      await catalogues.publish({ ...edit("first", 4), validFrom: "2026-03-12", restores: 1 });
      expect(await catalogues.inForce("2026-03-12")).toMatchObject({ version: 3, restores: 1 });
      expect((await catalogues.heads()).map(({ version }) => version)).toEqual([3, 2, 1]);
      expect(await catalogues.version(2)).toMatchObject({ body: body("next"), note: "published" });
    });

    it("let only one of two editors change the draft", async () => {
      const { catalogues } = store();
      expect(await catalogues.saveDraft(edit("a", 5), null)).toBe(true);
      const both = await Promise.all([
        catalogues.saveDraft(edit("b", 6), 1),
        catalogues.saveDraft(edit("c", 6), 1),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await catalogues.discardDraft(1)).toBe(false);
      expect(await catalogues.discardDraft(2)).toBe(true);
      expect(await catalogues.draft()).toBeNull();
    });
  });

  describe("a lesson", () => {
    const taught = async (changes: Partial<Lesson> = {}, at = 100) => {
      const found = aCase({ text: "老井冒黑水" });
      const lesson: Lesson = {
        id: nextId("lesson"),
        caseId: found.id,
        kind: "file",
        about: "item",
        label: "030201",
        rejected: null,
        at,
        actorId: "dispatcher",
        ...changes,
      };
      await store().commit({ ...aDecision({ case: found }), lessons: [lesson] });
      return { lesson, found };
    };

    it("is stored with the decision, counts at once, and no more after it was taken back", async () => {
      const { learning } = store();
      const before = await learning.stamp();
      const { lesson, found } = await taught();
      const { number, itemCode, townshipCode } = found;
      const told = { ...lesson, number, text: "老井冒黑水", itemCode, townshipCode, undoneAt: null };
      expect(await learning.stamp()).not.toEqual(before);
      expect(await learning.since(lesson.at)).toContainEqual(told);
      expect(await learning.since(lesson.at + 1)).not.toContainEqual(told);
      expect(await learning.counting(10)).toContainEqual(told);
      const kept = await learning.stamp();
      expect(await learning.undo(lesson.id, "centre", 200)).toBe(true);
      expect(await learning.undo(lesson.id, "centre", 201)).toBe(false);
      expect(await learning.stamp()).not.toEqual(kept);
      expect(await learning.since(lesson.at)).not.toContainEqual(told);
      expect(await learning.counting(10)).toEqual([]);
      expect(await learning.lessons(10)).toContainEqual({ ...told, undoneAt: 200 });
    });

    it("is not stored when its decision is not", async () => {
      const { found } = await taught();
      const stale = aDecision({ case: found });
      const lesson = { ...(await taught()).lesson, id: nextId("lesson"), caseId: found.id };
      const answer = await store().commit({ ...stale, lessons: [lesson] });
      expect(answer.kind).not.toBe("committed");
      expect((await store().learning.lessons(50)).map(({ id }) => id)).not.toContain(lesson.id);
    });

    it("loses its words with the case", async () => {
      const { lesson, found } = await taught();
      await store().cases.erase(found.id);
      const kept = (await store().learning.lessons(50)).find(({ id }) => id === lesson.id);
      expect(kept?.text).toBe("");
    });
  });

  describe("confirmed cases", () => {
    it("are those with a settled item, latest first", async () => {
      const settled = aCase({ itemCode: "020101", state: "filed", reportedAt: 9_000_000_000_002 });
      const reported = aCase({ itemCode: "020101", state: "reported", reportedAt: 9_000_000_000_003 });
      const old = aCase({ itemCode: "020101", state: "closed", reportedAt: 9_000_000_000_001 });
      for (const found of [settled, reported, old]) await store().commit(aDecision({ case: found }));
      const found = await store().learning.confirmed(9_000_000_000_001, 10);
      expect(found.map(({ id }) => id)).toEqual([settled.id, old.id]);
      expect(found[0]).toMatchObject({ number: settled.number, reading: settled.reading });
    });
  });

  describe("a trained model", () => {
    const marks = { accuracy: 0.8, topThree: 0.9, calibrationError: 0.02 };
    const report: ModelReport = {
      rows: 100,
      heldBack: 20,
      labels: 4,
      fresh: marks,
      inUse: marks,
      weight: 0.5,
      replaced: true,
      doubtful: [],
    };

    it("is kept byte by byte under the next number; of one that was worse only the marks are", async () => {
      const { learning } = store();
      const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256);
      const first = await learning.addModel({ createdAt: 1, createdBy: "centre", report, body: bytes });
      const second = await learning.addModel({ createdAt: 2, createdBy: "centre", report, body: null });
      expect(second).toBe(first + 1);
      expect(await learning.model(first)).toEqual(bytes);
      expect(await learning.model(second)).toBeNull();
      expect((await learning.models())[1]).toEqual({
        version: first,
        createdAt: 1,
        createdBy: "centre",
        report,
      });
    });
  });
}
