/** Words of what is under way nearby, before and after a report. */
export const nearWords = {
  title: "附近已有在办的反映",
  hint: "如果是同一件，选“是同一件”：您照样有回执，办理结果会告诉您。",
  same: "是同一件",
  chosen: "已选：是同一件",
  other: "都不是，仍要上报",
  steps: { received: "已收到", working: "处理中" },
  noItem: "事项待定",
  about: (metres: number) => (metres < 10 ? "就在这里" : `约 ${metres} 米外`),
  sameAs: (item: string, metres: number) =>
    `与${metres < 10 ? "这里" : `约 ${metres} 米外`}的“${item}”是同一件`,
  joined: "与同一件事合并办理，办理结果会一并告诉您。",
  told: "已记下您认为是同一件，由工作人员核对。",
  voices: (voices: number) => `${voices} 人反映`,
} as const;
