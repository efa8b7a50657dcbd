import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, aMove } from "../../../fixtures/build.ts";
import type { Case, Decision } from "../../../server/domain/case.ts";
import { type Bonds, withBonds } from "../../../server/domain/linking/bonds.ts";
import type { Opened } from "../../support/engines.ts";

export function describeLinking(current: () => Opened): void {
  describe("decisions on several cases together", () => {
    it("are all stored, each with its own chain", async () => {
      const [one, two] = [await stored(current()), await stored(current())];
      const { store } = current();
      expect(await store.commitAll([aMove(one, { urges: 1 }), aMove(two, { urges: 2 })])).toBe("committed");
      expect([await store.cases.byId(one.id), await store.cases.byId(two.id)]).toMatchObject([
        { urges: 1, version: 2 },
        { urges: 2, version: 2 },
      ]);
    });

    it("are all dropped when one of the cases has moved on, whichever it is", async () => {
      const { store } = current();
      for (const late of [0, 1, 2]) {
        const cases = [await stored(current()), await stored(current()), await stored(current())];
        const moved = cases[late];
        if (moved) await store.commit(aMove(moved));
        const decisions = cases.map((found) => aMove(found, { urges: 5 }));
        expect(await store.commitAll(decisions)).toBe("stale");
        for (const [at, { id }] of cases.entries()) {
          expect(await store.cases.byId(id)).toMatchObject({ urges: 0, version: at === late ? 2 : 1 });
          expect(await store.cases.history(id)).toHaveLength(at === late ? 2 : 1);
        }
      }
    });

    it("may open a new case beside changing a known one, and spoil no other decision", async () => {
      const { store } = current();
      const known = await stored(current());
      const fresh = aDecision();
      const late = await stored(current());
      await store.commit(aMove(late));
      const answers = await Promise.all([
        store.commitAll([aMove(known), fresh]),
        store.commitAll([aDecision(), aMove(late)]),
        store.commit(aDecision()),
      ]);
      expect(answers).toMatchObject(["committed", "stale", { kind: "committed" }]);
      expect(await store.cases.byId(fresh.case.id)).not.toBeNull();
    });
  });

  describe("cases that are bound to each other", () => {
    it("are found from the lead and from the whole, with their clocks, and no longer once freed", async () => {
      const { store } = current();
      const lead = await stored(current());
      const follower = await bound(current(), { merged: mergedInto(lead) });
      const part = await bound(current(), { parent: lead.id });
      const followers = await store.linking.followersOf(lead.id);
      expect(followers.map((file) => [file.case.id, file.clocks.length])).toEqual([[follower.id, 1]]);
      expect((await store.linking.partsOf(lead.id)).map((file) => file.case.id)).toEqual([part.id]);
      await store.commit(aMove(follower, withBonds(follower, { merged: null })));
      expect(await store.linking.followersOf(lead.id)).toEqual([]);
    });
  });

  describe("cases to compare a report with", () => {
    it("are open, without a result, of the time and the square asked for, newest first", async () => {
      const { store } = current();
      const at = (lng: number, lat: number, rest: Partial<Case> = {}) =>
        stored(current(), { point: { lng, lat }, placement: null, reportedAt: 9_000, ...rest });
      const near = await at(10, 10);
      const later = await at(10.001, 10, { state: "accepted" });
      await at(10, 10, { state: "handled" });
      await at(10, 10, { state: "closed" });
      await at(10, 10, { reportedAt: 10 });
      await at(11, 10);
      const box = { west: 9.9, east: 10.1, south: 9.9, north: 10.1 };
      const found = await store.linking.compared({ kind: "all" }, { since: 8_000, box, limit: 10 });
      expect(found.map((row) => row.id)).toEqual([later.id, near.id]);
      expect(found[1]).toMatchObject({ text: near.text, spot: { lng: 10, lat: 10 }, reading: near.reading });
      const mine = { kind: "unit", unit: "nobody", account: "nobody" } as const;
      expect(await store.linking.compared(mine, { since: 8_000, box, limit: 10 })).toEqual([]);
    });
  });
}

const mergedInto = (lead: Case): NonNullable<Bonds["merged"]> => ({
  into: lead.id,
  number: lead.number,
  at: 1,
  state: "reported",
  holder: null,
  leadUnit: null,
  ladders: [],
  unheard: [],
  parked: [],
});

async function stored(opened: Opened, parts: Partial<Case> = {}): Promise<Case> {
  const found = aCase(parts);
  return await kept(opened, aDecision({ case: found, clocks: [aClock(found)] }));
}

async function bound(opened: Opened, bonds: Partial<Bonds>): Promise<Case> {
  const found = aCase();
  return await kept(opened, aDecision({ case: { ...found, ...withBonds(found, bonds) } }));
}

async function kept({ store }: Opened, decision: Decision): Promise<Case> {
  const answer = await store.commit(decision);
  if (answer.kind !== "committed") throw new Error(`not stored: ${answer.kind}`);
  return answer.case;
}
