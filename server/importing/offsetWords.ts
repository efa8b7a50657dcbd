/** A systematic offset in a sentence: how far, to where, and what it probably comes from. */
import type { SystematicOffset } from "../../geo/offset.ts";
import type { Datum } from "../../geo/point.ts";
import type { FileOffset } from "./offset.ts";

export const datumWords: Readonly<Record<Datum, string>> = {
  wgs84: "WGS-84（GPS）",
  cgcs2000: "CGCS2000",
  gcj02: "GCJ-02（高德、腾讯、微信）",
  bd09: "BD-09（百度）",
};

/** Counter-clockwise from the east. */
const directions = ["东", "东北", "北", "西北", "西", "西南", "南", "东南"];

export function metresOf({ east, north }: Pick<SystematicOffset, "east" | "north">): number {
  return Math.round(Math.hypot(east, north));
}

/** One of eight. */
export function directionOf({ east, north }: Pick<SystematicOffset, "east" | "north">): string {
  const eighth = Math.round((Math.atan2(north, east) / Math.PI) * 4);
  return directions[(eighth + 8) % 8] ?? "";
}

export function offsetSentence(offset: FileOffset): string {
  const { rows, spread, datum, stated } = offset;
  const how = `有 ${rows} 行的地址能定到点，它们的坐标整体向${directionOf(offset)}偏约 ${metresOf(offset)} 米（各行相差约 ${Math.round(spread)} 米）`;
  return datum === undefined
    ? `${how}，不像是已知坐标系造成的，请核对文件的坐标`
    : `${how}，像是把 ${datumWords[datum]} 的坐标当成了 ${datumWords[stated]}`;
}

/** What one may do about it. */
export function offsetAdvice({ datum }: FileOffset): string {
  const correct = datum === undefined ? "" : `按 ${datumWords[datum]} 换算后导入，请加 --offset correct；`;
  return `${correct}确认坐标无误、照原样导入，请加 --offset keep。`;
}
