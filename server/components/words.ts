/** What is wrong with a file of components, in sentences. */
import type { SystematicOffset } from "../../geo/offset.ts";
import { directionOf, metresOf } from "../importing/offsetWords.ts";
import type { ComponentOffer } from "./offers.ts";
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

export function offerSentence(offer: ComponentOffer): string {
  return offer.kind === "swapped"
    ? `${offer.rows} 行的经度和纬度像是写反了：对调以后，这 ${offer.rows} 行都在本县网格以内。`
    : `${offer.rows} 行在本县网格以外；整个文件按 ${datumName[offer.datum]} 读，没有一行在县外，像是 ${datumName[offer.datum]} 坐标。`;
}

const datumName = { gcj02: "GCJ-02", bd09: "BD-09" } as const;

export function offsetSentence({ east, north, datum }: SystematicOffset): string {
  const advice =
    datum === undefined
      ? "请核对坐标系"
      : `像是 ${datum === "gcj02" ? datumName.gcj02 : datumName.bd09} 坐标，请按它重新导入`;
  return `与已有的同码部件相比，整体向${directionOf({ east, north })}偏约 ${metresOf({ east, north })} 米；${advice}。没有保存。`;
}
