import { describe, expect, it } from "vitest";
import { aCase, aDecision, aMove, nextId } from "../../../fixtures/build.ts";
import { withRules } from "../../../server/domain/caseRules.ts";
import type { Component } from "../../../server/domain/component/component.ts";
import type { Opened } from "../../support/engines.ts";

let serial = 0;

function aComponent(parts: Partial<Component> = {}): Component {
  serial += 1;
  return {
    code: `3711220137${String(serial).padStart(6, "0")}`,
    classCode: "0137",
    name: `路灯 ${serial}`,
    owner: "LD",
    unit: "LD",
    cellCode: "371122001001001",
    lng: 118.8,
    lat: 35.5,
    state: "inUse",
    source: "test",
    updatedAt: 1,
    ...parts,
  };
}

/** Reports one case of the component. */
async function failed({ store }: Opened, { code, name, owner, unit }: Component, reportedAt = 1000) {
  const component = { code, name, owner, unit, items: ["020101"] };
  const opened = aCase({ reportedAt, ...withRules({}, { component }) });
  const stored = await store.commit(aDecision({ case: opened }));
  if (stored.kind !== "committed") throw new Error("not stored");
  return stored.case;
}

const first = { after: "", limit: 1000 } as const;

export function describeComponents(current: () => Opened): void {
  describe("components", () => {
    it("are known by code: put again, they are what they became", async () => {
      const { store } = current();
      const lamp = aComponent();
      await store.components.put([lamp]);
      await store.components.put([{ ...lamp, owner: null, lng: 118.900_000_1 }]);
      expect(await store.components.byCodes([lamp.code])).toEqual([
        { ...lamp, owner: null, lng: 118.900_000_1 },
      ]);
      expect(await store.components.byCodes(["9999999999999999"])).toEqual([]);
      expect(await store.components.byCodes([])).toEqual([]);
    });

    it("hand a case over with its history when another component is named, and let it go", async () => {
      const { store } = current();
      const [wrong, right] = [aComponent(), aComponent()];
      await store.components.put([wrong, right]);
      const reported = await failed({ ...current(), store }, wrong);
      const codesOf = async () =>
        (await Promise.all([wrong, right].map(({ code }) => store.components.casesOf(code, 10)))).map(
          (cases) => cases.map(({ id }) => id),
        );
      expect(await codesOf()).toEqual([[reported.id], []]);
      const { code, name, owner, unit } = right;
      const named = aMove(reported, {
        ...withRules(reported, { component: { code, name, owner, unit, items: ["020101"] } }),
      });
      const moved = await store.commit(named);
      expect(await codesOf()).toEqual([[], [reported.id]]);
      if (moved.kind !== "committed") throw new Error("not stored");
      const { component: _, ...rest } = moved.case.rules ?? {};
      await store.commit(aMove(moved.case, { rules: rest as NonNullable<typeof moved.case.rules> }));
      expect(await codesOf()).toEqual([[], []]);
      expect((await store.components.tallies([wrong.code, right.code], 0)).length).toBe(0);
    });

    it("are found by what is asked, in order of their codes", async () => {
      const { store } = current();
      const unit = nextId("U");
      const [one, two, three] = [
        aComponent({ unit, name: "Alpha_1 井盖" }),
        aComponent({ unit, owner: null, cellCode: "371122102001001" }),
        aComponent({ unit, classCode: "0123", state: "removed" }),
      ];
      await store.components.put([three, one, two]);
      const codes = async (filter: Parameters<typeof store.components.list>[0]) =>
        (await store.components.list({ unit, ...filter }, first)).map(({ code }) => code);
      expect(await codes({})).toEqual([one.code, two.code, three.code]);
      expect(await codes({ owner: null })).toEqual([two.code]);
      expect(await codes({ owner: "LD" })).toEqual([one.code, three.code]);
      expect(await codes({ classCode: "0123" })).toEqual([three.code]);
      expect(await codes({ state: "inUse" })).toEqual([one.code, two.code]);
      expect(await codes({ within: "371122102" })).toEqual([two.code]);
      expect(await codes({ words: "alpha_1" })).toEqual([one.code]);
      expect(await codes({ words: "alphaX1" })).toEqual([]);
      expect(await codes({ words: two.code.slice(-6) })).toEqual([two.code]);
      expect(await store.components.count({ unit })).toBe(3);
      const rest = await store.components.list({ unit }, { after: one.code, limit: 1 });
      expect(rest.map(({ code }) => code)).toEqual([two.code]);
    });

    it("lie in a box and in cells; removed ones are gone from both", async () => {
      const { store } = current();
      const cellCode = nextId("cell");
      const here = aComponent({ cellCode, lng: 10.5, lat: 20.5 });
      const gone = aComponent({ cellCode, lng: 10.5, lat: 20.5, state: "removed" });
      const away = aComponent({ cellCode, lng: 11.5, lat: 20.5 });
      await store.components.put([here, gone, away]);
      const box = { west: 10, east: 11, south: 20, north: 21 };
      expect(await store.components.inBox(box, { limit: 10 })).toEqual([here]);
      expect(await store.components.inBox(box, { limit: 10, classCode: "0123" })).toEqual([]);
      expect(await store.components.inCells([cellCode], 10)).toEqual([here, away]);
      expect(await store.components.inCells([], 10)).toEqual([]);
    });

    it("have the history of their cases, the newest first", async () => {
      const lamp = aComponent();
      const { store } = current();
      await store.components.put([lamp]);
      const old = await failed(current(), lamp, 1000);
      const late = await failed(current(), lamp, 3000);
      await store.commit(aMove(old, { state: "closed", closedAt: 2000 }));
      const history = await store.components.casesOf(lamp.code, 10);
      expect(history.map(({ id }) => id)).toEqual([late.id, old.id]);
      expect(history[0]?.rules?.component?.code).toBe(lamp.code);
      expect(await store.components.tallies([lamp.code, aComponent().code], 2500)).toEqual([
        {
          code: lamp.code,
          cases: 2,
          open: 1,
          lately: 1,
          lastReportedAt: 3000,
          lastMendedAt: 2000,
          mended: 1,
        },
      ]);
    });

    it("are found by an open case, and by failing again and again", async () => {
      const { store } = current();
      const unit = nextId("U");
      const [sound, once, often] = [aComponent({ unit }), aComponent({ unit }), aComponent({ unit })];
      await store.components.put([sound, once, often]);
      await failed(current(), once, 100);
      for (const at of [100, 200, 300]) {
        const found = await failed(current(), often, at);
        await store.commit(aMove(found, { state: "closed", closedAt: at + 1 }));
      }
      const codes = async (filter: Parameters<typeof store.components.list>[0]) =>
        (await store.components.list({ unit, ...filter }, first)).map(({ code }) => code);
      expect(await codes({ isFaulty: true })).toEqual([once.code]);
      expect(await codes({ repeated: { cases: 3, since: 100 } })).toEqual([often.code]);
      expect(await codes({ repeated: { cases: 3, since: 150 } })).toEqual([]);
    });
  });

  describe("sites and people", () => {
    it("are kept by id and by cell", async () => {
      const { store } = current();
      const school = {
        id: nextId("site"),
        kind: "school" as const,
        name: "实验小学",
        lng: 118.8,
        lat: 35.5,
        people: 900,
        phone: null,
        source: "test",
      };
      await store.sites.put([school]);
      await store.sites.put([{ ...school, people: 950, phone: "0633-6222222" }]);
      expect((await store.sites.all()).filter(({ id }) => id === school.id)).toEqual([
        { ...school, people: 950, phone: "0633-6222222" },
      ]);
      const cellCode = nextId("cell");
      await store.sites.putPeople([{ cellCode, people: 10, source: "a" }]);
      await store.sites.putPeople([{ cellCode, people: 12, source: "b" }]);
      const people = (await store.sites.people()).filter((row) => row.cellCode === cellCode);
      expect(people).toEqual([{ cellCode, people: 12, source: "b" }]);
    });
  });
}
