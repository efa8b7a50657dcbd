/** Words of the reasons in the case file: how it was read. */
export const reasonWords = {
  for: "支持的词",
  against: "反对的词",
  duty: "职责清单",
  alike: "说法相近的案卷",
  row: (item: string, unit: string) => `${item}，${unit}`,
  noAlike: "没有说法相近的已确认案卷。",
  filing: "立案条件",
  none: "没有",
} as const;
