import { describe, expect, it } from "vitest";
import {
  checkRows,
  type ComponentRow,
  type RowsContext,
} from "../../../server/domain/component/checkRows.ts";
import { partsOfCode } from "../../../server/domain/component/component.ts";
import { smallReference } from "../../support/reference.ts";

const book = smallReference.components;

/** One degree of ground around 118.5, 35.5 is the county, and all of it one cell. */
const context: RowsContext = {
  book,
  county: "371122",
  unitCalled: (name) => (["LD", "路灯所"].includes(name) ? "LD" : name === "水务局" ? "SW" : null),
  place(lng, lat) {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null;
    const isIn = (x: number, y: number) => x >= 118 && x < 119 && y >= 35 && y < 36;
    return { lng, lat, cell: isIn(lng, lat) ? "371122001001001" : null, isSwapped: isIn(lat, lng) };
  },
  source: "路灯.csv",
  now: 7,
};

const good: ComponentRow = {
  line: 2,
  code: "3711220137000012",
  className: "路灯",
  name: "振兴路 12 号杆",
  owner: "路灯所",
  unit: "",
  state: "",
  lng: "118.83",
  lat: "35.58",
};

describe("a code of 16 digits", () => {
  it("is county, class and serial number", () => {
    expect(partsOfCode("3711220137000012", book)).toEqual({
      county: "371122",
      classCode: "0137",
      serial: "000012",
    });
  });

  it.each(["371122013700001", "37112201370000120", "371122013700001A", ""])("is not %j", (code) => {
    expect(partsOfCode(code, book)).toBeNull();
  });
});

describe("a row of a file of components", () => {
  it("is kept with its cell, its owner as a code, and the owner as who mends it", () => {
    const { components, faults } = checkRows([good], context);
    expect(faults).toEqual([]);
    expect(components).toEqual([
      {
        code: "3711220137000012",
        classCode: "0137",
        name: "振兴路 12 号杆",
        owner: "LD",
        unit: "LD",
        cellCode: "371122001001001",
        lng: 118.83,
        lat: 35.58,
        state: "inUse",
        source: "路灯.csv",
        updatedAt: 7,
      },
    ]);
  });

  it("may leave open whose it is and how it is called", () => {
    const [found] = checkRows([{ ...good, owner: "", name: "", className: "" }], context).components;
    expect(found).toMatchObject({ owner: null, unit: null, name: "路灯" });
  });

  it.each([
    [{ code: "371122013700001" }, "code", "code"],
    [{ code: "3711000137000012" }, "county", "code"],
    [{ code: "3711229937000012" }, "unknownClass", "code"],
    [{ className: "污水井盖" }, "otherClass", "className"],
    [{ owner: "灯具厂" }, "owner", "owner"],
    [{ unit: "灯具厂" }, "unit", "unit"],
    [{ state: "坏了" }, "state", "state"],
    [{ lng: "" }, "point", "lng"],
    [{ lng: "一百一十八" }, "point", "lng"],
    [{ lng: "35.58", lat: "118.83" }, "point", "lng"],
    [{ lng: "35.58", lat: "80" }, "outside", "lng"],
    [{ lng: "121.47", lat: "31.23" }, "outside", "lng"],
  ] as const)("%j is told as %s and not kept", (change, kind, column) => {
    const { components, faults } = checkRows([{ ...good, ...change }], context);
    expect(components).toEqual([]);
    expect(faults).toMatchObject([{ line: 2, kind, column }]);
  });

  it("with latitude first is told as such where that would lie in the county", () => {
    const tolerant = { ...context, place: () => ({ lng: 35.58, lat: 118.83, cell: null, isSwapped: true }) };
    expect(checkRows([good], tolerant)).toMatchObject({ faults: [{ kind: "swapped" }], swapped: 1 });
  });

  it("with latitude first is kept and counted where the context reads it the other way round", () => {
    const turning = { ...context, place: () => ({ lng: 118.83, lat: 35.58, cell: "a", isSwapped: true }) };
    const found = checkRows([good, { ...good, line: 3, code: "3711220137000013" }], turning);
    expect(found).toMatchObject({ faults: [], swapped: 2 });
    expect(found.components.map(({ lng }) => lng)).toEqual([118.83, 118.83]);
  });

  it("with a code that stood before is told with the line of the first, and the first is kept", () => {
    const { components, faults } = checkRows([good, { ...good, line: 3, name: "另一盏" }], context);
    expect(components.map(({ name }) => name)).toEqual(["振兴路 12 号杆"]);
    expect(faults).toMatchObject([{ line: 3, kind: "double", expected: "不重复的标识码（第 2 行已有）" }]);
  });

  it("tells everything that is wrong with it at once", () => {
    const { faults } = checkRows([{ ...good, code: "1", owner: "灯具厂", lng: "0", lat: "0" }], context);
    expect(faults.map(({ kind }) => kind)).toEqual(["code", "owner", "outside"]);
  });
});
