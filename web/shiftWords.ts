/** Words of the page 系统偏移: sources whose points are wrong in one way, 改正这批, and its undo. */
import type { CauseAnswer } from "../server/domain/shift/answers.ts";
import type { ShiftSource } from "../server/domain/shift/source.ts";

export const shiftWords = {
  title: "坐标偏移",
  lead: (days: number) =>
    `近 ${days} 天报来的坐标，按来源与地址、部件所在的点比对：整批偏到一边的、坐标系说错的、经纬度写反的列在这里。改不改由人定，改了可以整批撤销。`,
  found: "发现偏移的来源",
  fine: "没有发现问题的来源",
  fineHint: "个人设备没有问题的不列。能比对的少于 5 件时看不出来。",
  none: "没有发现成批的坐标偏移",
  noneHint: "能比对的坐标都在它们的地址、部件附近。",
  empty: "近来没有带坐标的上报",
  kinds: { import: "外部系统", device: "个人设备", channel: "渠道" } satisfies Record<
    ShiftSource["kind"],
    string
  >,
  counts: (cases: number, pairs: number) => `${cases} 件有坐标，其中 ${pairs} 件能比对`,
  cause: (cause: CauseAnswer) =>
    cause.kind === "swapped"
      ? "对调经度和纬度"
      : cause.kind === "datum"
        ? `按 ${datums[cause.datum]} 换算`
        : "移回同样的距离",
  map: (name: string) => `${name}：现在的点和应在的点`,
  legend: "红点：现在的位置。绿圈：地址、部件所在，或改正后的位置。连线是同一件。",
  evidence: (count: number) => `看这 ${count} 件`,
  hide: "收起",
  showCases: (count: number) => `比对的 ${count} 件`,
  correct: (count: number) => `改正这批（${count} 件）`,
  reason: "理由",
  reasonHint: "记入每一件的办理过程，例如：来源系统导出的是高德坐标。",
  trial: "先看会改什么",
  trialSum: (cases: number, cells: number, townships: number) =>
    `会改 ${cases} 件的位置：${cells} 件换网格，其中 ${townships} 件换乡镇。已派出的仍由原单位办理，待立案、待核查的随位置转到新的乡镇或网格员。`,
  window: (from: string, until: string) => `偏移时段：${from} 至 ${until}（第一件和最后一件偏的）。`,
  neighbours: (before: string | null, after: string | null) =>
    [
      before === null ? "在此之前没有能比对的件。" : `之前最近一件对得上的是${before}报来的。`,
      after === null ? "在此之后没有能比对的件。" : `之后最近一件对得上的是${after}报来的。`,
    ].join(""),
  days: { from: "从哪天报来的起", to: "到哪天报来的止" },
  asFound: "现为查出的偏移时段，精确到分。只改这段时间报来的，之前、之后的不动；另选日期的按整天算。",
  wholeDays: "已另选日期，按整天算。",
  backToFound: "用查出的时段",
  left: (from: string, until: string, count: number) =>
    `只改 ${from} 至 ${until} 报来的；同一来源此外的 ${count} 件不动。`,
  batchWindow: (from: string, until: string) => `${from} 至 ${until} 报来的`,
  skipped: (count: number) => `${count} 件已由人改过位置，不动。`,
  moved: (from: string, to: string) => `${from} → ${to}`,
  sameCell: (cell: string) => `仍在${cell}`,
  noCell: "没有网格",
  more: (count: number) => `……还有 ${count} 件`,
  apply: (count: number) => `确定改正 ${count} 件`,
  applying: "正在逐件改正，请勿关闭…",
  done: (count: number) => `已改正 ${count} 件，可整批撤销`,
  batches: "已改正的批次",
  noBatches: "还没有改正过。",
  batch: (cases: number, how: string) => `${cases} 件 · ${how}`,
  by: (by: string, when: string, reason: string) => `${by} ${when}：${reason}`,
  undo: "撤销这批",
  undoNamed: (name: string) => `撤销这批：${name}`,
  undoSum: (cases: number, skipped: number) =>
    `${cases} 件会退回原处${skipped === 0 ? "" : `；${skipped} 件此后另行更正过，不动`}。`,
  undoApply: (count: number) => `确定撤销 ${count} 件`,
  undoDone: (count: number) => `已撤销，${count} 件退回原处`,
  undone: (by: string, when: string, reason: string) => `已撤销：${by} ${when}：${reason}`,
  offer: (sentence: string) => `这个来源的坐标成批偏移：${sentence}。`,
  take: "改到正确的位置",
  taken: "来源成批偏移，按换算后的位置更正",
  toShifts: "到“坐标偏移”里整批改正",
};

const datums: Readonly<Record<string, string>> = {
  wgs84: "WGS-84",
  cgcs2000: "CGCS2000",
  gcj02: "GCJ-02",
  bd09: "BD-09",
};
