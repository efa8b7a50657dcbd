/** Where a point belongs and why, for a person. */
import type { CorrectionKind } from "../../geo/mend.ts";
import type { PastedReading } from "../../geo/pasted.ts";
import type { Placement, PlacementRule } from "../../geo/placement.ts";
import type { PlaceGuess, Precision } from "../../geo/places/place.ts";
import type { CorrectionAnswer } from "../domain/correctionAnswer.ts";

const ruleWords: Record<PlacementRule, string> = {
  contained: "点在网格之内",
  dedicatedFirst: "点在专属网格之内，专属网格优先于基础网格",
  nearestBorder: "不在任何网格内，离边界最近的网格在允许距离内",
  accuracyCircle: "误差圆碰到几个网格",
  severalOwners: "点同时在几个网格之内",
  outsideGrid: "不在任何网格之内",
  spokenPlace: "由地址文字推定",
};

const precisionWords: Record<Precision, string> = {
  point: "到点",
  street: "只到路",
  village: "到村",
  community: "到社区",
  township: "只到乡镇",
};

const correctionWords: Record<CorrectionKind, string> = {
  swapped: "经度和纬度像是写反了",
  gcj02: "像是 GCJ-02（高德、腾讯、微信）坐标",
  bd09: "像是 BD-09（百度）坐标",
};

/** What was probably meant, with the command that says so. */
export function correctionSentence({ kind, cell, stated }: CorrectionAnswer): string {
  const { lng, lat, datum = "wgs84" } = stated;
  const flag = datum === "wgs84" ? "" : ` --datum ${datum}`;
  const then = kind === "swapped" ? `经度 ${lng}、纬度 ${lat} 在${cell.name}` : `换算后在${cell.name}`;
  return `${correctionWords[kind]}：${then}。请写：huying locate ${lng} ${lat}${flag}`;
}

/** Degrees in a text, read in one of the ways that put them into a cell. */
export function printReading(
  { point, datum, swapped, cell }: PastedReading,
  nameOf: (code: string) => string,
): string {
  const turned = swapped ? "，原文经纬度写反" : "";
  return `${cell} ${nameOf(cell)}（坐标 ${point.lng}, ${point.lat}，按 ${datum}${turned}，需要人选）`;
}

/** One place that a text may mean. */
export function printGuess({ name, precision, heard, point, code, settled }: PlaceGuess): string {
  const how = heard === "spelled" ? "字相符" : "只是同音";
  const assigned = settled === "" ? "需要人选" : `可归入 ${settled}`;
  const at = `${point.lng.toFixed(6)}, ${point.lat.toFixed(6)}`;
  return `${code} ${name}（${precisionWords[precision]}，${how}，${assigned}；${at}）`;
}

export function printPlacement(placement: Placement, nameOf: (code: string) => string): string {
  const { lng, lat } = placement.point;
  return [
    ...whereOf(placement, nameOf),
    `  依据：${ruleWords[placement.rule]}`,
    `  换算后（WGS-84）：${lng.toFixed(6)}, ${lat.toFixed(6)}；网格版本 ${placement.gridVersion}`,
  ].join("\n");
}

function whereOf(placement: Placement, nameOf: (code: string) => string): readonly string[] {
  switch (placement.kind) {
    case "inside":
      return [`${placement.cell} ${nameOf(placement.cell)}（距网格边界 ${placement.borderMetres} 米）`];
    case "near":
      return [`${placement.cell} ${nameOf(placement.cell)}（在网格外 ${placement.metres} 米）`];
    case "ambiguous":
      return [
        "需要人选，可能是：",
        ...placement.candidates.map(({ cell, metres }) => `  ${cell} ${nameOf(cell)}（${metres} 米）`),
      ];
    case "spoken":
      return placement.guesses.map(printGuess);
    case "outside": {
      const { nearest } = placement;
      const near = nearest
        ? `，最近的是 ${nearest.cell} ${nameOf(nearest.cell)}（${nearest.metres} 米）`
        : "";
      return [`不在县内任何网格${near}`];
    }
  }
}
