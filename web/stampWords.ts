/** Words on photos (照片水印). */
const sources: Readonly<Record<string, string>> = {
  satellite: "卫星定位",
  register: "部件位置",
  words: "按地址",
};

export const stampWords = {
  place: (lng: string, lat: string, source: string) => `${lng}, ${lat}（${sources[source] ?? "图上手选"}）`,
} as const;
