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
  toSignIn: "去登录",
  needSignIn: (count: number) => `登录已过期，${count} 件上报还在手机里，登录后自动发送`,
  drop: "删除",
  others: "另一个账号的上报，本人登录后继续",
  dropped: "已从本机删除这件上报",
  revise: "修改",
  gone: "这件上报已不在本机，请在案卷里撤回。",
  onItsWay: "正在发送，请等送达后再撤回。",
  takenBack: "已撤回，内容还在，可以改好再报。",
  exportAll: "导出未发送",
  exported: (count: number) => `已导出 ${count} 件，可交给技术人员代为补录`,
  exportName: (day: string) => `未发送上报-${day}.zip`,
  unkept: (count: number) => `手机空间不足，有 ${count} 件没能存进手机：发送完或清出空间前请不要关闭这个页面`,
} as const;
