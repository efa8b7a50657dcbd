/** Rules of 应急状态. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const emergencyRuleWords = {
  notFrozen: {
    why: "本区域处于应急状态，非紧急件暂停派遣",
    instead: "请等应急状态解除后派遣；情况紧急的，请按紧急的立案条件立案，或报效能中心",
    basis: { law: "平战结合：应急状态下冻结非紧急派单，紧急和特急件照常派遣" },
    shown: true,
  },
  emergencyOver: {
    why: "没有这次应急状态，或者已经解除",
    instead: "请刷新后查看正在生效的应急状态",
    basis: { law: "平战结合：一次切换只解除一次" },
  },
  emergencyOverlaps: {
    why: "所选区域已因“{given}”在应急状态中",
    instead: "请先解除原来的应急状态，或改选其他区域",
    basis: { law: "平战结合：一个区域同时只有一个应急状态" },
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
