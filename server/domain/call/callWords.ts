/** The words of calls in Chinese, keyed by the names the code uses, and every rule: why it says no, and what to do instead. */
import type { Post } from "../orders.ts";
import type { CallLevel } from "../reference.ts";
import type { RuleWords } from "../ruleWords.ts";
import type { AnswerState, CallClockKind, CallOwnAct, CallState } from "./call.ts";
import type { CallAction, CallField, CallMover } from "./callMoves.ts";

export const callStateWords: Record<CallState, string> = {
  asked: "待批准",
  uncaught: "待指定牵头",
  open: "呼叫中",
  done: "待会签",
  signedOff: "待互评",
  closed: "已办结",
  withdrawn: "未获批准",
};

export const answerWords: Record<AnswerState, string> = {
  called: "待签收",
  signed: "已签收",
  contacted: "已联系",
  arrived: "已到场",
  done: "已办完",
  declined: "异议不接",
};

export const callActionWords: Record<CallAction | CallOwnAct, string> = {
  launch: "发起呼叫",
  approve: "批准呼叫",
  withdraw: "不批准",
  catch: "指定牵头单位",
  sign: "签收",
  contact: "联系乡镇",
  arrive: "到场",
  finish: "办完",
  decline: "异议不接",
  cosign: "会签",
  rateDepartment: "评价部门",
  rateTownship: "评价乡镇",
  overdue: "超期",
  absent: "未到场",
  climb: "自动提级",
  reopen: "重新办理",
  close: "办结",
  succeed: "移交接续单位",
};

export const callClockWords: Record<CallClockKind, string> = {
  approve: "批准",
  lead: "指定牵头",
  sign: "签收",
  contact: "联系",
  onSite: "到场",
  done: "办结",
  cosign: "会签",
  rate: "评价",
};

export const callMoverWords: Record<CallMover, string> = {
  township: "发起呼叫的乡镇",
  head: "乡镇党政主要负责人",
  department: "被呼叫的部门",
  centre: "效能中心",
};

export const postWords: Record<Post, string> = {
  liaison: "联络员",
  deputy: "班子成员（分管领导）",
  chief: "党政主要负责人",
  onDuty: "值班带班领导",
};

export const callLevelWords: Record<CallLevel["code"], string> = {
  daily: "日常呼叫",
  tough: "攻坚呼叫",
  emergency: "应急呼叫",
};

export const partWords = { lead: "牵头", assist: "协同" } as const;

export const callFieldWords: Record<CallField, string> = {
  lead: "牵头单位",
  basisItem: "依据的职责清单条目",
  reason: "理由",
  result: "办理结果",
  note: "说明",
  unit: "评价哪个部门",
  department: "对部门的评价",
  townshipRating: "对乡镇的评价",
};

export const markWords = {
  signing: "签收及时",
  arrival: "到场及时",
  solution: "解决效果",
  conduct: "工作作风",
  necessity: "呼叫必要",
  cooperation: "现场配合",
} as const;

export const climbWords = { 1: "已提到效能中心", 2: "已提到县分管领导" } as const;

/** Rules of calls. `{given}` and `{expected}` are filled in with what was sent and what the rule wants. */
export const callRuleWords = {
  callNotFound: {
    why: "没有找到这次呼叫，可能编号有误，或不在您的管辖范围内",
    instead: "请从呼叫列表打开",
  },
  onlyTownship: {
    why: "呼叫由乡镇（街道）发起",
    instead: "部门之间的协同请在案卷里派遣或备注；需要现场联动的，请联系属地乡镇",
  },
  ownCase: {
    why: "只能就本乡镇辖区内、还没有办结的案卷发起呼叫",
    instead: "请由案卷所在乡镇发起，或不关联案卷另行呼叫",
  },
  callRunning: {
    why: "这个案卷已有一次没有办结的呼叫 {given}",
    instead: "请在那次呼叫里补充说明；办结后仍不到位的，评价时打“不到位”即可重新办理",
  },
  postForLevel: {
    why: "{given}只能由{expected}发起",
    instead: "请由上述人员登录发起，或请系统管理员在“人员”里登记您的职务，或改用您可以发起的级别",
  },
  leadByList: {
    why: "按职责清单“{given}”，牵头单位只能是{expected}",
    instead: "请改选清单上的单位；认为清单没有写明的，牵头单位留空，作清单外呼叫由效能中心指定",
  },
  leadNeedsLine: {
    why: "指定牵头单位须写明所依据的职责清单条目",
    instead: "请选择清单条目；找不到条目的，牵头单位留空，作清单外呼叫由效能中心指定",
  },
  noSuchLine: {
    why: "职责清单里没有“{given}”这一条",
    instead: "请从清单里选择条目",
  },
  countyUnit: {
    why: "“{given}”不是县直单位，不能被呼叫",
    instead: "请选择县直部门或单位",
  },
  namedTwice: {
    why: "“{given}”被重复点名",
    instead: "每个单位只点名一次，牵头或协同选一样",
  },
  moverOnly: {
    why: "“{given}”由{expected}办理",
    instead: "您可以查看进展；需要催促的，请联系效能中心",
  },
  callState: {
    why: "呼叫现在是“{given}”，只有在“{expected}”时才能这样做",
    instead: "请先看办理过程，再办理当前环节",
  },
  partState: {
    why: "本单位现在是“{given}”，只有在“{expected}”时才能这样做",
    instead: "请按签收、联系、到场、办完的次序办理",
  },
  partDeclined: {
    why: "本单位已经异议不接，不再参加这次呼叫",
    instead: "异议有误的，请联系效能中心重新点名",
  },
  leadMustAnswer: {
    why: "牵头单位不能不接呼叫",
    instead: "请先签收到场；认为不属本单位职责的，请在案卷里“提出职责争议”，由裁定确定",
  },
  townshipLast: {
    why: "会签由乡镇最后签，还在等 {given}",
    instead: "请等各部门会签；部门会签超过时限的，乡镇可以直接会签",
  },
  cosignedBefore: { why: "本单位已经会签", instead: "请等其他单位会签" },
  ratedBefore: { why: "已经评价过，评价不能修改", instead: "对结果仍有意见的，请报效能中心" },
  notCalled: {
    why: "“{given}”没有参加这次呼叫，不能评价",
    instead: "请选择参加了呼叫的部门",
  },
  callStale: {
    why: "这次呼叫刚刚有了新的变化",
    instead: "请看过最新情况再办理",
  },
  headOnly: {
    why: "是否须经批准由乡镇党政主要负责人设定",
    instead: "请由主要负责人登录设定",
  },
} as const satisfies Record<string, RuleWords>;

/** The lines that rules of calls rest on. */
export const callBasisWords = {
  dutyList: (line: string) => (line === "" ? "职责清单" : `职责清单 ${line}`),
  level: (level: string) => `呼叫级别规则：${level}由谁发起`,
  table: "乡呼县应流程表：谁在哪一步可以办什么",
} as const;

export type CallRule = keyof typeof callRuleWords;
