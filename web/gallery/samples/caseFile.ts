/** A case file with a bit of everything. */
import type { CaseAnswer, EventAnswer, MoveOffer } from "../../../server/domain/caseAnswers.ts";
import type { ClockAnswer } from "../../../server/domain/clockAnswers.ts";
import { DAY, HOUR, MINUTE } from "../../../server/domain/time.ts";
import { NOW, cell, item, lamp, longUnit, township, water } from "./county.ts";
import { plainRow } from "./rows.ts";

const clock: ClockAnswer = {
  name: null,
  id: "clock-1",
  kind: "handle",
  unit: lamp,
  budget: { value: 3, unit: "workday" },
  startedAt: NOW - DAY,
  warnAt: NOW + DAY,
  dueAt: NOW + 2 * DAY,
  severeAt: NOW + 9 * DAY,
  running: true,
  stage: "running",
  stoppedAt: null,
  outcome: null,
  dueBy: { unit: "workday", calendar: null, provisional: false },
};
export const clockOf = (parts: Partial<ClockAnswer>): ClockAnswer => ({ ...clock, ...parts });

const event: EventAnswer = {
  seq: 1,
  action: "report",
  at: NOW - 5 * HOUR,
  recordedAt: NOW - 5 * HOUR,
  actor: { role: "gridWorker", name: "杨爱芹", unit: null },
  from: null,
  to: "reported",
  facts: {},
  words: { text: "文化街第三盏路灯不亮" },
  told: null,
};

export const history: readonly EventAnswer[] = [
  event,
  {
    ...event,
    seq: 2,
    action: "file",
    at: NOW - 4 * HOUR,
    actor: { role: "township", name: "萧秀英", unit: township },
    from: "reported",
    to: "filed",
    words: {},
  },
  {
    ...event,
    seq: 3,
    action: "dispatch",
    at: NOW - 3 * HOUR,
    actor: { role: "township", name: "萧秀英", unit: township },
    from: "filed",
    to: "dispatched",
    facts: { unit: "LD" },
    words: { note: "请尽快派人" },
  },
  {
    ...event,
    seq: 4,
    action: "urge",
    at: NOW - 20 * MINUTE,
    actor: { role: "centre", name: "秦爱芹", unit: { code: "XNZX", name: "县效能中心" } },
    from: "dispatched",
    to: "dispatched",
    words: { note: "群众多次来电，请今天到现场。" },
    told: [{ to: lamp.name, reads: [{ name: "余丽华", at: NOW - 10 * MINUTE }] }],
  },
];

export const offers: readonly MoveOffer[] = [
  { action: "accept", needs: [], may: ["note"], defaults: {} },
  { action: "return", needs: ["returnReason"], may: [], defaults: {} },
  { action: "place", needs: ["point"], may: [], defaults: {} },
  { action: "comment", needs: ["note"], may: [], defaults: {} },
  { action: "urge", needs: [], may: ["note"], defaults: {} },
  { action: "handOver", needs: ["handler"], may: [], defaults: {} },
];

const used = { used: 0, most: 1 };

export const found: CaseAnswer = {
  ...plainRow,
  condition: { code: "020101-1", fileWhen: "单盏路灯不亮", closeWhen: "路灯恢复照明" },
  point: { lng: 118.83, lat: 35.58 },
  placement: null,
  sentPoint: null,
  earlierPlaces: [],
  shiftOffer: null,
  layers: [{ layer: { code: "patrol", name: "巡查网格" }, cell, version: 2 }],
  reading: {
    candidates: [
      {
        code: item.code,
        probability: 0.91,
        words: [
          { word: "路灯", weight: 3 },
          { word: "不亮", weight: 2 },
        ],
      },
      { code: "020102", probability: 0.05, words: [] },
    ],
    sure: true,
    speech: "report",
    danger: [],
    why: null,
  },
  times: [],
  suggestions: [
    { ...item, probability: 0.91, words: ["路灯", "不亮"] },
    { code: "020102", name: "灯杆倾斜、线缆裸露", probability: 0.05, words: [] },
  ],
  responsible: {
    unit: lamp,
    basis: item,
    others: [{ unit: water, when: "水务设施内的灯具" }],
    assisting: [water, longUnit],
    townshipRole: "assist",
    rule: { code: "R1", name: "路灯不亮与照明设施故障" },
    why: ["职责清单写明由路灯管理所负责。", "地点在城区，按属地不变。"],
    unclear: null,
  },
  reporter: { name: "王*", phone: "138****1234", hidden: false, mayReveal: true },
  photos: [],
  rating: null,
  followUp: null,
  clocks: [
    clock,
    clockOf({ id: "clock-2", kind: "accept", running: false, stoppedAt: NOW - HOUR, outcome: "met" }),
    clockOf({
      id: "clock-3",
      kind: "accept",
      unit: longUnit,
      dueAt: NOW - HOUR,
      warnAt: NOW - 2 * HOUR,
      severeAt: NOW + DAY,
    }),
  ],
  rules: {
    returnUntil: NOW + 3 * HOUR,
    dispute: null,
    ruled: false,
    request: null,
    extensions: used,
    suspensions: used,
    waits: used,
    suspendedUntil: null,
    ladders: [],
    supervision: null,
    review: null,
    exempt: [],
    transfers: [],
    unsolved: null,
    selfHandled: false,
    onBehalf: false,
    reopens: used,
    rectifications: used,
  },
  ledger: {
    total: 5 * HOUR,
    parts: [
      { holder: township, pause: null, elapsed: 2 * HOUR, office: 2 * HOUR, times: 1 },
      { holder: lamp, pause: null, elapsed: 3 * HOUR, office: 90 * MINUTE, times: 1 },
    ],
  },
  component: null,
  stages: [
    { code: "fence", name: "先行围护", budget: { value: 2, unit: "workHour" }, doneAt: NOW - HOUR },
    { code: "repair", name: "修复", budget: { value: 3, unit: "workday" }, doneAt: null },
    { code: "restore", name: "恢复路面", budget: { value: 5, unit: "workday" }, doneAt: null },
  ],
  assignments: [
    { unit: lamp, part: "lead", state: "called", handler: null },
    { unit: water, part: "assist", state: "signed", handler: "王建国" },
    { unit: longUnit, part: "assist", state: "declined", handler: null },
  ],
  history,
  moves: offers,
  blocked: [
    {
      action: "return",
      rule: {
        kind: "limit",
        id: "returnsLeft",
        why: "已经退过一次，不能再退。",
        basis: "办理规程第 12 条",
        source: { kind: "policy", code: "returns" },
        instead: "请申请裁定",
      },
    },
  ],
  emergency: null,
  trackingCode: "1234",
  now: NOW,
};
