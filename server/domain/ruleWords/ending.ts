/** Rules of the end of a case and what comes after it. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const endingRuleWords = {
  selfHandled: {
    why: "这不是随手办结的案卷",
    instead: "处置结果不合格的，请用“返工”",
  },
  hasLead: {
    why: "这个案卷没有承办单位，不能退回重办",
    instead: "问题仍在的，请重新上报",
  },
  admitted: {
    why: "承办单位没有说明未解决，不能作未解决办结",
    instead: "已经解决的请用“结案”",
  },
  notAdmitted: {
    why: "承办单位已说明没有解决，不能按解决结案",
    instead: "请用“未解决办结”",
    basis: { law: "如实办结：承办单位说明未解决的，不得计为解决" },
    shown: true,
  },
  recheckOwed: {
    why: "这个案卷没有待复查的任务",
    instead: "请先看办理过程，复查可能已经做过或没有抽中",
  },
  notReached: {
    why: "没有联系上，就没有诉求人对“{given}”的答复",
    instead: "请去掉“{given}”再提交；联系上了的，请选“已联系上”",
    basis: { law: "回访：是否解决和满意度只记诉求人的答复" },
  },
  reopenLeft: {
    why: "这个案卷已经按“没解决”重办过一次",
    instead: "请在评价中说明，或重新反映",
    basis: { count: "reopens" },
    isLimit: true,
  },
  dissatisfied: {
    why: "没有不满意评价，回访和复查也没有说未解决或不真实",
    instead: "需要跟进的，请催办或督办",
    basis: { count: "dissatisfied" },
  },
  rectifyLeft: {
    why: "这个案卷已经整改过一次",
    instead: "请督办或向分管领导报告",
    basis: { count: "rectifications" },
    isLimit: true,
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
