/** Words of the ledger. */
export const ledgerWords = {
  title: "案卷台账",
  table: "台账（可左右滚动）",
  csv: "导出 CSV",
  excel: "导出 Excel",
  hint: "列和顺序与导出的文件相同；反映人只有掩码。件数多的请先筛选，或到“导出”页申请。",
  empty: "没有符合条件的案卷",
  emptyHint: "放宽上面的筛选试试。",
};
