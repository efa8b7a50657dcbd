/** What is wrong with a file of components, in sentences. */
import type { SystematicOffset } from "../../geo/offset.ts";
import { directionOf, metresOf } from "../importing/offsetWords.ts";
import type { ComponentColumn, ComponentFault } from "../domain/component/checkRows.ts";

const columnWords: Readonly<Record<ComponentColumn, string>> = {
  code: "标识码",
  className: "小类",
  name: "名称",
  owner: "权属单位",
  unit: "养护单位",
  state: "状态",
  lng: "坐标",
  lat: "坐标",
};

export function componentFaultSentence({ line, column, value, expected }: ComponentFault): string {
  return `第 ${line} 行：${columnWords[column]}“${value}”不合要求，应为：${expected}`;
}

export function offsetSentence({ east, north, datum }: SystematicOffset): string {
  const advice =
    datum === undefined
      ? "请核对坐标系"
      : `像是 ${datum === "gcj02" ? "GCJ-02" : "BD-09"} 坐标，请按它重新导入`;
  return `与已有的同码部件相比，整体向${directionOf({ east, north })}偏约 ${metresOf({ east, north })} 米；${advice}。没有保存。`;
}
