import { loadReference } from "../../fixtures/load.ts";
import type { Unit } from "../../server/domain/departments.ts";
import type { OrderRule } from "../../server/domain/orders.ts";
import type { SignRule } from "../../server/domain/signs/sign.ts";
import type { Policy } from "../../server/domain/policy.ts";
import type { CallLevel, PolicyCode, Reference } from "../../server/domain/reference.ts";
import { type Budget, createTaxonomy, type Item, type Limits } from "../../server/domain/taxonomy.ts";
import { eightHours, year2026 } from "./calendar.ts";

/** A county small enough to hold in mind: three matters, three county units, one kind of township unit. */

const budget = (value: number, unit: Budget["unit"]): Budget => ({ value, unit });

const lightLimits: Limits = {
  accept: budget(4, "workHour"),
  respond: budget(1, "workday"),
  handle: budget(2, "workday"),
};
const danger: Limits = {
  accept: budget(30, "calendarMinute"),
  respond: budget(1, "calendarHour"),
  handle: budget(4, "calendarHour"),
};

const plainItem = {
  nameEn: "",
  assistUnits: [],
  callLevel: "daily",
  reporterConfidential: false,
  sensitiveSubject: false,
  emergencyTransfer: [],
  peakMonths: [],
  demoWeight: 1,
  standardRef: null,
  confusableWith: [],
} as const;

/** 路灯不亮: led by the street-light office LD, needs a photo afterwards, may not go to the township. */
export const light: Item = {
  ...plainItem,
  code: "020101",
  name: "路灯不亮",
  majorCode: "02",
  minorCode: "0201",
  leadUnit: "LD",
  routing: [{ when: "行政村内", unit: "XZ" }],
  urgency: "normal",
  limits: lightLimits,
  conditions: [
    { code: "020101-1", fileWhen: "单盏不亮", closeWhen: "修复亮灯", urgency: "normal", limits: lightLimits },
    {
      code: "020101-3",
      fileWhen: "灯杆断裂、电线裸露",
      closeWhen: "消除触电风险",
      urgency: "urgent",
      limits: danger,
    },
    {
      code: "020101-4",
      fileWhen: "灯杆倒伏",
      closeWhen: "立杆亮灯、路面恢复",
      urgency: "urgent",
      limits: danger,
    },
  ],
  evidence: { required: ["photoAfter"], optional: [] },
  townshipRole: "escalate",
  keywords: ["路灯", "不亮"],
  phrases: ["路灯不亮了"],
};

/** 垃圾清运不及时: the township's own duty, no photo needed. */
export const rubbish: Item = {
  ...plainItem,
  code: "010101",
  name: "生活垃圾清运不及时",
  majorCode: "01",
  minorCode: "0101",
  leadUnit: "XZ",
  routing: [],
  urgency: "normal",
  limits: lightLimits,
  conditions: [],
  evidence: { required: [], optional: [] },
  townshipRole: "self",
  keywords: ["垃圾"],
  phrases: ["垃圾没人收"],
};

/** 污水冒溢: led by the water bureau; the township and the lighting office (its pumps) help, none is led below county. */
export const drain: Item = {
  ...plainItem,
  code: "020201",
  name: "污水冒溢",
  majorCode: "02",
  minorCode: "0201",
  leadUnit: "SW",
  assistUnits: ["LD", "XZ"],
  routing: [],
  urgency: "urgent",
  limits: danger,
  conditions: [],
  evidence: { required: [], optional: [] },
  townshipRole: "assist",
  emergencyTransfer: ["110"],
  keywords: ["污水"],
  phrases: ["污水冒出来了"],
};

const unit = (code: string, name: string, level: Unit["level"]): Unit => ({
  code,
  name,
  shortName: name,
  level,
  type: "department",
  parent: null,
  calendar: "office",
  duties: [],
  aliases: [],
});

const units = [
  unit("LD", "路灯所", "county"),
  unit("SW", "水务局", "county"),
  unit("CMD", "指挥中心", "county"),
  unit("XNZX", "效能中心", "county"),
  unit("BB", "编办", "county"),
  unit("SFJ", "司法局", "county"),
  unit("XZ", "镇政府", "township"),
];

const policy = (code: PolicyCode, limit: Budget): [PolicyCode, Policy] => [
  code,
  { code, version: "test", budget: limit, warn: { share: 0.3 }, severeFactor: 3 },
];

