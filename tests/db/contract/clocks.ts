import { describe, expect, it } from "vitest";
import type { Case, Decision } from "../../../server/domain/case.ts";
import { aCase, aClock, aDecision, aMove } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

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

  /** Who is given out; nothing is decided about them, so they stay due. */
  const due = async (now: number, limit = 10) => {
    const given: string[] = [];
    await current().store.clocks.takeDue(now, limit, async (ids) => {
      given.push(...ids);
      return [];
    });
    return given;
  };

  /** The case moves on, and its clock is looked at then. */
  const movesOn = async (found: Case, lookAt: number): Promise<Decision> => {
    const [clock] = (await current().store.cases.file(found.id))?.clocks ?? [];
    if (!clock) throw new Error("no clock");
    return { ...aMove(found), clocks: [{ ...clock, stage: "warned", lookAt }], lookAt };
  };

  describe("a case whose clock must be looked at", () => {
    it("is given out earliest first, and again while nothing was decided about it", async () => {
      const { clocks } = current().store;
      const [later, sooner] = [await dueAt(200), await dueAt(100)];
      expect(await clocks.nextLook()).toBe(100);
      expect(await due(99)).toEqual([]);
      expect(await due(199)).toEqual([sooner.id]);
      expect(await due(200)).toEqual([sooner.id, later.id]);
      expect(await due(200, 1)).toEqual([sooner.id]);
      await rest([later.id, sooner.id]);
    });

    it("is not asked about when nothing is due", async () => {
      const answers = await current().store.clocks.takeDue(1, 10, async () => expect.fail("nothing is due"));
      expect(answers).toEqual([]);
    });

    it("stands as was decided, durably, and is due again at its next instant", async () => {
      const { store } = current();
      const found = await dueAt(100);
      const decision = await movesOn(found, 150);
      expect(await store.clocks.takeDue(100, 10, async () => [decision])).toEqual(["committed"]);
      expect((await store.cases.byId(found.id))?.version).toBe(2);
      expect((await store.cases.history(found.id)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await due(149)).toEqual([]);
      expect(await due(150)).toEqual([found.id]);
      await rest([found.id]);
    });

    it("is stored with the others of its batch, whatever becomes of one of them", async () => {
      const { store } = current();
      const [moved, gaping, twice, good] = [
        await dueAt(100),
        await dueAt(101),
        await dueAt(102),
        await dueAt(103),
      ];
      const decisions = await Promise.all(
        [moved, gaping, twice, good].map(async (found) => await movesOn(found, 5000)),
      );
      const answers = await store.clocks.takeDue(103, 10, async (ids) => {
        expect(ids).toEqual([moved.id, gaping.id, twice.id, good.id]);
        return decisions.map((decision) => {
          // Made on a version that does not stand any more
          if (decision.case.id === moved.id)
            return { ...decision, case: { ...decision.case, headHash: "f".repeat(64) } };
          // Its events lead nowhere
          if (decision.case.id === gaping.id) return { ...decision, events: [] };
          // Two notices of one name, which no database holds
          if (decision.case.id === twice.id)
            return { ...decision, notices: [aNotice(twice), aNotice(twice)] };
          return decision;
        });
      });
      expect(answers).toEqual(["stale", expect.any(Error), expect.any(Error), "committed"]);
      const versions = [moved, gaping, twice, good].map(
        async ({ id }) => (await store.cases.byId(id))?.version,
      );
      expect(await Promise.all(versions)).toEqual([1, 1, 1, 2]);
      await rest([moved.id, gaping.id, twice.id, good.id]);
    });

    it("stays as it was when nobody can decide", async () => {
      const found = await dueAt(100);
      const fails = current().store.clocks.takeDue(
        100,
        10,
        async () => await Promise.reject(new Error("no")),
      );
      await expect(fails).rejects.toThrow("no");
      expect(await due(100)).toEqual([found.id]);
      await rest([found.id]);
    });

    it("is looked at later when it was put off", async () => {
      const { clocks } = current().store;
      const { id } = await dueAt(100);
      await clocks.putOff(id, 5000);
      expect(await due(4999)).toEqual([]);
      expect(await due(5000)).toEqual([id]);
      await rest([id]);
    });

    it("is not looked at any more when no clock runs", async () => {
      const { store } = current();
      const found = await dueAt(100);
      const [clock] = (await store.cases.file(found.id))?.clocks ?? [];
      if (!clock) throw new Error("no clock");
      await store.commit({ ...aMove(found), clocks: [{ ...clock, lookAt: null, stoppedAt: 5 }] });
      await store.clocks.putOff(found.id, 50);
      expect(await due(1_000_000)).toEqual([]);
    });

    it("is never given to two of many sweeps at once", async () => {
      const { clocks } = current().store;
      const cases = await Promise.all(Array.from({ length: 60 }, async () => await dueAt(100)));
      const decisions = new Map(
        await Promise.all(cases.map(async (found) => [found.id, await movesOn(found, 90_000)] as const)),
      );
      const given: string[] = [];
      const sweep = async () =>
        await clocks.takeDue(100, 7, async (ids) => {
          given.push(...ids);
          return ids.flatMap((id) => decisions.get(id) ?? []);
        });
      const stored = (await Promise.all(Array.from({ length: 16 }, sweep))).flat();
      while (stored.length < cases.length) stored.push(...(await sweep()));
      expect(given.toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
      expect(new Set(stored)).toEqual(new Set(["committed"]));
      await rest(given);
    });
  });

  it("files of many cases are those of each, with their clocks in order", async () => {
    const { cases } = current().store;
    const [one, other] = [await dueAt(300), await dueAt(300)];
    const files = await cases.files([other.id, one.id, "nobody"]);
    const each = [await cases.file(one.id), await cases.file(other.id)];
    expect(files.toSorted((a, b) => (a.case.id < b.case.id ? -1 : 1))).toEqual(
      each.toSorted((a, b) => ((a?.case.id ?? "") < (b?.case.id ?? "") ? -1 : 1)),
    );
    expect(await cases.files([])).toEqual([]);
    await rest([one.id, other.id]);
  });

  function aNotice({ id: caseId }: Case): Decision["notices"][number] {
    const to = { kind: "unit", code: "centre" } as const;
    return { id: `twice ${caseId}`, caseId, seq: 2, kind: "warn", to, createdAt: 100 };
  }

  async function rest(ids: readonly string[]): Promise<void> {
    for (const id of ids) await current().store.clocks.putOff(id, Number.MAX_SAFE_INTEGER);
  }
}
