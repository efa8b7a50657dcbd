import { describe, expect, it } from "vitest";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import type { CaseMatter } from "../../../server/domain/retention.ts";
import type { Case } from "../../../server/domain/case.ts";
import type { Opened } from "../../support/engines.ts";

export function describeRetention(current: () => Opened): void {
  const retention = () => current().store.retention;

  async function over(parts: Partial<Case>, reporter = { name: "欧阳明珠", phone: "13800005678" }) {
    const found = aCase({ state: "closed", closedAt: 1000, updatedAt: 1000, ...parts });
    await current().store.commit({ ...aDecision({ case: found }), reporter });
    return found;
  }
  const dueIds = async (question: Parameters<Opened["store"]["retention"]["due"]>[0]) =>
    (await retention().due(question, 1000)).map(({ id }) => id);
  const erasure = (caseId: string, what: CaseMatter) => ({
    id: nextId("erasure"),
    caseId,
    what,
    rule: "test",
    at: 5000,
  });

  describe("what is due to be erased", () => {
    it("is of cases that were over long enough ago, by channel and kind", async () => {
      const long = await over({ channel: "hotline", confidential: true });
      const lately = await over({ closedAt: 4000, updatedAt: 4000 });
      const open = aCase({ updatedAt: 1 });
      await current().store.commit({ ...aDecision({ case: open }), reporter: { name: "甲", phone: null } });
      const due = await dueIds({ what: "reporter", overBefore: 2000 });
      expect(due).toContain(long.id);
      for (const other of [lately, open]) expect(due).not.toContain(other.id);
      const by = { what: "reporter", overBefore: 2000, confidential: true } as const;
      expect(await dueIds({ ...by, channels: ["hotline"] })).toContain(long.id);
      expect(await dueIds({ ...by, channels: ["sensor"] })).not.toContain(long.id);
      expect(await dueIds({ ...by, confidential: false })).not.toContain(long.id);
      expect(await retention().countDue({ what: "reporter", overBefore: 2000 })).toBe(due.length);
    });

    it("leaves out what is on hold, until it is released", async () => {
      const found = await over({});
      await retention().hold({ caseId: found.id, reason: "行政复议", at: 1 });
      expect(await dueIds({ what: "words", overBefore: 2000 })).not.toContain(found.id);
      expect(await retention().holds()).toContainEqual({
        caseId: found.id,
        reason: "行政复议",
        at: 1,
        number: found.number,
      });
      expect(await retention().release(found.id)).toBe(true);
      expect(await retention().release(found.id)).toBe(false);
      expect(await dueIds({ what: "words", overBefore: 2000 })).toContain(found.id);
    });
  });

  describe("an erasure by the clock", () => {
    it("takes the reporter, keeps the words, is recorded, and happens once", async () => {
      const { store } = current();
      const found = await over({});
      await retention().erase(erasure(found.id, "reporter"));
      expect(await store.cases.reporter(found.id)).toBeNull();
      expect(await store.cases.byId(found.id)).toMatchObject({ text: found.text, contactable: false });
      expect(await retention().erasures(found.id)).toMatchObject([
        { what: "reporter", rule: "test", at: 5000 },
      ]);
      expect(await dueIds({ what: "reporter", overBefore: 2000 })).not.toContain(found.id);
      await expect(retention().erase(erasure(found.id, "reporter"))).rejects.toThrow();
    });

    it("takes words and reporter together", async () => {
      const { store } = current();
      const found = await over({});
      await retention().erase(erasure(found.id, "words"));
      expect(await store.cases.byId(found.id)).toMatchObject({ text: "", address: null });
      expect(await store.cases.reporter(found.id)).toBeNull();
    });
  });

  describe("photos whose time is over", () => {
    const photo = async () => await aPhoto(current());
    const faults = async (...ids: readonly string[]) => await faultsOf(current(), ids);

    it("go with the last case that shows them, and the record holds", async () => {
      const { store } = current();
      const [own, shared] = [await photo(), await photo()];
      const first = await over({ photos: [own, shared] });
      const second = await over({ photos: [shared] });
      const bare = await over({});
      const due = await dueIds({ what: "photos", overBefore: 2000 });
      expect(due).toEqual(expect.arrayContaining([first.id, second.id]));
      expect(due).not.toContain(bare.id);
      expect(await retention().erase(erasure(first.id, "photos"))).toEqual([own.id]);
      expect(await store.photos.byId(own.id)).toBeNull();
      expect(await store.photos.byId(shared.id)).not.toBeNull();
      expect(await dueIds({ what: "photos", overBefore: 2000 })).not.toContain(first.id);
      expect(await retention().erasedAmong([own.id, shared.id])).toEqual([own.id]);
      expect(await retention().erase(erasure(second.id, "photos"))).toEqual([shared.id]);
      expect(await faults(own.id, shared.id)).toEqual([]);
      // The same picture sent again is a picture like any other
      await store.photos.put({ id: own.id, bytes: 9, width: 1, height: 1, uploadedBy: null, uploadedAt: 2 });
      expect(await retention().erasedAmong([own.id, shared.id])).toEqual([shared.id]);
      expect(await faults(own.id)).toEqual([]);
    });
  });

  describe("failed sign-ins", () => {
    it("go when they are old", async () => {
      const key = nextId("key");
      await current().store.people.noteFailure(key, 10);
      await current().store.people.noteFailure(key, 20);
      expect(await retention().forgetFailures(20)).toBeGreaterThan(0);
      expect(await current().store.people.failures(key, 0)).toBe(1);
    });
  });
}

/** Run last: it bends the database. */
export function describeRetentionVerify(current: () => Opened): void {
  describe("photos that went without right", () => {
    it("are missed when no erasure of a case speaks for them", async () => {
      const photo = await aPhoto(current());
      await current().store.commit(aDecision({ case: aCase({ photos: [photo] }) }));
      await current().tamper(`delete from photos where id = '${photo.id}'`);
      await current().tamper(
        `insert into record_entries select max(position) + 1, 'photo', '${photo.id}', 2, '' from record_entries`,
      );
      expect(await faultsOf(current(), [photo.id])).toMatchObject([{ of: "photo", kind: "gone" }]);
    });
  });
}

async function aPhoto({ store }: Opened) {
  const id = nextId("photo");
  await store.photos.put({ id, bytes: 9, width: 1, height: 1, uploadedBy: null, uploadedAt: 1 });
  return { id, stage: "before" as const };
}

async function faultsOf({ store }: Opened, ids: readonly string[]) {
  return (await store.verify()).faults.filter(({ caseId }) => ids.includes(caseId));
}
