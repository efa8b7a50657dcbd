/** A made-up county: its units, a cell, an item, what is on the device of it, and what strains a part by its length. */
import type { ReferenceAnswer } from "../../../server/domain/referenceAnswers.ts";

/** A Friday morning at half past ten. */
export const NOW = Date.UTC(2026, 10, 20, 2, 30);

export const lamp = { code: "LD", name: "县市政公用服务中心（路灯管理所）" };
export const water = { code: "SL", name: "县水利（水务）局" };
export const longUnit = { code: "TX", name: "县通信运营企业联席（电信、移动、联通、广电、铁塔）会议办公室" };
/** A person and an office, an office alone, and a post whose name is long. */
export const contacts = [
  { ...water, name: "值班室", phone: "0633-6222222" },
  { ...lamp, name: null, phone: "0633-6333333" },
  { ...longUnit, name: "县通信运营企业联席会议办公室应急保障值班联络员", phone: "0633-6444444" },
];
export const township = { code: "371122001", name: "城阳街道" };
export const cell = { code: "371122001001001", name: "岳家村第1网格" };
export const item = { code: "020101", name: "路灯不亮与照明设施故障" };
export const longText =
  "来电人反映：文化街与振兴路交叉口东侧五十米处，连续六盏路灯不亮已经半个多月，晚上接孩子放学看不清路，上周有老人摔倒送医，多次反映未解决，盼尽快派人维修。";

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
    return: [],
    rework: [],
    unsolved: [],
    emergency: [],
    release: [],
    link: [],
    unreached: [],
  },
  calendar: { years: [], hours: [], named: [], notAnnounced: [] },
};
