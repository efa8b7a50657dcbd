/** Words that all forms of acts share. */
export const formWords = {
  kept: "已接上您上次没有提交的内容。",
  anew: "清空重填",
  photosUnderWay: "等照片传完",
} as const;
