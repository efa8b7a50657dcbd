/** Rules of 并案 and 分办. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const linkingRuleWords = {
  notLead: {
    why: "这个案卷是主件，已有别的案卷并入",
    instead: "请把另一件并入这一件；或先撤销并案",
  },
  notFollower: {
    why: "这个案卷已经并入别的主件",
    instead: "请在它的主件上办理，或填写主件的案卷号",
  },
  noPart: {
    why: "这是分办出来的子件，不能再并入别的案卷",
    instead: "请用“关联案卷”，或把另一件并入这一件",
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
