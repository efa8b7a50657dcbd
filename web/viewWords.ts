/** Words of 常用视图. */
export const viewWords = {
  label: "常用视图",
  save: "存为常用视图",
  name: "视图名称",
  nameHint: (most: number) => `给这组筛选起个名，${most} 个字以内`,
  keep: "保存",
  remove: (name: string) => `删除视图“${name}”`,
  removed: (name: string) => `已删除视图“${name}”`,
  saved: (name: string) => `已存为“${name}”`,
} as const;
