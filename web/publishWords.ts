/** Words about versions, the same for everything that a county publishes by versions. */
export const publishWords = {
  publish: "发布",
  validFrom: "生效日期",
  note: "改了什么、依据什么",
  discard: "放弃草稿",
  discardSure: "放弃草稿，改动就没有了。确定吗？",
  version: (version: number) => `第 ${version} 版`,
  restores: (version: number) => `回到第 ${version} 版的内容`,
  from: (day: string) => `${day} 起生效`,
  current: "现行",
};
