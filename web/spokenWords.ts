/** Interface text of spoken places, fetched where an address is written. */
import type { Fault } from "../geo/mend.ts";

export const spokenWords = {
  label: "地址可能是",
  precisions: {
    point: "精确到点",
    street: "精确到街路",
    village: "精确到村",
    community: "精确到社区",
    township: "只到乡镇",
  },
  sounded: " · 读音相近，请核对",
  learned: (day: string) => ` · 群众叫法，${day} 记下`,
  inexact: " · 点开后在图上点选",
  pasted: (datum: string, swapped: boolean) =>
    `${datum === "gcj02" ? "按微信、高德坐标（GCJ-02）" : "按卫星坐标（WGS-84）"}${swapped ? " · 原文经纬度写反" : ""}`,
  teach: (name: string) => `记住：“${name}”就在这里`,
  taught: (name: string) => `已记住“${name}”，以后直接认得`,
  forgotten: "已撤回这个叫法",
  mend: "改正",
  faults: {
    swapped: (_: number, cell: string) => `这个坐标像是把经度和纬度写反了，改正后在${cell}。`,
    gcj02: (_: number, cell: string) =>
      `这个坐标在县外，像是微信、高德的偏移坐标（GCJ-02），换算后在${cell}。`,
    bd09: (_: number, cell: string) => `这个坐标在县外，像是百度坐标（BD-09），换算后在${cell}。`,
    zero: () => "设备给出的坐标是 0, 0，没有定位成功，请在图上点选。",
    abroad: () => "这个坐标不在中国境内（可能落在海上），请在图上点选。",
    far: (kilometres: number) =>
      `这个坐标离本县约 ${kilometres} 公里，可能在外省市或海上，请核对后在图上点选。`,
    beside: (kilometres: number) =>
      `这个坐标在县界以外，离县中心约 ${kilometres} 公里；如确在本县，请在图上点选。`,
  } as Readonly<Record<Fault, (kilometres: number, cell: string) => string>>,
} as const;
