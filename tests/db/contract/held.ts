/** What the server answers from memory is what the database would answer, whoever wrote last. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCase, aDecision, aMove, nextId } from "../../../fixtures/build.ts";
import { boxAround } from "../../../geo/near.ts";
import type { Case } from "../../../server/domain/case.ts";
import type { Scope } from "../../../server/domain/permit.ts";
import { createHeldCases } from "../../../server/held/cases.ts";
import { createHeldFiles } from "../../../server/held/files.ts";
import { heldBy } from "../../../server/deps.ts";
import { holding } from "../../../server/held/holding.ts";
import { createHeldPlaces } from "../../../server/held/places.ts";
import { HOUR } from "../../../server/domain/time.ts";
import type { Opened } from "../../support/engines.ts";
import { smallReference } from "../../support/reference.ts";

/** Later than everything the other parts of the contract wrote. */
const NOW = 4_000_000_000_000;
const spot = { lng: 61.5, lat: 31.5 };
const { linking } = smallReference;
/** Nothing older than this is ever compared. */
const rules = { ...linking, near: { ...linking.near, hours: 100 } };

const place = fc.record(
  {
    lng: fc.double({ min: 61.49, max: 61.51, noNaN: true }),
    lat: fc.double({ min: 31.49, max: 31.51, noNaN: true }),
  },
  { noNullPrototype: true },
);
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("report" as const), place: fc.option(place), ago: fc.nat(200) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("move" as const),
      which: fc.nat(),
      to: fc.constantFrom("accepted" as const, "handled" as const, "closed" as const, "filed" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("erase" as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("ask" as const) }) },
);
const scopes: readonly Scope[] = [
  { kind: "all" },
  { kind: "none" },
  { kind: "township", township: "371122101", account: "somebody" },
  { kind: "cells", cells: ["371122102001001"], account: "somebody" },
  { kind: "unit", unit: "lights", account: "nobody" },
];

