/** 说到的时间: words for when it was, since when, and how often. */
export const timeWords = {
  title: "说到的时间",
  quoted: (said: string, means: string) => `“${said}”：${means}`,
  to: (from: string, until: string) => `${from} – ${until}`,
  since: (when: string) => `自 ${when} 起`,
  /** It is not known more exactly. */
  sinceWithin: (span: string) => `${span} 之间开始`,
  /** After midnight of the day that was named. */
  nextDay: "次日",
  every: { day: "每天", week: "每周", month: "每月" },
  monthDay: (day: number) => `${day}日`,
  and: "、",
};
