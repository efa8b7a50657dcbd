/** Made-up material for the gallery: plain rows, and what strains a part (long names, many marks, nothing at all). */
import type { CaseAnswer, EventAnswer, MoveOffer } from "../../server/domain/caseAnswers.ts";
import type { ClockAnswer } from "../../server/domain/clockAnswers.ts";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import type { ReferenceAnswer } from "../../server/domain/referenceAnswers.ts";
import type { CallRowAnswer } from "../../server/domain/call/callAnswers.ts";
import type { BoundRow, SuspectRow } from "../../server/domain/linking/answers.ts";
import { DAY, HOUR, MINUTE } from "../../server/domain/time.ts";
import type { Problem } from "../api.ts";
import type { QueuedReport, SendState } from "../state/sending.ts";

/** A Friday morning at half past ten. */
export const NOW = Date.UTC(2026, 10, 20, 2, 30);

export const lamp = { code: "LD", name: "县市政公用服务中心（路灯管理所）" };
export const water = { code: "SL", name: "县水利（水务）局" };
export const longUnit = { code: "TX", name: "县通信运营企业联席（电信、移动、联通、广电、铁塔）会议办公室" };
const township = { code: "371122001", name: "城阳街道" };
const cell = { code: "371122001001001", name: "岳家村第1网格" };
const item = { code: "020101", name: "路灯不亮与照明设施故障" };
const longText =
  "来电人反映：文化街与振兴路交叉口东侧五十米处，连续六盏路灯不亮已经半个多月，晚上接孩子放学看不清路，上周有老人摔倒送医，多次反映未解决，盼尽快派人维修。";

const ticks = (warn: number, due: number) => ({
  warnAt: NOW + warn,
  dueAt: NOW + due,
  severeAt: NOW + due + 5 * DAY,
  dueBy: { unit: "workHour", calendar: null, provisional: false } as const,
});

const plainRow: CaseRow = {
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
  { action: "correctPlace", needs: ["point"], may: [], defaults: {} },
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
      { code: "x", probability: 0.05, words: [] },
    ],
    sure: true,
    speech: "report",
    danger: [],
    why: null,
  },
  times: [],
  suggestions: [
    { ...item, probability: 0.91, words: ["路灯", "不亮"] },
    { code: "x", name: "交通信号、标志标线与安全隐患", probability: 0.05, words: [] },
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

const call: CallRowAnswer = {
  id: "call-1",
  number: "H20261120-0007",
  version: 2,
  level: "daily",
  state: "open",
  township,
  item,
  text: "解放路下水道堵塞，请水利局派人",
  address: "解放路 12 号",
  parts: [
    { unit: water, part: "lead", state: "called", absent: false },
    { unit: lamp, part: "assist", state: "signed", absent: false },
  ],
  waiting: [water],
  climbed: 0,
  unheard: [],
  reopens: 0,
  launchedAt: NOW - HOUR,
  closedAt: null,
  dueAt: NOW + 20 * MINUTE,
  dueBy: { unit: "calendarMinute", calendar: null, provisional: false },
};

export const calls: readonly CallRowAnswer[] = [
  call,
  {
    ...call,
    id: "call-2",
    level: "emergency",
    dueAt: NOW - 5 * MINUTE,
    climbed: 2,
    unheard: [longUnit],
    waiting: [longUnit],
  },
];

const bound: BoundRow = {
  id: "bound",
  number: "20261119-00031",
  state: "dispatched",
  reportedAt: NOW - DAY,
  item,
  leadUnit: lamp,
  text: longText,
  visible: true,
};
export const boundRows: Readonly<Record<string, BoundRow>> = {
  seen: bound,
  unseen: { ...bound, id: "unseen", text: null, visible: false },
};
export const suspect: SuspectRow = {
  ...bound,
  address: "文化街",
  score: 0.9,
  metres: 12,
  hours: 5,
  alike: 0.82,
  sameItem: true,
  said: true,
};

const refusal = (status: number, code: string, detail: string): Problem => ({
  kind: "problem",
  status,
  code,
  detail,
  field: null,
});

export const problems = {
  failed: refusal(500, "http500", "服务器答复异常（500），请稍后重试；一直这样请联系系统管理员。"),
  forbidden: refusal(403, "outOfScope", "您没有权限看这件（属于招贤镇）。"),
  offline: refusal(0, "offline", "网络不通，连不上服务器。请检查网络后重试。"),
  ruled: { ...refusal(409, "guard", ""), rule: found.blocked[0]?.rule } as Problem,
} as const;

const states: readonly SendState[] = ["waiting", "sending", "refused", "sent"];

export const queue: readonly QueuedReport[] = states.map((state, index) => ({
  id: `queued-${state}`,
  draft: {
    id: `queued-${state}`,
    by: null,
    startedAt: NOW - HOUR,
    text: index === 0 ? longText : "路灯不亮",
    itemCode: item.code,
    point: null,
    pointSource: null,
    address: "",
    photos: [],
    name: "",
    phone: "",
    confidential: false,
    onBehalf: false,
    solved: false,
    result: "",
    photosAfter: [],
  },
  channel: "gridWorker",
  queuedAt: NOW - (index + 1) * 10 * MINUTE,
  state,
  tries: index,
  nextTryAt: NOW + MINUTE,
  problem: state === "refused" ? "照片超过 10 兆，请重拍。" : null,
  receipt: state === "sent" ? ({ id: "plain", number: plainRow.number } as QueuedReport["receipt"]) : null,
  sentAt: state === "sent" ? NOW : null,
}));

const workdays = { value: 3, unit: "workday" } as const;
const referenceItem = {
  ...item,
  leadUnit: "LD",
  urgency: "normal",
  limits: { accept: workdays, respond: workdays, handle: workdays },
  townshipRole: "assist",
  photoAfter: true,
} as const;

export const reference: ReferenceAnswer = {
  version: "gallery",
  majors: [
    {
      code: "02",
      name: "公用设施",
      minors: [
        {
          code: "0201",
          name: "照明",
          items: [referenceItem, { ...referenceItem, code: "020102", name: "灯杆倾斜、线缆裸露" }],
        },
      ],
    },
  ],
  units: [lamp, water, longUnit].map((unit) => ({
    ...unit,
    shortName: unit.name,
    level: "county",
    calendar: "office",
  })),
  townships: [township],
  reasons: {
    decline: [{ code: "d1", name: "不属受理范围", basis: "办理规程第 5 条" }],
  } as unknown as ReferenceAnswer["reasons"],
  calendar: { years: [], hours: [], named: [], notAnnounced: [] },
};
