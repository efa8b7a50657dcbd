/** What a move found, told so that a person knows what to do. */
import { printVerification } from "../cli/faultWords.ts";
import type { Account, Difference } from "./prove.ts";

export function differenceWords({ what, where, here, there }: Difference): string {
  switch (what) {
    case "rows":
      return `表 ${where}：SQLite ${here} 行，PostgreSQL ${there} 行`;
    case "content":
      return `表 ${where}：行数一样，内容不一样（摘要 ${here.slice(0, 12)} 与 ${there.slice(0, 12)}）`;
    case "verification":
      return "两边核验的结果不一样，请在两边分别执行 huying verify";
    case "root":
      return `存证树的根不一样：${here.slice(0, 16)} 与 ${there.slice(0, 16)}`;
    case "scores":
      return `综合评价的得分不一样（按${where === "unit" ? "单位" : "乡镇"}）`;
  }
}

/** One sentence on what was held against each other. */
export function provenWords({ sums, verification, root }: Account): string {
  const rows = [...sums.values()].reduce((sum, table) => sum + table.rows, 0);
  return (
    `两边一致：${sums.size} 张表 ${rows} 行逐行比对，存证树的根 ${root.slice(0, 16)}，综合评价得分。` +
    printVerification(verification)
  );
}
