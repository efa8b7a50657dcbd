/** A systematic offset in a sentence. */
import type { Datum } from "../../geo/point.ts";
import type { Shift } from "../../geo/shift.ts";
import { datumWords, directionOf, metresOf } from "../importing/offsetWords.ts";

export function shiftSentence(shift: Shift, stated: Datum): string {
  const { pairs, agreeing, cause } = shift;
  const how = `${pairs} 件的地址或部件能定到点，坐标整体向${directionOf(shift)}偏约 ${metresOf(shift)} 米`;
  return cause.kind === "datum"
    ? `${how}，像是把 ${datumWords[cause.datum]} 的坐标当成了 ${datumWords[stated]}；换算后 ${agreeing} 件对得上`
    : `${how}，不像是已知坐标系造成的；按这个距离移回后 ${agreeing} 件对得上`;
}

export function swappedSentence(cases: number): string {
  return `${cases} 件的坐标落在县外，对调经度和纬度后都在县内，像是写反了`;
}