const callLevel = (
  code: CallLevel["code"],
  launchPosts: CallLevel["launchPosts"],
  sign: Budget,
  onSite: Budget,
): CallLevel => ({
  code,
  name: code,
  launchPosts,
  approve: budget(2, "workHour"),
  lead: budget(2, "workHour"),
  sign,
  contact: budget(1, "workday"),
  onSite,
  done: code === "tough" ? budget(15, "workday") : null,
  doneOutside: budget(5, "workday"),
  cosign: budget(1, "workday"),
  rate: budget(3, "workday"),
  notInPlace: 2,
  basis: "",
});

const workday = budget(1, "workday");

const order = (code: OrderRule["code"], parts: Partial<OrderRule>): OrderRule => ({
  code,
  name: code,
  to: [],
  copy: [],
  wait: null,
  answer: null,
  basis: "",
  ...parts,
});

const sign = (code: SignRule["code"], minutes: number): SignRule => ({
  code,
  name: code,
  rule: code,
  minutes,
  used: 0.75,
  count: 1,
});
const count = (value: number) => ({ name: `${value} 次`, value, basis: "" });

const reason = (code: string) => ({ code, name: code, basis: "" });

export const smallReference: Reference = {
  version: "test",
  cockpit: {
    figures: [
      { kind: "reported", target: null },
      { kind: "calls", target: null },
      { kind: "indicator", indicator: "handledOnTime", target: 0.95 },
    ],
    worst: { indicator: "handledOnTime", most: 5 },
    rising: { least: 3, most: 5 },
    ask: { most: 3 },
  },
  analysis: {
    version: "test",
    surge: { history: 180, days: 14, metres: 3000, fewest: 4, rounds: 99, chance: 0.05 },
    hot: { days: 30, fewest: 5, falseShare: 0.05, most: 12 },
    cluster: { days: 30, metres: 60, fewest: 4 },
    recurring: { days: 180, metres: 30, fewest: 3 },
    shift: { days: 180, fewestSwapped: 5 },
    reasons: [
      { code: "known", name: "已经掌握", basis: "" },
      { code: "other", name: "其他", basis: "" },
    ],
  },
  components: {
    version: "test",
    code: { county: 6, class: 4, serial: 6 },
    repeated: { cases: 3, days: 180 },
    majors: [{ code: "01", name: "公用设施" }],
    classes: [
      { code: "0137", name: "路灯", precision: "A", owner: "LD", unit: "LD", items: ["020101"] },
      { code: "0123", name: "不明井盖", precision: "A", owner: null, unit: null, items: [] },
    ],
  },
  taxonomy: createTaxonomy(
    "test",
    [
      {
        code: "01",
        name: "市容环卫",
        nameEn: "",
        minors: [{ code: "0101", name: "环境卫生", nameEn: "", items: [rubbish] }],
      },
      {
        code: "02",
        name: "市政",
        nameEn: "",
        minors: [{ code: "0201", name: "道路照明", nameEn: "", items: [light, drain] }],
      },
    ],
    [{ code: "020199", successor: "020101", on: "2026-01-01" }],
  ),
  meta: {
    version: "test",
    origin: "",
    codes: "",
    urgencies: [],
    budgetUnits: [],
    stages: [],
    townshipRoles: [],
    evidenceTypes: [],
  },
  units,
  unitsByCode: new Map(units.map((row) => [row.code, row])),
  townships: [
    { code: "371122001", name: "城阳街道" },
    { code: "371122102", name: "招贤镇" },
  ],
  deskUnit: "CMD",
  superviseUnit: "XNZX",
  years: [year2026],
  hours: [eightHours],
  calendars: [],
  calls: [
    callLevel("daily", ["deputy", "chief"], budget(1, "workHour"), budget(3, "workday")),
    callLevel("tough", ["chief"], budget(1, "workHour"), budget(5, "workday")),
    callLevel("emergency", ["onDuty", "chief"], budget(10, "calendarMinute"), budget(30, "calendarMinute")),
  ],
  policies: new Map([
    policy("file", budget(4, "workHour")),
    policy("dispatch", budget(1, "workHour")),
    policy("accept", budget(1, "workHour")),
    policy("handle", budget(5, "workday")),
    policy("check", budget(2, "workHour")),
    policy("close", budget(1, "workday")),
    policy("followUp", budget(1, "workday")),
    policy("verify", budget(4, "workHour")),
    policy("contact", budget(1, "workday")),
    policy("assistSign", budget(1, "workHour")),
    policy("assist", budget(5, "workday")),
    policy("stage", budget(1, "calendarDay")),
    policy("returnWindow", budget(4, "workHour")),
    policy("ruling", budget(1, "workday")),
    policy("ruling2", budget(2, "workday")),
    policy("ruling3", budget(3, "workday")),
    policy("approve", budget(4, "workHour")),
    policy("suspend", budget(365, "calendarDay")),
    policy("wait", budget(2, "workday")),
    policy("supervise", budget(1, "workday")),
    policy("rectify", budget(5, "workday")),
    policy("review", budget(3, "workday")),
    policy("recheck", budget(1, "workday")),
    policy("ladder", budget(1, "workday")),
  ]),
  orders: [
    order("urge", { to: ["liaison"] }),
    order("supervise", { to: ["deputy"], copy: ["liaison"], wait: workday, answer: workday }),
    order("circulate", { to: ["chief"], copy: ["deputy", "liaison", "centre", "leader"], wait: workday }),
    order("instruct", { to: ["chief", "deputy"], copy: ["centre"], answer: budget(2, "workday") }),
  ],
  signs: [
    sign("reopenedSoon", 30),
    sign("itemChanged", 30),
    sign("returnedLate", 30),
    sign("returnedBack", 0),
    { ...sign("manyAtOnce", 1), count: 3 },
  ],
  policyTexts: new Map(),
  emergency: {
    version: "test-emergency",
    basis: "",
    briefMinutes: 30,
    frozen: ["normal", "elevated"],
    limits: [
      { code: "accept", urgencies: ["critical", "urgent"], budget: budget(10, "calendarMinute"), basis: "" },
      { code: "handle", urgencies: ["normal", "elevated"], factor: 2, basis: "" },
    ],
    roster: [{ unit: "LD", username: "lights", from: "18:00", to: "08:30" }],
  },
  counts: {
    extensions: count(2),
    suspensions: count(1),
    suspensionDays: count(365),
    waits: count(1),
    reopens: count(1),
    rectifications: count(1),
    dissatisfied: count(2),
  },
  evaluation: loadReference().evaluation,
  stagePlans: [
    {
      code: "pole",
      name: "灯杆抢修",
      conditions: ["020101-4"],
      stages: [
        { code: "secure", name: "围护", budget: budget(2, "calendarHour") },
        { code: "repair", name: "修复", budget: budget(8, "calendarHour") },
        { code: "restore", name: "恢复", budget: budget(2, "workday") },
      ],
      total: budget(4, "workday"),
      basis: "",
    },
  ],
  assisting: { version: "test", onlyWhenLate: ["late"], basis: "协办逾期规则" },
  rulingUnits: ["BB", "SFJ"],
  grid: {
    version: "test",
    layers: [
      { code: "governance", name: "治理网格", dispatches: true, codeDigits: 15 },
      { code: "management", name: "城管单元网格", dispatches: false, codeDigits: 15 },
      { code: "patrol", name: "巡查责任区", dispatches: false, codeDigits: 14 },
    ],
  },
  closing: {
    version: "test",
    photo: { metres: 150, bits: 3 },
    recheck: { share: 0, seed: "test", channels: ["hotline"], broughtBack: true },
    reply: { letters: 12, template: 0.9, internal: ["已转办", "按程序办理"] },
    scales: [{ code: "three", name: "三级", levels: ["差", "差", "中", "好", "好"] }],
  },
  linking: {
    version: "test",
    near: { metres: 50, hours: 24, items: [{ item: "010101", metres: 100, hours: 12 }] },
    proposeAbove: 0.5,
    voices: {
      steps: [
        { from: 3, raise: 1 },
        { from: 5, raise: 2 },
      ],
      highest: "urgent",
    },
  },
  reasons: {
    decline: [reason("outOfRange"), reason("repeat")],
    return: [reason("notOurDuty"), reason("otherArea")],
    rework: [reason("notFixed")],
    unsolved: [reason("noFunds")],
    unreached: [reason("noAnswer"), reason("wrongNumber")],
    link: [reason("sameCause"), reason("sameSite")],
    emergency: [reason("police"), reason("fire")],
    release: [reason("late"), reason("notNeeded")],
  },
};
