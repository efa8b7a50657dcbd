/** Words of the centre's wall: what waits, how it goes, what is hot. */
import type { Mark } from "../server/domain/marks.ts";

export const wallWords = {
  needs: "需要我处理",
  needsNone: "没有等着处理的，很好。",
  marks: {
    "request:extension": "延期待批",
    "request:suspension": "挂账待批",
    "request:wait": "等待诉求人待批",
    "review:overdue": "超时申诉待复核",
    "review:unreasonable": "不合理诉求待复核",
    "ladder:circulate": "到了通报一级",
    unheard: "无人接收",
    note: "批示未回复",
  } as Readonly<Partial<Record<Mark, string>>>,
  reviews: "去复核台",
  trends: "上报趋势",
  spans: { days: "近 30 天", months: "近 12 个月" },
  now: "今年",
  lastYear: "去年同期",
  chart: (span: string) => `${span}上报数，实线为今年，虚线为去年同期`,
  point: (when: string, count: number, lastYear: number | null) =>
    `${when} 上报 ${count} 件${lastYear === null ? "" : `，去年同期 ${lastYear} 件`}`,
  table: "看数字",
  columns: { when: "日期", now: "上报", lastYear: "去年同期" },
  items: "热点事项（近 7 天）",
  places: "热点网格（近 7 天）",
  onMap: "在地图上看",
  grown: (count: number, by: number) => `${count} 件${by === 0 ? "" : by > 0 ? ` ↑${by}` : ` ↓${-by}`}`,
  none: "近 7 天没有上报。",
  lost: "时间花在哪里（近 30 天）",
  lostAll: "看时间账",
  perCase: (all: number, hours: string, cases: number) =>
    `共 ${Math.round(all).toLocaleString("zh-CN")} 小时 · ${cases} 件次，平均 ${hours} 小时`,
} as const;
