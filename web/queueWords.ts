/** Words of what waits on a phone to be sent (本机上报). */
export const queueWords = {
  states: {
    waiting: "待发送",
    sending: "发送中",
    sent: "已送达",
    refused: "被退回",
    signIn: "等登录",
  },
  sent: (number: string) => `已送达 ${number}`,
  drop: "删除",
  dropped: "已从本机删除这件上报",
  revise: "修改",
  exportAll: "导出未发送",
  exported: (count: number) => `已导出 ${count} 件，可交给技术人员代为补录`,
  exportName: (day: string) => `未发送上报-${day}.zip`,
  unkept: (count: number) => `手机空间不足，有 ${count} 件没能存进手机：发送完或清出空间前请不要关闭这个页面`,
} as const;
