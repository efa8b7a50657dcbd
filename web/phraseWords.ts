/** Words of standard texts (常用语), and of what a form says besides its fields. */
export const phraseWords = {
  label: "常用语",
  more: (count: number) => `其余 ${count} 条`,
  keep: "存为本单位常用语",
  kept: "已存为本单位常用语",
  manage: (count: number) => `管理本单位常用语（${count}）`,
  drop: (text: string) => `删除：${text}`,
  dropped: "已删除这条常用语",
  notKept: (why: string) => `没有存下：${why}`,
  own: "本单位",
  told: {
    notified: "提交后将告知群众",
    shown: "群众查进度时会看到",
    colleague: "提交后将告知上报人",
    byInbox: "上报人是工作人员，会在“消息”里收到。",
    noPhone: "群众没有留电话，只能凭查询码看到。",
    hidden: "保密件：本单位看不到反映人，结果由系统转告。",
    empty: "（还没有写）",
  },
  openParts: (names: string) => `还没有办完的协办：${names}。`,
  openStages: (names: string) => `还没有完成的阶段：${names}。`,
} as const;
