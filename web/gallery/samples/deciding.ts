/** What somebody decides on: reviews, signs, groups of duplicates; components and learned names. */
import type { ComponentListRow } from "../../../server/domain/component/answers.ts";
import type { SuspectGroup } from "../../../server/domain/linking/answers.ts";
import type { NameRow } from "../../../server/domain/mapAnswers.ts";
import type { ReviewRow, SignsAnswer } from "../../../server/domain/supervisionAnswers.ts";
import { DAY, HOUR } from "../../../server/domain/time.ts";
import { NOW, cell, lamp, longText, longUnit, township, water } from "./county.ts";
import { bound, suspect } from "./linked.ts";
import { plainRow, strained } from "./rows.ts";

const review: ReviewRow = {
  case: plainRow,
  kind: "extension",
  by: lamp,
  at: NOW - 3 * HOUR,
  words: "灯杆要从省里调，到货约五个工作日。",
  until: null,
  dueAt: NOW + DAY,
  first: null,
  moves: ["grantExtension", "refuseRequest"],
};

export const reviews = {
  plain: review,
  late: { ...review, kind: "overdue", dueAt: NOW - 2 * HOUR, words: null, moves: ["support", "dismiss"] },
  second: {
    ...review,
    kind: "unreasonable",
    first: { name: "秦爱芹", words: "已两次上门，诉求没有依据。" },
    moves: [],
  },
  long: { ...review, case: strained, by: longUnit, words: longText, until: "2027-03-15", kind: "suspension" },
} as const satisfies Readonly<Record<string, ReviewRow>>;

type Sign = SignsAnswer["signs"][number];

const sign: Sign = {
  code: "manyAtOnce",
  name: "集中办结",
  rule: "同一单位一分钟内办结 5 件及以上。",
  rows: [
    { unit: lamp, at: NOW - DAY, cases: [plainRow, { ...plainRow, id: "b2" }, { ...plainRow, id: "b3" }] },
    { unit: null, at: NOW - 2 * DAY, cases: [plainRow] },
  ],
};

export const signs = {
  plain: sign,
  none: { ...sign, rows: [] },
  long: { ...sign, rows: [{ unit: longUnit, at: NOW - DAY, cases: [strained] }] },
} as const satisfies Readonly<Record<string, Sign>>;

export const group: SuspectGroup = {
  lead: { ...bound, address: "城阳街道文化街", voices: 3 },
  others: [
    { ...suspect, id: "s1", number: "20261119-00032" },
    { ...suspect, id: "s2", number: "20261119-00040", metres: null, said: false },
  ],
};

const component: ComponentListRow = {
  code: "3711220103000042",
  class: { code: "0103", name: "路灯" },
  name: "文化街 12 号灯杆",
  owner: lamp,
  unit: lamp,
  cell,
  township,
  point: { lng: 118.83, lat: 35.58 },
  state: "inUse",
  cases: 0,
  open: 0,
  lately: 0,
  repeated: false,
  lastReportedAt: null,
};

export const components: readonly ComponentListRow[] = [
  component,
  {
    ...component,
    code: "3711220103000043",
    cases: 7,
    open: 1,
    lately: 3,
    repeated: true,
    lastReportedAt: NOW - DAY,
  },
  { ...component, code: "3711220103000044", owner: null, unit: water, state: "outOfUse" },
];

export const longComponent: ComponentListRow = {
  ...component,
  name: "文化街与振兴路交叉口东侧五十米路南人行道上通信人孔井（双层球墨铸铁）",
  owner: longUnit,
  unit: lamp,
  cell: strained.cell,
};

const name: NameRow = {
  id: "n1",
  name: "老供销社",
  point: { lng: 118.83, lat: 35.58 },
  cell,
  by: "杨爱芹",
  at: NOW - DAY,
  caseId: "plain",
  undone: null,
  mayUndo: true,
};

export const names = {
  plain: name,
  undone: { ...name, undone: { by: "秦爱芹", at: NOW - HOUR } },
  foreign: { ...name, cell: null, caseId: null, mayUndo: false },
  long: { ...name, name: "文化街老供销社对面原县第二棉纺织厂家属院东门口", cell: strained.cell },
} as const satisfies Readonly<Record<string, NameRow>>;
