/** Rules of 复核 and 异议. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const reviewingRuleWords = {
  handledLate: { why: "这个案卷办结没有超时，不需要申诉", instead: "对其他指标有异议的，请联系效能中心" },
  noReview: { why: "已有一项申请在复核", instead: "请等复核结束后再提", basis: { policy: "review" } },
  reviewPending: { why: "没有待复核的申请", instead: "请先看办理过程，申请可能已经办完" },
  appealLeft: {
    why: "一个案卷只能申诉一次",
    instead: "对复核结果有异议的，请书面报效能中心",
    basis: { policy: "review" },
    isLimit: true,
    shown: true,
  },
  exclusionLeft: {
    why: "一个案卷只能申请认定一次",
    instead: "对复核结果有异议的，请书面报效能中心",
    basis: { policy: "review" },
    isLimit: true,
    shown: true,
  },
  firstReview: {
    why: "已有一人同意，等待第二人复核",
    instead: "请由另一人“复核同意”或“不予采纳”",
    basis: { policy: "review" },
  },
  secondReview: { why: "还没有第一人审核", instead: "请先“同意”，再由另一人复核" },
  notOwnRequest: {
    why: "申请是您提的，不能由您自己复核",
    instead: "请由另外两位工作人员复核",
    basis: { law: "两人复核：申请人不参加复核" },
    shown: true,
  },
  otherReviewer: {
    why: "两次审核须由不同的人做出",
    instead: "请由另一位工作人员复核",
    basis: { law: "两人复核：两次审核须由不同的人做出" },
    shown: true,
  },
  noSuchObjection: {
    why: "没有这条异议，或者不是本单位提出的",
    instead: "请从“异议”列表打开",
    basis: { law: "异议：提出的单位和效能中心看得到" },
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
