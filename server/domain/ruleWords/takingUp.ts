/** Rules of the desk that takes a report up, and the reporter who takes it back. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const takingUpRuleWords = {
  componentNamed: {
    why: "这个案卷没有指明部件",
    instead: "需要的，请用“指明部件”从台账里选",
  },
  cellKnown: {
    why: "这个案卷还没有确定网格，没有网格员可以去核实",
    instead: "请先更正位置，或直接立案、不予立案",
    shown: true,
  },
  contactable: {
    why: "诉求人没有留电话或要求保密，不能联系",
    instead: "请按现有情况办理；确需补充的，请派遣方向首接渠道了解",
    basis: { law: "个人信息保护：保密件的反映人不向承办单位显示" },
    shown: true,
  },
  notTakenUp: {
    why: "已经有人受理这件上报，不能再撤回",
    instead: "情况有变的，请用“备注”告诉办理单位",
  },
  noDanger: {
    why: "文字里有危险的迹象，须由工作人员确认安全，不能撤回",
    instead: "危险已经排除的，请补充说明，由工作人员核实后了结",
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
