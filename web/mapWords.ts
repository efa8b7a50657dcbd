/** Interface text of maps, apart from the rest: fetched with them. */
import type { Lamp } from "../server/domain/clock.ts";
import { lampWords } from "../server/domain/words.ts";

export const mapWords = {
  title: "网格地图",
  list: "地图上的案卷",
  pick: "在地图上点选位置",
  pickHint: "点一下地图即可定位；可放大后再点。",
  inView: (seen: number, all: number) => `视野内 ${seen} 件 · 共 ${all} 件`,
  listed: (most: number) => `列出最急的 ${most} 件，放大地图可看到其余`,
  nothingHere: "视野内没有案卷",
  approval: (number: string) => `审图号：${number}`,
  showing: "显示方式",
  showings: { auto: "自动", points: "逐件", clusters: "聚合", heat: "热力" },
  /** 12,345 → 1.2万 */
  many: (count: number) => (count < 10_000 ? String(count) : `${(count / 10_000).toFixed(1)}万`),
  cluster: (count: number, late: number) => `这一带 ${count} 件${late > 0 ? ` · 超期 ${late}` : ""}，点开看`,
  case: (number: string, item: string, lamp: Lamp | null, others: number) =>
    `${number} ${item}${lamp === null ? "" : ` · ${lampWords[lamp]}`}${others > 0 ? `（此处还有 ${others} 件）` : ""}`,
  cell: (name: string, open: number, overdue: number) =>
    `${name}${open > 0 ? ` · 在办 ${open}` : ""}${overdue > 0 ? ` · 超期 ${overdue}` : ""}`,
} as const;
