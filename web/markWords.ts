/** What every page says of supervision: the marks of a case, and how its papers are called. */
import type { OrderKind } from "../server/domain/caseRules.ts";
import type { Mark } from "../server/domain/marks.ts";

export const orderName: Record<OrderKind, string> = {
  urge: "催办",
  supervise: "督办",
  circulate: "通报",
  instruct: "批示",
};

export const markWords = {
  print: (order: OrderKind) => (order === "circulate" ? "通报" : `${orderName[order]}单`),
  marks: {
    "ladder:urge": "催办中",
    "ladder:supervise": "督办中",
    "ladder:circulate": "已通报",
    answer: "待督办回复",
    note: "领导批示",
    unheard: "催办无人接收",
    "review:overdue": "超时申诉待复核",
    "review:unreasonable": "不合理诉求待复核",
    "request:extension": "延期待批",
    "request:suspension": "挂账待批",
    "request:wait": "等待待批",
    "exempt:overdue": "不计超时（申诉通过）",
    "exempt:unreasonable": "不计统计（不合理诉求）",
  } satisfies Record<Mark, string>,
  markFilter: "督办和复核",
  writeNote: "批示…",
  writeNoteOn: (number: string) => `批示 ${number}`,
  printSheet: "打印案卷",
  proof: "存证证明",
  printOrder: "打印",
} as const;
