/** Rows of a worklist: plain ones with every lamp, and one with everything at once. */
import type { CaseRow } from "../../../server/domain/listAnswers.ts";
import { DAY, HOUR } from "../../../server/domain/time.ts";
import { NOW, cell, item, lamp, longText, longUnit, township } from "./county.ts";

const ticks = (warn: number, due: number) => ({
  warnAt: NOW + warn,
  dueAt: NOW + due,
  severeAt: NOW + due + 5 * DAY,
  dueBy: { unit: "workHour", calendar: null, provisional: false } as const,
});

export const plainRow: CaseRow = {
  id: "plain",
  number: "20261120-00042",
  version: 3,
  state: "dispatched",
  channel: "gridWorker",
  reportedAt: NOW - 3 * HOUR,
  updatedAt: NOW - HOUR,
  text: "文化街第三盏路灯不亮",
  address: "城阳街道文化街",
  item,
  urgency: "normal",
  township,
  cell,
  leadUnit: lamp,
  holder: lamp,
  desk: [],
  returns: 0,
  reworks: 0,
  urges: 0,
  missed: 0,
  confidential: false,
  ...ticks(2 * DAY, 3 * DAY),
  marks: [],
};

export const rowOf = (parts: Partial<CaseRow>): CaseRow => ({ ...plainRow, ...parts });

export const lamps = {
  green: rowOf({ id: "green" }),
  amber: rowOf({ id: "amber", ...ticks(-HOUR, 2 * HOUR), state: "filed", holder: township }),
  red: rowOf({ id: "red", ...ticks(-DAY, -2 * HOUR), urges: 2, state: "accepted" }),
  severe: rowOf({ id: "severe", ...ticks(-9 * DAY, -8 * DAY), severeAt: NOW - DAY, returns: 1 }),
  none: rowOf({ id: "none", warnAt: null, dueAt: null, severeAt: null, dueBy: null, state: "closed" }),
  provisional: rowOf({ id: "provisional", dueBy: { unit: "workday", calendar: null, provisional: true } }),
} as const;

export const rows: readonly CaseRow[] = [
  lamps.severe,
  lamps.red,
  lamps.amber,
  lamps.green,
  rowOf({
    id: "unplaced",
    township: null,
    cell: null,
    item: null,
    desk: ["unplaced", "unsureItem"],
    state: "reported",
  }),
  lamps.none,
];

export const strained: CaseRow = rowOf({
  id: "strained",
  text: longText,
  address: "城阳街道文化街与振兴路交叉口东侧五十米路南人行道上",
  item: { code: "x", name: "占用堵塞消防车通道、疏散通道和安全出口（含楼道堆物）" },
  cell: { code: "371122001001002", name: "经济开发区锦程嘉苑社区第十二网格" },
  holder: longUnit,
  leadUnit: longUnit,
  desk: ["danger", "nearPlace"],
  urgency: "critical",
  confidential: true,
  returns: 2,
  reworks: 1,
  urges: 12,
  ...ticks(-2 * DAY, -HOUR),
});
