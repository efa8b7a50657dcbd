import { describe, expect, it } from "vitest";
import type { Cell } from "../../../geo/cell.ts";
import { changeTo } from "../../../geo/versions.ts";
import type { DraftBody, GridLayer } from "../../../server/domain/gridVersion.ts";
import type { Opened } from "../../support/engines.ts";

export function describeGrid(current: () => Opened): void {
  const grid = () => current().store.grid;

  /** Publishes a drawn grid as the server does: by the change it makes. */
  async function published(drawn: readonly Cell[], layer: GridLayer, validFrom: string): Promise<number> {
    const change = changeTo(drawn, await grid().cells(layer), validFrom);
    const said = { layer, validFrom, note: "重划", source: "a.geojson", by: "admin", at: 7 };
    const version = await grid().publish({ ...said, ...change }, null);
    if (version === null) throw new Error("Somebody else was first.");
    return version;
  }

  describe("the versions of the grid", () => {
    it("keep every cell of every version, and each version its own", async () => {
      const first = await published([east, west], "governance", "2026-01-01");
      const second = await published([{ ...east, name: "东新" }, north], "governance", "2026-07-01");
      expect((await grid().cellsOf(first)).map(({ name }) => name)).toEqual(["东", "西"]);
      expect((await grid().cellsOf(second)).map(({ name }) => name)).toEqual(["东新", "北"]);
      expect(await grid().cells("governance")).toEqual([
        { ...east, validTo: "2026-07-01" },
        { ...east, name: "东新", validFrom: "2026-07-01" },
        { ...west, validTo: "2026-07-01" },
        { ...north, validFrom: "2026-07-01" },
      ]);
      const heads = (await grid().versions()).filter(({ version }) => version === second);
      expect(heads).toMatchObject([
        { layer: "governance", validFrom: "2026-07-01", note: "重划", source: "a.geojson" },
      ]);
      expect(heads).toMatchObject([{ cells: 2, kept: 0, begun: 2, ended: 2, publishedBy: "admin" }]);
    });

    it("have a hash that is found again from the cells, the same for the same grid", async () => {
      const one = await published([east, west], "management", "2026-01-01");
      const other = await published([east], "management", "2026-02-01");
      const again = await published([east, west], "management", "2026-03-01");
      const hashes = new Map((await grid().versions()).map(({ version, hash }) => [version, hash]));
      expect(hashes.get(one)).toMatch(/^[\da-f]{64}$/u);
      expect(hashes.get(again)).toBe(hashes.get(one));
      expect(hashes.get(other)).not.toBe(hashes.get(one));
      for (const version of [one, other, again])
        expect(await grid().hashOf(version)).toBe(hashes.get(version));
    });

    it("lie on layers of their own", async () => {
      await published([west], "patrol", "2026-01-01");
      expect((await grid().cells("patrol")).map(({ code }) => code)).toEqual([west.code]);
      expect(await grid().cellsOf(999_999)).toEqual([]);
    });

    it("never end a cell that somebody else has ended: then nothing is written", async () => {
      await published([east, north], "patrol", "2026-02-01");
      const stale = {
        layer: "patrol",
        validFrom: "2026-03-01",
        note: "",
        source: "",
        by: "x",
        at: 8,
      } as const;
      const before = (await grid().versions()).length;
      expect(await grid().publish({ ...stale, kept: [], begun: [], ended: [west] }, null)).toBeNull();
      expect(await grid().versions()).toHaveLength(before);
    });
  });

  describe("a draft of the grid", () => {
    it("is saved by whoever saw the newest, and gone when it is published or thrown away", async () => {
      const draft = { layer: "patrol", source: "b.zip", changedBy: "admin", changedAt: 9, body } as const;
      expect(await grid().draft("patrol")).toBeNull();
      expect(await grid().saveDraft(draft, null)).toBe(true);
      expect(await grid().saveDraft(draft, null)).toBe(false);
      expect(await grid().saveDraft({ ...draft, source: "c.zip" }, 1)).toBe(true);
      expect(await grid().saveDraft(draft, 1)).toBe(false);
      expect(await grid().draft("patrol")).toEqual({ ...draft, source: "c.zip", revision: 2 });
      expect(await grid().discardDraft("patrol", 1)).toBe(false);
      expect(await grid().discardDraft("patrol", 2)).toBe(true);
      expect(await grid().saveDraft(draft, null)).toBe(true);
      const said = {
        layer: "patrol",
        validFrom: "2026-04-01",
        note: "",
        source: "",
        by: "x",
        at: 8,
      } as const;
      const kept = (await grid().cells("patrol")).filter(({ validTo }) => validTo === undefined);
      const nothing = { kept, begun: [], ended: [] };
      expect(await grid().publish({ ...said, ...nothing }, 5)).toBeNull();
      expect(await grid().publish({ ...said, ...nothing }, 1)).not.toBeNull();
      expect(await grid().draft("patrol")).toBeNull();
    });
  });
}

const east = aCell("371122101001001", "东", 118.1);
const west = aCell("371122101001002", "西", 118.2);
const north = aCell("371122101001003", "北", 118.3);

const body: DraftBody = {
  drawing: {
    cells: [
      {
        code: "#1",
        hasCode: false,
        name: "一",
        kind: "base",
        rings: [
          [
            [
              [118, 35],
              [118.1, 35],
            ],
          ],
        ],
      },
    ],
    faults: [{ code: "notAnArea", severity: "error", cells: ["#2"], value: "Point" }],
  },
  datum: "gcj02",
  stated: false,
};

function aCell(code: string, name: string, lng: number): Cell {
  return {
    code,
    name,
    townshipCode: code.slice(0, 9),
    communityCode: code.slice(0, 12),
    kind: "base",
    rings: [
      [
        [
          [lng, 35.1],
          [lng + 0.1, 35.1],
          [lng + 0.1, 35.2],
        ],
      ],
    ],
    validFrom: "2026-01-01",
  };
}
