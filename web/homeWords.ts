/** Words of the grid worker's first page: drafts, room on the phone, putting it on the desktop. */
export const homeWords = {
  drafts: "草稿箱",
  resume: "继续",
  drop: (what: string) => `删除草稿：${what}`,
  dropped: "已删除草稿",
  nothing: "还没写情况",
  noPlace: "没有位置",
  located: "已定位",
  photos: (count: number) => `${count} 张照片`,
  install: "装到桌面",
  installWhy: "装到手机桌面，没有信号也能打开上报。",
  installByMenu: "可在浏览器菜单里选“添加到主屏幕”，没有信号也能打开上报。",
  nearlyFull: (megabytes: number) =>
    `手机给这个网站的空间只剩约 ${megabytes} MB：请先连网把待发送的发完，或删掉不要的草稿。`,
  insecure: "当前网址不是 https：不能定位，也不能离线使用。请向管理员要 https 开头的网址。",
} as const;
