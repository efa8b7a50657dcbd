/** Faults of a drawn grid in Chinese: what is wrong and what to do, for the command line and the import page. */
import { MOST_CORNERS } from "../../geo/check/check.ts";
import type { GridFault, GridFaultCode } from "../../geo/check/fault.ts";

/** `{value}` and `{expected}` are filled in. */
const faultWords: Record<GridFaultCode, string> = {
  notAGrid: "不是网格文件：应为含有多边形的 GeoJSON（FeatureCollection）、TopoJSON 或 Shapefile（zip）",
  notAnArea: "图形是“{value}”，应为 Polygon 或 MultiPolygon",
  notANumber: "有的坐标不是数字",
  swapped: "经度和纬度写反了，应为先经度后纬度",
  projected: "坐标是以米计的平面坐标（如高斯-克吕格投影），应为经纬度：请导出时选择 CGCS2000 经纬度",
  offTheMap: "不在中国境内，可能落在海上或国外：请核对坐标",
  elsewhere: "离本县中心约 {value} 公里，在外省市或邻县：请核对是不是本县的文件，或个别点画错了",
  degreesNotMetres:
    "旁边的 .prj 写的是以米计的投影（{value}），文件里的坐标却是经纬度：两者矛盾，先按经纬度画在图上。确实是经纬度的，请选定坐标系；不是的，请重新导出",
  metresNotDegrees:
    "旁边的 .prj 写的是经纬度（{value}），文件里的坐标却是以米计的：两者矛盾，没有猜是哪个投影、哪一带。请配上对的 .prj，或导出时选择 CGCS2000 经纬度",
  noTable: "zip 里没有 {value}：图形读得出来，但没有编码和名称，不能发布；请把它一起压进 zip 重新上传",
  noIndex: "zip 里没有 {value}（索引）：不影响，图形已按 .shp 读出，可以继续",
  datumUnstated: "文件没有注明坐标系，暂按 {expected} 读取；请向提供单位确认",
  datumSuspected: "整体偏移约 {value} 米，{expected}",
  notClosed: "边界没有闭合：最后一点应与第一点相同",
  tooFewPoints: "边界只有 {value} 个不同的点，至少要 3 个",
  repeatedPoint: "边界上有重复的点",
  selfCrossing: "边界自相交",
  sliver: "面积只有 {value} 平方米，像是画线时留下的碎面",
  missingCode: "没有网格编码",
  codeLength: "编码“{value}”应为 {expected} 位数字",
  codePrefix: "编码“{value}”应以 {expected} 开头（所属县和社区的代码）",
  repeatedCode: "编码重复，共 {value} 个网格用它",
  tooDetailed:
    "有 {value} 个顶点，一次最多检查 {expected} 个，还没有检查其他内容：请抽稀（相邻两点不足 1 米的可以合并），或按乡镇拆开",
  gap: "网格之间有空隙，约 {value} 平方米",
  overlap: "网格相互重叠",
};

const MOST_CELLS = 3;

/** One line: which cells, where, and what is wrong. */
export function gridFaultSentence(fault: GridFault): string {
  const { cells, at, value = "" } = fault;
  const shown = cells.slice(0, MOST_CELLS).join("、");
  const who = cells.length > MOST_CELLS ? `${shown} 等 ${cells.length} 个网格` : shown;
  const where = at ? `（${at[0].toFixed(6)}, ${at[1].toFixed(6)}）` : "";
  const words = faultWords[fault.code].replace("{value}", value).replace("{expected}", expectedText(fault));
  return `${who === "" ? "整个文件" : who}${where}：${words}`;
}

/** The systems a file may silently be in. */
const datumNames: Readonly<Record<string, string>> = { wgs84: "WGS-84", gcj02: "GCJ-02", bd09: "BD-09" };

function expectedText({ code, expected = "" }: GridFault): string {
  const name = datumNames[expected] ?? expected;
  if (code !== "datumSuspected") return name;
  return name === ""
    ? "与现行网格对不上，请核对坐标系"
    : `正是 ${name} 的偏移：应按 ${name} 读取（在文件里注明 ${expected}）`;
}

/** What to do in a county that has no grid yet. */
export const emptyGridHint =
  "还没有网格：请在“网格”页面导入，或运行 huying grid import <文件> --from <起用日期> --datum <坐标系>。";

/** Why a file cannot be read at all, and what to do. `{value}` is filled in. */
const unreadableWords = {
  empty: "文件是空的，请重新导出。",
  notText: "不认识这种文件：应为 GeoJSON、TopoJSON，或装有 .shp、.dbf、.prj 的 zip。",
  notJson: "不是 JSON，或者没有传完：{value}",
  archive: "不能打开 rar 和 7z，请改用 zip 压缩。",
  looseShape: "只有 .shp 不够：请把同名的 .shp、.dbf、.prj 一起压成一个 zip。",
  brokenZip: "zip 打不开，像是没有传完或没有复制完（收到 {value} 字节）：请重新压缩后再上传。",
  bombZip: "zip 解开后有 {value} MB，太大了：请按乡镇拆开。",
  noShape: "zip 里没有 .shp 文件（只有：{value}）。",
  manyShapes: "zip 里有几个图层，一次只能导入一个：{value}",
  brokenShape: "{value} 读不出来，不是 Shapefile 的内容：请重新导出。",
  tooDetailed: `文件里有 {value} 个顶点，一次最多检查 ${MOST_CORNERS} 个，没有导入，已有的草稿没有变：请抽稀（相邻两点不足 1 米的可以合并），或按乡镇拆开。`,
  cutShape: "文件不完整：按文件头，{value}，像是没有传完或没有复制完。请重新复制或导出后再上传。",
  oldDatum: "坐标系是“{value}”：北京 54、西安 80 的转换参数只有测绘部门有，请先转换为 CGCS2000。",
} as const;

/** One sentence about a file that could not be read. */
export function unreadableSentence(code: keyof typeof unreadableWords, value: string): string {
  return unreadableWords[code].replace("{value}", value.slice(0, 160));
}
