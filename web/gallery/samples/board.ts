/** What boards tell: figures of a cockpit, townships, units and matters, the centre's wall, a trial of the catalogue. */
import type { TrialAnswer } from "../../../server/domain/catalogue/answers.ts";
import type { CockpitAnswer, CockpitFigure } from "../../../server/domain/cockpit/answers.ts";
import type { RulesAnswer } from "../../../server/domain/ruleAnswers.ts";
import { DAY, HOUR } from "../../../server/domain/time.ts";
import type { TrendPoint, WallAnswer } from "../../../server/domain/wallAnswers.ts";
import { found } from "./caseFile.ts";
import { NOW, cell, item, lamp, longUnit, township, water } from "./county.ts";
import { lamps, strained } from "./rows.ts";

const share = (over: number, of: number) => ({ value: over / of, counted: { over, of } });

const figures: readonly CockpitFigure[] = [
  {
    kind: "reported",
    code: "reported",
    name: "",
    value: 37,
    before: 32,
    target: null,
    better: null,
    counted: null,
  },
  {
    kind: "indicator",
    code: "handledOnTime",
    name: "按期处置率",
    before: 0.93,
    target: 0.95,
    better: "high",
    ...share(320, 350),
  },
  {
    kind: "indicator",
    code: "returned",
    name: "退单率",
    before: null,
    target: 0.08,
    better: "low",
    ...share(7, 116),
  },
];

const townshipRow = (name: string, open: number, overdue: number) => ({
  township: { ...township, code: `${township.code}${open}`, name },
  open,
  overdue,
  reported: open,
  before: 3,
});

export const cockpit: CockpitAnswer = {
  figures,
  month: { from: "2026-11-01", to: "2026-11-20" },
  townships: [
    townshipRow(township.name, 56, 18),
    townshipRow("县经济开发区管理委员会（含锦程片区）", 5, 2),
    townshipRow("桑园镇", 10, 0),
  ],
  worst: {
    indicator: { code: "handledOnTime", name: "按期处置率" },
    rows: [
      { unit: lamp, value: 8 / 11, of: 11 },
      { unit: longUnit, value: 15 / 19, of: 19 },
    ],
    small: 38,
  },
  rising: [
    { item, reported: 18, before: 4 },
    {
      item: { code: "x", name: "占用堵塞消防车通道、疏散通道和安全出口（含楼道堆物）" },
      reported: 5,
      before: 2,
    },
  ],
  ask: [
    { row: strained, reasons: [{ kind: "urgent" }, { kind: "severe" }, { kind: "returned", count: 2 }] },
    { row: lamps.red, reasons: [{ kind: "late" }, { kind: "urged", count: 2 }] },
  ],
  now: NOW,
};

export const quietCockpit: CockpitAnswer = {
  ...cockpit,
  worst: { ...cockpit.worst, rows: [], small: 0 },
  rising: [],
  ask: [],
};

const points = (count: number, name: (at: number) => string): readonly TrendPoint[] =>
  Array.from({ length: count }, (_, at) => ({
    when: name(at),
    reported: 20 + ((at * 7) % 13),
    lastYear: at % 5 === 0 ? null : 18 + ((at * 5) % 11),
  }));
const two = (at: number) => String(at + 1).padStart(2, "0");

export const wall: WallAnswer = {
  needs: [
    { mark: "request:extension", count: 4 },
    { mark: "ladder:circulate", count: 16 },
    { mark: "unheard", count: 0 },
  ],
  days: points(30, (at) => `2026-11-${two(at)}`),
  months: points(12, (at) => `2026-${two(at)}`),
  items: [
    { of: item, reported: 14, before: 5 },
    { of: { code: "y", name: "暴露垃圾与卫生死角" }, reported: 9, before: 9 },
  ],
  places: [{ of: cell, reported: 6, before: 8 }],
  now: NOW,
};

const moved = { id: null, number: null, text: null, item, before: lamp, after: water };

export const catalogueTrial: TrialAnswer = {
  days: 30,
  cases: 640,
  moved: 3,
  newlyUnclear: 1,
  byUnit: [
    { unit: water, gained: 3, lost: 0 },
    { unit: longUnit, gained: 0, lost: 3 },
  ],
  rows: [
    {
      ...moved,
      id: "plain",
      number: "20261120-00042",
      text: "文化街第三盏路灯不亮",
      beforeRule: null,
      afterRule: "R-12",
    },
    { ...moved, beforeRule: null, afterRule: null },
  ],
};

/** Nearly everything that a rule book can remember of one case. */
export const manyRules: RulesAnswer = {
  ...found.rules,
  dispute: {
    by: lamp,
    at: NOW - DAY,
    level: 2,
    rulers: [water.name, longUnit.name],
    suggestedUnit: water,
    dueAt: NOW + DAY,
  },
  request: { kind: "extension", at: NOW - HOUR, until: null, dueAt: NOW + HOUR },
  supervision: { kind: "supervise", unit: lamp, at: NOW - HOUR, dueAt: NOW + DAY },
  selfHandled: true,
  onBehalf: true,
};
