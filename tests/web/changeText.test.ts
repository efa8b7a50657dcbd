import { describe, expect, it } from "vitest";
import { differences } from "../../server/domain/county/differences.ts";
import { choices, inOrder, labelOf } from "../../web/countyLabels.ts";
import { type Dictionary, toldChanges } from "../../web/state/changeText.ts";

const words: Dictionary = {
  label: labelOf,
  choice: (key, value) => choices[key]?.[value] ?? null,
  named: (code) => ({ LD: "路灯所", SW: "水务局" })[code] ?? null,
  inOrder,
  yes: "是",
  no: "否",
  none: "未设",
  rows: (count) => `${count} 行`,
};

function told(before: unknown, after: unknown): readonly string[] {
  const bodies = { before: { "policies.json": before }, after: { "policies.json": after } };
  return toldChanges(differences(bodies.before, bodies.after), bodies, words).map(
    ({ way, before: was, after: is }) => `${way.slice(1).join(" · ")}: ${was ?? "-"} → ${is ?? "-"}`,
  );
}

const urgent = {
  code: "urgentDispatch",
  version: "2026-11-22",
  name: "派遣（紧急、特急）",
  budget: { value: 60, unit: "calendarMinute" },
  warn: { share: 0.3, workHours: 4 },
  severeFactor: 3,
};
const accept = { ...urgent, code: "accept", name: "签收", budget: { value: 1, unit: "workHour" } };

describe("a change of county data", () => {
  const inWords = "时限 60 分钟（连续）；提前提醒（剩余比例 0.3；剩余工作时 4）；严重超期倍数 3";

  it("that takes a row away or brings one is told in words", () => {
    expect(told([accept, urgent], [accept])).toEqual([`派遣（紧急、特急）: ${inWords} → -`]);
    expect(told([accept], [accept, urgent])).toEqual([`派遣（紧急、特急）: - → ${inWords}`]);
  });

  it("of a limit's number and measure is one change", () => {
    const slower = { ...accept, budget: { value: 2, unit: "workday" } };
    expect(told([accept], [slower])).toEqual(["签收 · 时限: 1 工作时 → 2 工作日"]);
    expect(told([accept], [{ ...accept, budget: { value: 3, unit: "workHour" } }])).toEqual([
      "签收 · 时限: 1 工作时 → 3 工作时",
    ]);
  });

  it("of a value says its word, the name of a code, and what is empty", () => {
    const row = { code: "A1", name: "事项", urgency: "normal", leadUnit: "LD", sensitiveSubject: false };
    const other = { ...row, urgency: "urgent", leadUnit: "SW", sensitiveSubject: true };
    expect(told([row], [other])).toEqual([
      "事项 · 紧急程度: 一般 → 紧急",
      "事项 · 主办单位: 路灯所 → 水务局",
      "事项 · 涉敏: 否 → 是",
    ]);
    expect(told([{ ...row, level: null }], [{ ...row, level: "" }])).toEqual(["事项 · 层级: 未设 → 未设"]);
  });

  it("of lists tells values by name, and rows by their number", () => {
    const row = { code: "A1", name: "事项", assistUnits: ["LD"], conditions: [{ code: "1" }, { code: "2" }] };
    expect(told([], [row])).toEqual(["事项: - → 协办单位 路灯所；立案条件 2 行"]);
    expect(told([row], [{ ...row, assistUnits: ["SW"] }])).toEqual([
      "事项 · 协办单位 · SW: - → 水务局",
      "事项 · 协办单位 · LD: 路灯所 → -",
    ]);
  });
});
