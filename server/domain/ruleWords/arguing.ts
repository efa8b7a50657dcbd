/** Rules of 退单, disputes and rulings. */
import type { RuleName } from "../guards.ts";
import type { RuleWords } from "../ruleWords.ts";

export const arguingRuleWords = {
  notRuled: {
    why: "这个案卷已经裁定，裁定后不得再退单或再提争议",
    instead: "请先处置；确有新依据的，请书面报效能中心",
    basis: { law: "国办函〔2025〕66 号：职责不清的由机构编制部门界定，界定后须办理" },
    shown: true,
  },
  noDispute: {
    why: "这个案卷正在裁定",
    instead: "请等待裁定，裁定前继续处置",
    basis: { policy: "ruling" },
    shown: true,
  },
  inDispute: {
    why: "这个案卷没有待裁定的争议",
    instead: "请先看办理过程，争议可能已经裁定或已经办结",
  },
  firstReturn: {
    why: "这个案卷已经退过一次，不再退第二次",
    instead: "认为不属本单位职责的，请“提出职责争议”，由裁定确定承办单位",
    basis: { law: "退单不转圈：第二次退单不再流转，一律进入裁定" },
    isLimit: true,
    shown: true,
  },
  returnedBefore: {
    why: "这个案卷还没有退过单",
    instead: "首次认为不属本单位职责的，请用“退单”",
  },
  inReturnWindow: {
    why: "已过退单窗口（派遣后的异议期限）",
    instead: "请签收处置；确属派错的，请联系派遣方或效能中心",
    basis: { policy: "returnWindow" },
    isLimit: true,
    shown: true,
  },
  belowTopLevel: {
    why: "已经是最高一级裁定",
    instead: "请直接裁定",
    basis: { policy: "ruling3" },
    isLimit: true,
    shown: true,
  },
} satisfies Partial<Record<RuleName, RuleWords>>;
