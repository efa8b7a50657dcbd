/** What administrators keep: closed units with their heirs, backups and checkpoints, accounts, exports. */
import type { BackupAnswer, RecordAnswer } from "../../../server/domain/recordAnswers.ts";
import type { PersonRow } from "../../../server/domain/peopleAnswers.ts";
import type { ExportAnswer } from "../../../server/domain/securityAnswers.ts";
import type { DemoAnswer } from "../../../server/domain/sessionAnswers.ts";
import type { SuccessionDone, SuccessionsAnswer } from "../../../server/domain/succession/answers.ts";
import { DAY, HOUR, MINUTE } from "../../../server/domain/time.ts";
import type { Problem } from "../../api.ts";
import type { Proof } from "../../parts/ProofField.tsx";
import { NOW, cell, lamp, longUnit, township, water } from "./county.ts";
import { problems } from "./problems.ts";

export const succession: SuccessionsAnswer = {
  closed: [
    { ...lamp, closedOn: "2026-11-18", heir: water, leads: 42, parts: 7, calls: 3 },
    { ...water, closedOn: "2026-10-01", heir: null, leads: 5, parts: 0, calls: 0 },
    { ...longUnit, closedOn: "2026-09-01", heir: lamp, leads: 0, parts: 0, calls: 0 },
  ],
  moved: [
    { from: lamp, to: water, at: NOW - HOUR, cases: 12, canUndo: true },
    { from: longUnit, to: lamp, at: NOW - 3 * DAY, cases: 1, canUndo: false },
  ],
  now: NOW,
};

/** A reform that closes a dozen offices at once. */
export const manySuccessions: SuccessionsAnswer = {
  ...succession,
  closed: Array.from({ length: 12 }, (_, at) => ({
    code: `U${at}`,
    name: `第${at + 1}街道综合行政执法服务中心`,
    closedOn: "2026-11-18",
    heir: water,
    leads: 3 * at,
    parts: at % 4,
    calls: at % 3,
  })),
  moved: [],
};

export const longSuccession: SuccessionsAnswer = {
  closed: [{ ...longUnit, closedOn: "2026-11-18", heir: longUnit, leads: 1208, parts: 316, calls: 27 }],
  moved: [{ from: longUnit, to: longUnit, at: NOW - MINUTE, cases: 1524, canUndo: true }],
  now: NOW,
};

export const trials = {
  plain: { cases: 49, calls: 3, kept: { busy: 0, actedSince: 0, joined: 0 } },
  none: { cases: 0, calls: 0, kept: { busy: 0, actedSince: 3, joined: 1 } },
  kept: { cases: 9, calls: 0, kept: { busy: 1, actedSince: 2, joined: 1 } },
} as const satisfies Readonly<Record<string, SuccessionDone>>;

const backup: BackupAnswer = {
  file: "huying-20261120-020000.db",
  at: NOW - 30 * MINUTE,
  bytes: 48_234_496,
  verifiedAt: NOW - 29 * MINUTE,
  faults: 0,
};

export const record: RecordAnswer = {
  entries: 48_213,
  checkpoints: Array.from({ length: 4 }, (_, at) => ({
    size: 48_190 - 600 * at,
    at: NOW - (at + 1) * HOUR,
    algorithm: "sha256",
    root: "6f1c2b84d0a94e7f3358b1c7aa02d9e4410fbb6c7795d1e80c3f92a46b0d7e15",
    short: `7K4M-Q2TD-9XW${at}`,
    note: "huying\n48190\n",
  })),
  key: "huying.example+5a1c09e7+Ae0x9K0mYV6l2xG3hJtq0zqR1w7cVbN5uPz8sT4dLk2M",
  backups: Array.from({ length: 6 }, (_, at) => ({
    ...backup,
    file: `huying-2026112${at}-020000.db`,
    at: backup.at - at * HOUR,
    verifiedAt: at === 2 ? null : backup.at - at * HOUR + MINUTE,
    faults: at === 4 ? 2 : 0,
  })),
  backupHours: 1,
  backingUp: false,
  written: null,
  mayBackUp: true,
  now: NOW,
};

