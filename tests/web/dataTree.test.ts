import { describe, expect, it } from "vitest";
import { codeOf, gistOf, nameOf, wayIn, namesIn } from "../../web/state/dataTree.ts";

const known: Readonly<Record<string, string>> = { LD: "路灯所", SW: "水务局", "020101": "路灯不亮" };
const named = (code: string) => known[code] ?? null;

describe("codes in county data", () => {
  it.each([
    ["LD", "路灯所"],
    [["LD", "SW"], "路灯所、水务局"],
    [["LD", "XX", "020101"], "路灯所、路灯不亮"],
    ["每天两次", ""],
    [["08:30", "12:00"], ""],
    [3, ""],
    [null, ""],
  ] as const)("%j is told as %j", (value, told) => {
    expect(namesIn(value, named)).toBe(told);
  });

  it("are names in the title of a row that has none of its own", () => {
    expect(nameOf({ when: "城区道路", unit: "LD" }, named)).toBe("城区道路 · 路灯所");
    expect(nameOf({ code: "020101", name: "路灯" }, named)).toBe("路灯");
    expect([codeOf({ code: "020101", name: "路灯" }), codeOf({ code: "LD", unit: "LD" })]).toEqual([
      "020101",
      null,
    ]);
  });

  it("are names on the way to a value, whether a row is told by its code or its place", () => {
    const body = {
      "departments.json": {
        units: [
          { code: "LD", name: "路灯所" },
          { code: "SW", name: "" },
        ],
      },
    };
    const way = (...path: string[]) => wayIn(body, path, (key) => `<${key}>`).join(" ");
    expect(way("departments.json", "units", "LD", "closedOn")).toBe(
      "<departments.json> <units> 路灯所 <closedOn>",
    );
    expect(way("departments.json", "units", "0", "name")).toBe("<departments.json> <units> 路灯所 <name>");
    expect(way("departments.json", "units", "SW")).toBe("<departments.json> <units> <SW>");
    expect(way("gone.json", "units", "9", "x")).toBe("<gone.json> <units> <9> <x>");
  });

  it("stand folded with the limit or number that they come down to", () => {
    const word = (unit: string) => ({ workHour: "工作时" })[unit] ?? unit;
    expect(gistOf({ name: "签收", budget: { value: 1, unit: "workHour" } }, word)).toBe("1 工作时");
    expect(gistOf({ name: "延期次数", value: 2 }, word)).toBe("2");
    expect(gistOf({ name: "县水利局", duties: [] }, word)).toBe("");
  });
});
