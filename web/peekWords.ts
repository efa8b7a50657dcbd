/** Words of the case beside its list. */
export const peekWords = {
  title: "侧看",
  close: "关闭侧看",
  open: (number: string) => `侧看 ${number}`,
  whole: "打开全部",
};
