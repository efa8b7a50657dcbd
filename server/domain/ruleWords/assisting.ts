/** Rules of 协办 and 分段办理. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const assistingRuleWords = {
  assistCalled: {
    why: "本单位在这个案卷里没有待签收的协办任务",
    instead: "请先看协办分工，可能已经签收或已经结束",
  },
  assistSigned: {
    why: "本单位的协办任务还没有签收，或已经办结",
    instead: "还没有签收的，请先“协办签收”",
  },
  firstDecline: {
    why: "本单位已经提过一次协办异议，再次被指派后不得再提",
    instead: "请签收并办理；仍有异议的，请联系效能中心",
    isLimit: true,
    shown: true,
  },
  inAssistWindow: {
    why: "已过协办异议窗口",
    instead: "请签收并办理；确属派错的，请主办单位“不再等待协办”",
    basis: { policy: "returnWindow" },
    isLimit: true,
    shown: true,
  },
  assistantsLive: {
    why: "没有还在办理的协办单位",
    instead: "请直接办理",
  },
  assistantsSettled: {
    why: "还有协办单位没有办结，主办单位不能报处置完成",
    instead: "请等协办单位“协办办结”；不再等的，请用“不再等待协办”写明理由",
    basis: { law: "协办规则：协办单位都办结，或主办单位写明不再等待的理由，才能报处置完成" },
    shown: true,
  },
  assistsAlready: {
    why: "“{given}”已经是这个案卷的主办或协办单位，不能再列为协办",
    instead: "请改选其他单位；要向已在办的单位补充要求，请用“备注”",
    basis: { law: "协办规则：一个单位在一个案卷里只承担主办或协办的一份" },
  },
  onlyWhenLate: {
    why: "协办单位“{given}”的协办时限还没有到，不能以逾期为由不再等待（协办规则：{expected}）",
    instead: "请等到协办时限届满，或按实际情况选择其他理由",
    basis: { law: "协办规则（assisting.json）：以逾期为由不再等待的，须协办时限已经届满" },
  },
  stageOpen: {
    why: "这个案卷没有分段，或各阶段都已完成",
    instead: "请直接报处置完成",
  },
  stagesFinished: {
    why: "还有阶段没有完成（先围护、后修复、再恢复），不能报处置完成",
    instead: "请先“完成本阶段”；客观上完不成的，请“说明未解决”",
    basis: { law: "分段办理规则（stages.json）：每一阶段有自己的时限，依次完成" },
    shown: true,
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
