/** Words on a picture of the map and beside it: fetched when one is made. */
export const pictureWords = {
  /** 500 米, 10 公里 */
  length: (metres: number) => (metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`),
  label: "带走这张图",
  save: "导出图片",
  print: "打印",
  saved: "图片已生成，请在下载里查看。",
  failed: "图片没有生成：图幅可能太大，请把窗口缩小一些再试。",
  made: (moment: string) => `制图时间 ${moment}`,
  own: "底图由本系统按本县数据绘制",
  withoutTiles: "底图由本系统按本县数据绘制，不含在线瓦片",
  title: (what: string) => `网格地图 · ${what}`,
  tabs: { open: "在办案卷", all: "全部案卷" },
  only: (names: readonly string[]) => `筛选：${names.join("、")}`,
  legend: {
    open: "有在办案卷的网格",
    late: "其中有超期",
    township: "乡镇界",
    community: "社区界",
    cell: "网格界",
    none: "未计时",
    cluster: "带数字的圆为多件：外圈是各灯色所占",
    heat: "越红案卷越密",
  },
} as const;
