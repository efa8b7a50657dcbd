/** Rules of the duty list: what a township may not be given. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const dutyRuleWords = {
  takenBack: {
    why: "乡镇对“{given}”只上报，不得派给乡镇办结",
    instead: "请派县直主责单位“{expected}”；需要乡镇到场的，只能按清单列为协办",
    basis: { duty: true },
  },
  townshipAssists: {
    why: "乡镇对“{given}”只协办，不能作主办",
    instead: "请派县直主责单位“{expected}”，并把乡镇列为协办单位",
    basis: { duty: true },
  },
  notInAssistList: {
    why: "“{given}”没有列乡镇协办",
    instead: "请由主责单位“{expected}”办理；确需乡镇配合的，由效能中心协调",
    basis: { duty: true },
  },
  spotTakenBack: {
    why: "乡镇和网格对“{given}”只上报，不得作随手办结",
    instead: "请去掉“随手办结”照常上报，由“{expected}”办理",
    basis: { duty: true },
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