export const badBackup: BackupAnswer = { ...backup, faults: 3 };

const asked = (problem: Problem | null, asks: boolean): Proof => ({
  problem,
  asks,
  secret: "",
  setSecret: () => undefined,
  setProblem: () => undefined,
  run: () => Promise.resolve(null),
});

export const proofs = {
  none: asked(null, false),
  asks: asked({ ...problems.forbidden, code: "confirmFirst" }, true),
  wrong: asked(
    { ...problems.forbidden, code: "wrongPassword", detail: "密码或动态码不对，请再试一次。" },
    true,
  ),
  forbidden: asked(problems.forbidden, false),
} as const;

const person: PersonRow = {
  id: "p1",
  username: "yulihua",
  name: "余丽华",
  role: "department",
  unit: lamp,
  cells: [],
  posts: ["liaison"],
  disabled: false,
};

export const people: readonly PersonRow[] = [
  person,
  {
    ...person,
    id: "p2",
    username: "wangge1",
    name: "杨爱芹",
    role: "gridWorker",
    unit: township,
    cells: [cell],
    posts: [],
  },
  {
    ...person,
    id: "p3",
    username: "liuguoqiang",
    name: "刘国强",
    disabled: true,
    posts: ["deputy", "chief"],
  },
  { ...person, id: "gallery", username: "admin", name: "系统管理员", role: "admin", unit: null, posts: [] },
];

export const longPerson: PersonRow = {
  ...person,
  id: "p5",
  username: "tongxin-yunying-qiye-lianxi.01",
  name: "阿卜杜热合曼·买买提依明",
  unit: longUnit,
  cells: [cell, { code: "x", name: "经济开发区锦程嘉苑社区第十二网格" }],
  posts: ["liaison", "deputy", "chief", "onDuty"],
};

export const manyPeople: readonly PersonRow[] = Array.from({ length: 20 }, (_, at) => ({
  ...person,
  id: `m${at}`,
  username: `wangge${at + 1}`,
  name: ["杨爱芹", "萧秀英", "王建国", "秦爱芹"][at % 4] ?? "",
  role: "gridWorker",
  unit: township,
  cells: [{ code: `c${at}`, name: `岳家村第${at + 1}网格` }],
  posts: [],
}));

const asker = { id: "a", username: "bumen1", name: "余丽华", role: "department", unit: lamp } as const;

export const exportRow: ExportAnswer = {
  id: "e1",
  askedBy: asker,
  askedAt: NOW - 2 * HOUR,
  reason: "县委督查室要本月在办件清单",
  filter: { tab: "open", q: "路灯" },
  personal: false,
  rows: 126,
  state: "asked",
  decidedBy: null,
  decidedAt: null,
  decision: null,
  takenAt: null,
  until: null,
  mayTake: false,
  mayDecide: false,
};

export const exportOf = (parts: Partial<ExportAnswer>): ExportAnswer => ({ ...exportRow, ...parts });

export const decided: Partial<ExportAnswer> = {
  decidedBy: {
    ...asker,
    id: "b",
    name: "秦爱芹",
    role: "centre",
    unit: { code: "XNZX", name: "县效能中心" },
  },
  decidedAt: NOW - HOUR,
};

const account = { username: "wangge1", name: "杨爱芹", role: "gridWorker", unit: township.name } as const;

export const demo: DemoAnswer["accounts"] = [
  account,
  { ...account, username: "xiangzhen1", name: "萧秀英", role: "township" },
  { ...account, username: "bumen1", name: "余丽华", role: "department", unit: longUnit.name },
  { ...account, username: "xiaoneng1", name: "秦爱芹", role: "centre", unit: "县效能中心" },
  { ...account, username: "lingdao1", name: "高志远", role: "leader", unit: null },
  { ...account, username: "admin", name: "系统管理员", role: "admin", unit: null },
  { ...account, username: "wangge2" },
  { ...account, username: "wangge3" },
];
