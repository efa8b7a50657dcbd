/** Words of the leader's cockpit (领导驾驶舱) and of its wall. */
import type { AskReason } from "../server/domain/cockpit/ask.ts";

const counted = {
  returned: (count: number) => `退单 ${count} 次`,
  reworked: (count: number) => `返工 ${count} 次`,
  urged: (count: number) => `催办 ${count} 次`,
  missed: (count: number) => `错过时限 ${count} 次`,
} as const;

const plain = { urgent: "紧急", severe: "严重超期", late: "超期" } as const;

export const cockpitWords = {
  title: "驾驶舱",
  asOf: (moment: string) => `数据 ${moment}`,
  fresh: "实时",
  stale: (minutes: number) => `数据已 ${minutes} 分钟没有更新`,
  cut: "与服务器的连接断了，正在重连",
  figures: "主要数字",
  month: (from: string, to: string) => `比率为本月 ${from} 至 ${to}，与“评价”页同一口径；点任何数字看案卷。`,
  names: { reported: "今日上报", calls: "近 7 天呼叫" },
  pieces: (count: number) => `${count} 件`,
  change: {
    reported: "比上周此时",
    calls: "比前 7 天",
    indicator: "比上月同期",
  },
  nothingBefore: "上期没有可比的",
  same: "持平",
  more: (text: string) => `▲ ${text}`,
  less: (text: string) => `▼ ${text}`,
  points: (value: string) => `${value} 个百分点`,
  target: (target: string) => `目标 ${target}`,
  reached: "已达到",
  short: (points: string) => `差 ${points} 个百分点`,
  beyond: (points: string) => `超出 ${points} 个百分点`,
  countedOf: (over: number, of: number) => `${over}/${of}`,
  townships: "乡镇在办",
  townshipsNote: "按编码排列：件多不等于工作差",
  townshipRow: (open: number, overdue: number) => `在办 ${open} · 超期 ${overdue}`,
  reportedWeek: (count: number, before: number) => `近 7 天上报 ${count}，前 7 天 ${before}`,
  map: "各乡镇在办案卷",
  mapFrom: "在办件数 0",
  mapTo: "到",
  mapLegend: (most: number) => `${most}，红点为超期件数`,
  mapTownship: (name: string, open: number, overdue: number) => `${name}：在办 ${open}，超期 ${overdue}`,
  noMap: "还没有网格，画不出地图。",
  worst: (name: string) => `本月${name}后几位`,
  worstNone: "本月没有样本足够的单位。",
  worstSmall: (count: number) => `另有 ${count} 个单位样本不足，不列`,
  rising: "近 7 天上升的事项",
  risingNone: "没有明显上升的事项。",
  risingRow: (reported: number, before: number) => `${reported} 件，前 7 天 ${before} 件`,
  analysis: "到“研判”看反复发生的地点",
  ask: "此刻最该过问",
  askNone: "没有超期件，不用过问。",
  held: (holder: string) => `在 ${holder}`,
  reason: (reason: AskReason): string =>
    "count" in reason ? counted[reason.kind](reason.count) : plain[reason.kind],
  wall: "投到大屏",
  leaveWall: "退出大屏",
  pause: "停止轮播",
  resume: "继续轮播",
  paused: "轮播已停",
  faces: { whole: "总览", townships: "乡镇", units: "部门", hot: "热点" },
  badSeconds: (name: string, got: string, used: number) =>
    `地址里的 ${name}=${got} 不是 10 到 3600 的秒数，按 ${used} 秒。`,
} as const;
