import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, aMove } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

const LEASE = 1000;

/** Times far before those of the other tests, so that only these cases are due. */
export function describeClocks(current: () => Opened): void {
  const dueAt = async (lookAt: number) => {
    const found = aCase();
    const answer = await current().store.commit(
      aDecision({ case: found, clocks: [aClock(found, { lookAt })] }),
    );
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case;
  };

  describe("a case whose clock must be looked at", () => {
    it("is claimed earliest first, once, until the lease is over", async () => {
      const { clocks } = current().store;
      const [later, sooner] = [await dueAt(200), await dueAt(100)];
      expect(await clocks.nextLook()).toBe(100);
      expect(await clocks.claimDue(99, 10, LEASE)).toEqual([]);
      expect(await clocks.claimDue(200, 1, LEASE)).toEqual([sooner.id]);
      expect(await clocks.claimDue(200, 10, LEASE)).toEqual([later.id]);
      expect(await clocks.claimDue(200, 10, LEASE)).toEqual([]);
      expect(await clocks.claimDue(200 + LEASE, 10, LEASE)).toEqual([sooner.id, later.id].toSorted());
      await rest([later.id, sooner.id]);
    });

    it("is free again when its clocks are committed, at their next instant", async () => {
      const { store } = current();
      const found = await dueAt(100);
      const [clock] = (await store.cases.file(found.id))?.clocks ?? [];
      await store.clocks.claimDue(100, 10, LEASE);
      if (!clock) throw new Error("no clock");
      const later = { ...clock, stage: "warned" as const, lookAt: 150 };
      await store.commit({ ...aMove(found), clocks: [later], lookAt: 150 });
      expect(await store.clocks.claimDue(149, 10, LEASE)).toEqual([]);
      expect(await store.clocks.claimDue(150, 10, LEASE)).toEqual([found.id]);
      await rest([found.id]);
    });

    it("is looked at later when it was put off", async () => {
      const { clocks } = current().store;
      const { id } = await dueAt(100);
      await clocks.putOff(id, 5000);
      expect(await clocks.claimDue(4999, 10, LEASE)).toEqual([]);
      expect(await clocks.claimDue(5000, 10, LEASE)).toEqual([id]);
      await rest([id]);
    });

    it("is not looked at any more when no clock runs", async () => {
      const { store } = current();
      const found = await dueAt(100);
      const [clock] = (await store.cases.file(found.id))?.clocks ?? [];
      if (!clock) throw new Error("no clock");
      await store.commit({ ...aMove(found), clocks: [{ ...clock, lookAt: null, stoppedAt: 5 }] });
      await store.clocks.putOff(found.id, 50);
      expect(await store.clocks.claimDue(1_000_000, 10, LEASE)).toEqual([]);
    });

    it("is never claimed by two of many sweeps at once", async () => {
      const ids = await Promise.all(Array.from({ length: 60 }, async () => (await dueAt(100)).id));
      const sweep = async () => await current().store.clocks.claimDue(100, 7, LEASE);
      const claimed = (await Promise.all(Array.from({ length: 16 }, sweep))).flat();
      while (claimed.length < ids.length) claimed.push(...(await sweep()));
      expect(claimed.toSorted()).toEqual(ids.toSorted());
      await rest(ids);
    });
  });

  async function rest(ids: readonly string[]): Promise<void> {
    for (const id of ids) await current().store.clocks.putOff(id, Number.MAX_SAFE_INTEGER);
  }
}
