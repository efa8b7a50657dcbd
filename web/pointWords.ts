/** Coordinates as they came, in words: from where, in which datum, how exact. */
import type { Datum, PointSource, ReportedPoint } from "../geo/point.ts";

const sources: Readonly<Record<PointSource, string>> = {
  satellite: "手机定位",
  hand: "人工在图上点选",
  words: "按地址确认",
  import: "外部系统导入",
  register: "部件台账",
};

const datums: Readonly<Record<Datum, string>> = {
  wgs84: "WGS-84（GPS）",
  cgcs2000: "CGCS2000（国家大地坐标系）",
  gcj02: "GCJ-02（高德、腾讯、微信）",
  bd09: "BD-09（百度）",
};

/** 原位置 of a case whose place was corrected. */
export const earlierWords = {
  title: (count: number) => `原位置（更正过 ${count} 次）`,
  heldUntil: (cell: string | null, until: string, metres: number | null) =>
    `${until} 前：${cell ?? "没有网格"}${metres === null ? "" : `，距现在 ${metres} 米`}`,
};

/** `坐标来源：外部系统导入；报来的是 GCJ-02 …（118.84, 35.58），已换算；精度约 25 米`. */
export function pointWords({ lng, lat, accuracy, datum = "wgs84", source }: ReportedPoint): string {
  const from = source === undefined ? "没有说明" : sources[source];
  const shifted = datum === "gcj02" || datum === "bd09" ? "，已换算成 WGS-84" : "";
  const circle = accuracy === undefined ? "没有说明" : `约 ${Math.round(accuracy)} 米`;
  return `坐标来源：${from}；报来的坐标系：${datums[datum]}（${degrees(lng)}, ${degrees(lat)}）${shifted}；精度：${circle}`;
}

/** A tenth of a metre: more would only pretend. */
function degrees(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
