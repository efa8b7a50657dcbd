/** Rules of 督办, 批示 and 通报. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const supervisingRuleWords = {
  supervised: { why: "这个案卷没有待回复的督办", instead: "需要说明情况的，请用“备注”" },
  notSupervised: {
    why: "这个案卷已有一项督办在等回复",
    instead: "请等待回复；新的要求请写在备注里",
    basis: { policy: "supervise" },
    shown: true,
  },
  heldByOthers: {
    why: "这个案卷在本单位手里，不用催办自己",
    instead: "请直接办理；要告诉同事的，请用“备注”",
  },
  superviseLeft: {
    why: "这个单位已经督办过，同一轮超期每一步只走一次",
    instead: "仍不办理的，请通报；需要提醒的，请再催办",
    basis: { policy: "ladder" },
    isLimit: true,
  },
  notInstructed: {
    why: "这个案卷已有一项批示在等回复",
    instead: "请等待回复；补充要求请写在备注里",
    basis: { policy: "supervise" },
    shown: true,
  },
  climbed: {
    why: "通报之前须先督办",
    instead: "请先催办、督办，仍超期的再通报",
    basis: { policy: "ladder" },
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
