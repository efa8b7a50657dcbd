/** Blocks of a page with what they tell: limits explained, times said, tasks, devices, lessons, emergencies, orders. */
import type { CallEventAnswer } from "../../../server/domain/call/callAnswers.ts";
import type { CaseAnswer } from "../../../server/domain/caseAnswers.ts";
import type { ClockExplanation } from "../../../server/domain/clockAnswers.ts";
import type { EmergencyAnswer } from "../../../server/domain/emergency/answers.ts";
import type { MapApp } from "../../../server/domain/field.ts";
import type { InboxAnswer } from "../../../server/domain/inboxAnswers.ts";
import type { LessonRow, MarksAnswer, ReasonsAnswer } from "../../../server/domain/learning/answers.ts";
import type { DeviceRow } from "../../../server/domain/sessionAnswers.ts";
import type { SupervisionRow } from "../../../server/domain/supervisionAnswers.ts";
import { DAY, HOUR, MINUTE } from "../../../server/domain/time.ts";
import type { SaidTime } from "../../../server/domain/times/times.ts";
import type { VersionRow } from "../../../server/domain/versionHead.ts";
import type { Outcome } from "../../state/batch.ts";
import type { NearTask } from "../../state/tasks.ts";
import { NOW, cell, item, lamp, longText, longUnit, township, water } from "./county.ts";
import { problems } from "./problems.ts";
import { lamps, plainRow, strained } from "./rows.ts";

export const said: readonly SaidTime[] = [
  { words: "昨天晚上", at: 3, kind: "when", from: NOW - 16 * HOUR, until: NOW - 10 * HOUR },
  { words: "半个多月", at: 20, kind: "since", from: NOW - 18 * DAY, until: NOW - 14 * DAY },
];

const day = { weekday: "周五", kind: "workday", holiday: null, firstDay: false, counted: [] } as const;

export const explained: ClockExplanation = {
  id: "clock-1",
  sentence: "3 个工作日，从 11月19日 10:30 起，到 11月24日 17:30 止，中间 2 天休息不算。",
  days: [
    { ...day, day: "2026-11-19", weekday: "周四", firstDay: true, spent: 0, left: 3 },
    { ...day, day: "2026-11-20", spent: 1, left: 2 },
    { ...day, day: "2026-11-21", weekday: "周六", kind: "weekend", spent: 0, left: 2 },
  ],
  measure: "workday",
  firstDueAt: NOW + DAY,
  dueAt: NOW + 2 * DAY,
  notAnnounced: [],
  turns: [{ at: NOW - HOUR, action: "grantExtension", what: "extended" }],
  policy: { code: "handle", version: "1", name: "处置时限", basis: "办理规程第 9 条" },
  calendar: { name: "机关工作日历", version: "2026" },
};

export const origin: Pick<CaseAnswer, "sentPoint" | "earlierPlaces"> = {
  sentPoint: { lng: 118.83, lat: 35.58, source: "satellite", accuracy: 12 },
  earlierPlaces: [{ point: null, spot: null, cell, until: NOW - HOUR, metres: 240 }],
};

export const apps: readonly MapApp[] = [
  {
    code: "amap",
    name: "高德地图",
    datum: "gcj02",
    address: "https://example.invalid/{lng},{lat},{name}",
    basis: "",
  },
];

const task = { ...plainRow, state: "handled", point: { lng: 118.83, lat: 35.58 }, photos: [] } as const;

export const tasks = {
  plain: { task, metres: 320 },
  red: { task: { ...task, ...lamps.red, state: "verifying", id: "t2" }, metres: 4200 },
  none: { task: { ...task, point: null, cell: null }, metres: null },
  long: { task: { ...strained, state: "handled", point: task.point, photos: [] }, metres: 12_800 },
} as const satisfies Readonly<Record<string, NearTask>>;

export const devices: readonly DeviceRow[] = [
  { id: "d1", device: "Windows 10 · Chrome 109", createdAt: NOW - 3 * DAY, seenAt: NOW, here: true },
  { id: "d2", device: "Android 手机 · 微信", createdAt: NOW - 20 * DAY, seenAt: NOW - DAY, here: false },
];

const version: VersionRow = {
  version: 4,
  revision: 2,
  note: "路灯归路灯管理所",
  validFrom: "2026-11-20",
  restores: null,
  changedBy: "admin",
  changedAt: NOW - DAY,
  publishedAt: NOW - DAY,
  by: "系统管理员",
};

export const versions = {
  plain: version,
  restored: { ...version, version: 5, restores: 3 },
  long: { ...version, version: 6, note: longText },
} as const satisfies Readonly<Record<string, VersionRow>>;

const standing = { unit: lamp, order: "supervise", at: NOW - DAY, lacking: [] } as const;

