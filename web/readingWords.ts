/** What the reader made of the words of a report. */
export const readingWords = {
  title: "系统识别",
  nothing: "文字太少，识别不出事项。",
  chosen: "已选",
  certainty: "把握",
  why: "为什么",
  noWords: "没有明显的字词，按整体写法判断",
  unsure: {
    belowLine: "把握不够，留给人判断。",
    noWords: "文字里没有可用的线索。",
    consult: "像是在咨询，不是反映事件。",
  },
} as const;