export function describeHeld(current: () => Opened): void {
  describe("cases held in memory", () => {
    it("are those of the database after every commit and erasure, by whichever process", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
          const { store } = current();
          // In steps of few, so that what came between two questions takes several
          const held = createHeldCases({ store, clock: { now: () => NOW }, rules, step: 3 });
          const known: Case[] = [];
          for (const each of acts) {
            const found = "which" in each ? known[each.which % Math.max(1, known.length)] : undefined;
            if (each.act === "report") known.push(await reported(current(), each));
            if (each.act === "move" && found) {
              const moved = await store.commit(aMove(found, { state: each.to }));
              if (moved.kind === "committed") known[known.indexOf(found)] = moved.case;
            }
            if (each.act === "erase" && found) await store.cases.erase(found.id);
            if (each.act === "ask") await agree();
          }
          await agree();

          async function agree(): Promise<void> {
            for (const scope of scopes)
              for (const [metres, limit] of [
                [500, 300],
                [2000, 3],
              ] as const) {
                const within = { since: NOW - 100 * HOUR, limit };
                const box = boxAround(spot, metres);
                const rows = await held.openAround(spot, metres, { ...within, scope });
                expect(rows.map(({ row }) => row.case)).toEqual(
                  await store.linking.compared(scope, { ...within, box }),
                );
              }
          }
        }),
        { numRuns: 12 },
      );
    });

    it("miss none of a storm that came between two questions, however many steps it takes", async () => {
      const { store } = current();
      const held = createHeldCases({ store, clock: { now: () => NOW }, rules, step: 3 });
      const item = nextId("item");
      const within = { item, scope: { kind: "all" } as const, since: NOW - 10 * HOUR };
      const ids = async () => (await held.placedAround(spot, 100, within)).map(({ id }) => id).toSorted();
      expect(await ids()).toEqual([]);
      const storm: string[] = [];
      for (let n = 0; n < 10; n += 1)
        storm.push((await reported(current(), { place: spot, ago: 1 }, { itemCode: item })).id);
      expect(await ids()).toEqual(storm.toSorted());
    });

    it("are also those that are over, by item, for as long as similar ones are asked for", async () => {
      const { store } = current();
      const held = createHeldCases({ store, clock: { now: () => NOW }, rules });
      const item = nextId("item");
      const within = { item, scope: { kind: "all" } as const, since: NOW - 10 * HOUR };
      const one = await reported(current(), { place: spot, ago: 1 }, { itemCode: item });
      await reported(current(), { place: spot, ago: 11 }, { itemCode: item });
      await reported(current(), { place: spot, ago: 1 });
      const ids = async () => (await held.placedAround(spot, 100, within)).map(({ id }) => id);
      expect(await ids()).toEqual([one.id]);
      await store.commit(aMove(one, { state: "closed", closedAt: NOW }));
      expect(await ids()).toEqual([one.id]);
    });
  });

  describe("case files held in memory", () => {
    const turn = fc.record({
      does: fc.constantFrom("here", "elsewhere", "erase", "ask"),
      which: fc.nat(2),
      stopsClock: fc.boolean(),
    });

    it("are those of the database after every act and erasure, by whichever process", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { minLength: 3, maxLength: 25 }), async (turns) => {
          const { store } = current();
          const held = createHeldFiles(store);
          const ids: string[] = [];
          for (let n = 0; n < 3; n += 1) {
            const opened = aDecision();
            await store.commit(opened);
            ids.push(opened.case.id);
          }
          for (const { does, which, stopsClock } of turns) {
            const id = ids[which] ?? "";
            const found = await held.file(id);
            expect(found).toEqual(await store.cases.file(id));
            if (!found) throw new Error(`Case ${id} is gone`);
            if (does === "erase") await store.cases.erase(id);
            if (does !== "here" && does !== "elsewhere") continue;
            const clocks = stopsClock
              ? found.clocks.map((clock) => ({ ...clock, lookAt: null, stoppedAt: NOW }))
              : found.clocks;
            const moved = await store.commit({
              ...aMove(found.case, { urges: found.case.urges + 1 }),
              clocks: stopsClock ? clocks : [],
            });
            if (does === "here" && moved.kind === "committed") held.put({ case: moved.case, clocks });
          }
          for (const id of ids) expect(await held.file(id)).toEqual(await store.cases.file(id));
        }),
        { numRuns: 12 },
      );
    });

    it("are read once, until somebody else acts or the words are erased", async () => {
      const { store } = current();
      const { case: opened } = aDecision();
      const known = await store.commit(aDecision({ case: opened }));
      if (known.kind !== "committed") throw new Error(known.kind);
      let reads = 0;
      const file = async (id: string) => ((reads += 1), await store.cases.file(id));
      const held = createHeldFiles({ cases: { ...store.cases, file } });
      const readsOf = async () => (await held.file(opened.id), await held.file(opened.id), reads);
      expect(await readsOf()).toBe(1);
      await store.commit(aMove(known.case));
      expect(await readsOf()).toBe(2);
      await store.cases.erase(opened.id);
      expect(await readsOf()).toBe(3);
      expect((await held.file(opened.id))?.case.text).toBe("");
    });
  });

  describe("places held in memory", () => {
    it("follow sites, hydrants, people and accounts", async () => {
      const { store } = current();
      const held = createHeldPlaces(store);
      const other = createHeldPlaces(store);
      const box = boxAround(spot, 50);
      const read = async () => {
        const { sites, hydrants, peopleByCell, staff } = await held.current();
        return {
          sites: sites.inBox(box).map(({ name }) => name),
          hydrants: hydrants.inBox(box).map(({ name }) => name),
          people: peopleByCell.get("held-cell") ?? null,
          staff: staff.byUsername.get("held")?.cells ?? null,
        };
      };
      expect(await read()).toEqual({ sites: [], hydrants: [], people: null, staff: null });
      const source = "test";
      const school = { id: "held-site", kind: "school" as const, ...spot, people: 1, phone: null, source };
      await store.sites.put([{ ...school, name: "小学" }]);
      const hydrant = { code: "3711220699999999", classCode: "0699", ...spot, owner: null, unit: null };
      const standing = { ...hydrant, name: "栓", cellCode: null, source, updatedAt: 1 };
      await store.components.put([{ ...standing, state: "inUse" }]);
      await store.sites.putPeople([{ cellCode: "held-cell", people: 7, source }]);
      const account = { id: "held", username: "held", name: "王", role: "gridWorker" as const, unit: null };
      const whole = { ...account, posts: [], disabled: false, demo: false, createdAt: 1 };
      await store.people.put({ ...whole, cells: ["a"] }, "hash");
      expect(await read()).toEqual({ sites: ["小学"], hydrants: ["栓"], people: 7, staff: ["a"] });
      await other.current();
      await store.sites.put([{ ...school, name: "中学" }]);
      await store.components.put([{ ...standing, state: "removed" }]);
      await store.sites.putPeople([{ cellCode: "held-cell", people: 8, source }]);
      await store.people.put({ ...whole, cells: ["b"] }, "hash");
      expect(await read()).toEqual({ sites: ["中学"], hydrants: [], people: 8, staff: ["b"] });
      await store.people.setDisabled("held", true);
      expect(await read()).toMatchObject({ staff: null });
    });

    it("are not read again when an account only signs in or changes its password", async () => {
      const { store } = current();
      const before = await store.changes.counts();
      await store.people.setPassword("held", "another hash");
      expect(await store.changes.counts()).toEqual(before);
    });
  });

  describe("what is held by one mark", () => {
    it("is read again only after it was written, by whichever process", async () => {
      let [mark, reads] = [1, 0];
      const held = holding(
        async () => mark,
        async () => (reads += 1),
      );
      expect([await held(), await held()]).toEqual([1, 1]);
      mark = 2;
      expect([await held(), await held()]).toEqual([2, 2]);
    });

    it("names the people of the database after each change of an account", async () => {
      const { store } = current();
      const { namedPeople } = heldBy(store);
      const id = nextId("held");
      const person = { name: "分管", role: "leader", unit: "LD", cells: [], posts: [] } as const;
      const account = { id, username: id, ...person, disabled: false, demo: false, createdAt: NOW };
      const ids = async () => (await namedPeople()).map((row) => row.id);
      expect(await ids()).not.toContain(id);
      await store.people.put(account, "");
      expect(await ids()).toContain(id);
      await store.people.setDisabled(id, true);
      expect(await namedPeople()).toEqual(await store.people.named());
      expect(await ids()).not.toContain(id);
    });

    it("knows a ruling that was just given", async () => {
      const { store } = current();
      const { rulings } = heldBy(store);
      const before = await rulings();
      const opened = await store.commit(aDecision());
      if (opened.kind !== "committed") throw new Error("not stored");
      const facts = { itemCode: "020101", unit: "LD", against: "CG", basisItem: "020101", level: 1 };
      await store.commit(aMove(opened.case, {}, { action: "rule", facts, at: NOW }));
      const after = await rulings();
      expect(after).toHaveLength(before.length + 1);
      expect(after.at(-1)).toMatchObject({ caseId: opened.case.id, unit: "LD", itemCode: "020101" });
    });
  });
}

async function reported(
  { store }: Opened,
  {
    place,
    ago,
  }: { readonly place: { readonly lng: number; readonly lat: number } | null; readonly ago: number },
  parts: Partial<Case> = {},
): Promise<Case> {
  const cellCode = ago % 2 === 0 ? "371122101001001" : "371122102001001";
  const found = aCase({
    point: place,
    placement: null,
    reportedAt: NOW - ago * HOUR,
    cellCode,
    leadUnit: ago % 3 === 0 ? "lights" : null,
    ...parts,
  });
  const committed = await store.commit(aDecision({ case: found }));
  if (committed.kind !== "committed") throw new Error(`Got ${committed.kind}`);
  return committed.case;
}