const ordered: SupervisionRow = {
  case: lamps.red,
  standing: [standing],
  answerBy: NOW + DAY,
  answeredAt: null,
  words: "群众多次来电，请分管领导今天到现场。",
};

export const orders = {
  plain: ordered,
  late: { ...ordered, answerBy: NOW - HOUR },
  unheard: {
    ...ordered,
    answerBy: null,
    words: null,
    standing: [{ ...standing, unit: longUnit, lacking: ["deputy", "chief"] }],
  },
  long: { ...ordered, case: strained, words: longText, standing: [{ ...standing, unit: longUnit }] },
} as const satisfies Readonly<Record<string, SupervisionRow>>;

const facts = { open: 46, urgent: 7, overdue: 3, severe: 1, warned: 4, frozen: 2, fresh: 9, missed: 0 };

const emergency: EmergencyAnswer = {
  id: "em-1",
  area: [township],
  reason: "暴雨红色预警，启动防汛二级响应",
  startedAt: NOW - 2 * HOUR,
  startedBy: "秦爱芹",
  endedAt: null,
  endedBy: null,
  endWords: null,
  log: [
    { kind: "brief", at: NOW - 30 * MINUTE, by: null, facts: { ...facts, missed: 1 } },
    { kind: "begin", at: NOW - 2 * HOUR, by: "秦爱芹", facts },
  ],
};

export const emergencies = {
  live: emergency,
  over: { ...emergency, id: "em-2", endedAt: NOW, endedBy: "秦爱芹", endWords: "雨停，积水已退" },
} as const satisfies Readonly<Record<string, EmergencyAnswer>>;

const lesson: LessonRow = {
  id: "l1",
  number: plainRow.number,
  caseId: "plain",
  kind: "dispatch",
  about: "unit",
  label: lamp,
  rejected: water,
  at: NOW - HOUR,
  undoneAt: null,
};

export const lessons: readonly LessonRow[] = [
  lesson,
  { ...lesson, id: "l2", kind: "file", about: "item", label: item, rejected: null, undoneAt: NOW },
  { ...lesson, id: "l3", kind: "return", label: null, rejected: longUnit, caseId: null, number: null },
];

export const manyLessons: readonly LessonRow[] = Array.from({ length: 24 }, (_, at) => ({
  ...lesson,
  id: `many-${at}`,
}));

const callEvent: CallEventAnswer = {
  seq: 1,
  action: "launch",
  at: NOW - HOUR,
  recordedAt: NOW - HOUR,
  actor: { role: "township", name: "萧秀英", unit: township },
  from: null,
  to: "open",
  facts: { lead: "SL" },
  words: { text: "解放路下水道堵塞，请水利局派人" },
};

export const callHistory: readonly CallEventAnswer[] = [
  callEvent,
  {
    ...callEvent,
    seq: 2,
    action: "overdue",
    at: NOW - 10 * MINUTE,
    actor: { role: "system", name: null, unit: null },
    from: "open",
    facts: { unit: "TX" },
    words: {},
  },
];

const told: InboxAnswer["calls"][number] = {
  id: "i1",
  callId: "call-1",
  number: "H20261120-0007",
  kind: "launch",
  text: "解放路下水道堵塞，请水利局派人",
  createdAt: NOW - HOUR,
  level: "daily",
};

export const callNotices: InboxAnswer["calls"] = [
  { ...told, id: "i2", kind: "overdue", level: "emergency", text: longText },
  told,
];

export const reasons: ReasonsAnswer = {
  items: [
    {
      item,
      probability: 0.91,
      for: ["路灯", "不亮"],
      against: ["积水"],
      duty: "职责清单：路灯维护由路灯管理所负责。",
    },
    {
      item: { code: "x", name: "交通信号、标志标线与安全隐患" },
      probability: 0.004,
      for: [],
      against: [],
      duty: "职责清单：交通信号灯由公安交警负责。",
    },
  ],
  alike: [
    { id: "plain", number: plainRow.number, item, unit: lamp, likeness: 0.8 },
    { id: null, number: null, item, unit: null, likeness: 0.7 },
  ],
  unit: null,
  rules: ["单盏路灯不亮"],
};

export const itemMarks: MarksAnswer["items"] = [
  { item, rows: 120, recall: 0.93, precision: 0.9, returned: 4 },
  { item: { code: "x", name: strained.item?.name ?? "" }, rows: 3, recall: 0, precision: 0, returned: 0 },
];

export const unitMarks: MarksAnswer["units"] = [
  { unit: lamp, rows: 120, agreed: 110, returned: 4 },
  { unit: longUnit, rows: 3, agreed: 0, returned: 0 },
];

export const outcomes: readonly Outcome[] = [
  { row: lamps.red, is: "refused", problem: problems.failed },
  { row: { ...strained, cell }, is: "done", problem: null },
  { row: lamps.amber, is: "waiting", problem: null },
];
