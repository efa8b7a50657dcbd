/** Words of the screens about cases that belong together: precedents, duplicates, parts, links. */
import type { PrecedentGround } from "../server/domain/linking/rankPrecedents.ts";

export const linkingWords = {
  precedents: {
    title: "裁定先例",
    none: "这类事项还没有裁定先例。",
    ruled: (unit: string) => `由${unit}承办`,
    against: (unit: string) => `${unit}曾提出不归其管`,
    upheld: "维持原承办单位",
    basis: (item: string) => `依据：职责清单“${item}”`,
    levels: { 1: "效能中心裁定", 2: "编办、司法局裁定", 3: "分管领导裁定" } as Readonly<
      Record<number, string>
    >,
    grounds: {
      item: "同一事项",
      township: "同一乡镇",
      units: "同样的争议单位",
      text: "说法相近",
    } satisfies Record<PrecedentGround, string>,
  },
} as const;
