/** Rules of 延期, 挂账 and 等待诉求人. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const pausingRuleWords = {
  requested: {
    why: "没有待批的申请",
    instead: "请先看办理过程，申请可能已经批过",
  },
  noRequest: {
    why: "已有一项申请在等批复，一次只能有一项",
    instead: "请等批复后再申请，办理不停",
    basis: { policy: "approve" },
    shown: true,
  },
  extensionAsked: { why: "没有待批的延期申请", instead: "请按实际申请的种类批复" },
  suspensionAsked: { why: "没有待批的挂账申请", instead: "请按实际申请的种类批复" },
  suspensionAhead: {
    why: "申请挂账的截止日已经到了",
    instead: "请驳回申请；仍需挂账的，由承办单位另报日期",
    basis: { count: "suspensionDays" },
    shown: true,
  },
  waitAsked: { why: "没有待批的等待申请", instead: "请按实际申请的种类批复" },
  extensionLeft: {
    why: "延期次数已经用完，不得再延",
    instead: "客观上不能解决的，请申请挂账，或如实说明未解决原因",
    basis: { count: "extensions" },
    isLimit: true,
    shown: true,
  },
  suspensionLeft: {
    why: "已经挂账过一次，不得再挂",
    instead: "请如实说明未解决原因，或申请延期",
    basis: { count: "suspensions" },
    isLimit: true,
    shown: true,
  },
  waitLeft: {
    why: "已经等待过诉求人一次",
    instead: "请按现有情况办理",
    basis: { count: "waits" },
    isLimit: true,
    shown: true,
  },
  handlingRuns: {
    why: "办结时限已到或没有在计时，只能在时限届满前申请和批准",
    instead: "请尽快办结；结案后可以提超时申诉",
    basis: { policy: "handle" },
    isLimit: true,
    shown: true,
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
