/** The words of evaluation in Chinese: families, groups without a name, objections. */
import type { ObjectionAct, ObjectionState } from "./objection.ts";
import type { Family } from "./rules.ts";

export const familyWords: Record<Family, string> = {
  handling: "处置",
  dispatching: "派遣与响应",
  closing: "结案与质量",
  replying: "回访与满意",
  calling: "乡呼县应",
};

export const groupWords = {
  unit: "按单位",
  township: "按乡镇",
  item: "按事项",
  month: "按月",
  cell: "按网格",
} as const;

/** What stands for a group that has no code. */
export const nobodyWords = {
  unit: "尚未派遣",
  township: "未定乡镇",
  item: "未定事项",
  month: "",
  cell: "未定网格",
} as const;

export const objectedWords = "异议成立";
export const exemptLateWords = "不计超时（申诉通过）";

export const objectionStateWords: Record<ObjectionState, string> = {
  open: "待答复",
  accepted: "异议成立",
  declined: "不予采纳",
  withdrawn: "已撤回",
  undone: "采纳已撤销",
};

export const objectionActWords: Record<ObjectionAct["act"], string> = {
  accept: "采纳异议",
  decline: "不予采纳",
  withdraw: "撤回异议",
  undo: "撤销采纳",
};

/** The table to download. */
export const csvWords = {
  group: "名称",
  groupOn: (version: number, validFrom: string) => `名称（按第 ${version} 版网格，${validFrom} 起用）`,
  code: "代码",
  score: "综合得分",
  total: "合计",
  columns: ["分子", "分母", "剔除", "说明"],
  small: "样本不足",
  objection: { open: "有异议，待答复", accepted: "异议成立，已剔除所列案卷" },
} as const;
