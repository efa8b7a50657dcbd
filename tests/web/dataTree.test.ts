import { describe, expect, it } from "vitest";
import { nameOf, namesIn } from "../../web/state/dataTree.ts";

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
    expect(nameOf({ code: "020101", name: "路灯" }, named)).toBe("路灯（020101）");
  });
});
