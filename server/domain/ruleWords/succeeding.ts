/** Rules of 机构接续: what a closed unit left goes to its heir, and back only to a unit that is open. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const succeedingRuleWords = {
  unitOpen: {
    why: "{given}没有停用，在办件仍由它办",
    instead: "请先在“单位与乡镇”里填它的停用日期和并入单位，发布生效后再移交",
  },
  noHeir: {
    why: "{given}已停用，但没有填并入单位，或并入的单位也停用了，不知道移给谁",
    instead: "请先在“单位与乡镇”里填它的并入单位并发布",
  },
  stillClosed: {
    why: "{given}仍在停用，案卷不能退回给它",
    instead: "请先在“单位与乡镇”里去掉它的停用日期，发布生效后再撤销移交",
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
