/** Chinese of the page of the grid. */
import type { PenRefusalCode } from "../geo/edit/sheet.ts";
import type { CellChange } from "../server/domain/gridAnswers.ts";

const datums = {
  wgs84: "WGS-84（GPS）",
  cgcs2000: "CGCS2000（国家 2000）",
  gcj02: "GCJ-02（高德、腾讯、微信）",
  bd09: "BD-09（百度）",
} as const;

const changes: Readonly<Record<CellChange, string>> = { begun: "新起用", ended: "停用", changed: "改划" };

const refusals: Readonly<Record<PenRefusalCode, string>> = {
  noSuchCell: "没有这个网格。",
  lineMissesCell: "画线没有把选中的网格切开：请从边界一侧画到另一侧。",
  lineCrossesAgain: "画线多次穿过边界，或穿过了中间的空洞：请只穿过一次。",
  notNeighbours: "选中的网格没有共同的边界，不能合并。",
  tooFewCells: "请选两个以上相邻的网格。",
  takenCode: "这个编码已有网格使用。",
  noCode: "请填编码。",
  noCorner: "那里没有边界点。",
  junction: "三个网格在这一点相接，删掉会裂开：可以移动它。",
  tooFewCorners: "至少要留三个边界点。",
  selfCrossing: "这样边界会自己相交，没有改。",
};

export const gridWords = {
  title: "网格",
  lead: "网格发布后不能修改，只能从某天起用新的一版；案卷保留当日所在的网格，以前的统计不变。",
  layers: "网格层",
  dispatches: "决定派单",
  noVersion: "还没有发布",
  mapLabel: "网格图",
  smallScreen: "改划网格需要大一些的屏幕：请在电脑上打开这一页。这里可以查看。",
  empty: "这一层还没有网格",
  emptyHint: "导入 GeoJSON、TopoJSON 或 zip 压缩的 Shapefile，检查无误后发布。",
  cells: (n: number) => `${n} 个网格`,
  versions: {
    title: "版本",
    of: (version: number) => `第 ${version} 版`,
    from: (day: string) => `${day} 起用`,
    inForce: "现行",
    coming: "未到期",
    counts: (kept: number, begun: number, ended: number) => `沿用 ${kept} · 新 ${begun} · 停 ${ended}`,
    hash: (hash: string) => `哈希 ${hash.slice(0, 12)}`,
    show: "看差别",
    legend: { kept: "沿用", begun: "新起用", ended: "停用" },
  },
  import: {
    act: "导入文件",
    again: "换文件重新导入",
    title: "导入网格",
    file: "文件",
    fileHint: "GeoJSON、TopoJSON，或装有 .shp、.dbf、.prj 的 zip，最多 100 MB",
    tooLarge: (megabytes: number) =>
      `文件有 ${megabytes} MB，网页最多收 100 MB，没有上传，已有的网格和草稿都没有变。请按乡镇拆开，或在服务器上运行 huying grid import。`,
    datum: "坐标系",
    datumHint: "按提供单位的说明选；不清楚就不选，检查会提醒",
    unsaid: "不清楚，看文件",
    datums,
    columns: "字段对应",
    columnsHint: "认得出的不用填",
    code: "编码字段",
    name: "名称字段",
    kind: "类型字段",
    start: "上传并检查",
    sending: (percent: number) => `正在上传 ${percent}%`,
    checking: "已收到，正在检查……",
    replaces: "会替换现在的草稿。",
    done: "已导入为草稿",
    broken: "没有连上服务器，文件没有传完；草稿没有变，请重试。",
  },
  draft: {
    title: "草稿",
    begin: "改划现行网格",
    source: (source: string) =>
      /^v\d+$/u.test(source) ? `由第 ${source.slice(1)} 版改划` : `来自 ${source}`,
    datum: (datum: keyof typeof datums, stated: boolean) =>
      stated ? `坐标系 ${datums[datum]}` : `没有说明坐标系，暂按 ${datums[datum]}`,
    fields: "文件里的字段",
    clean: "检查没有发现问题，可以发布。",
    faults: (grave: number, others: number) =>
      grave > 0 ? `${grave} 处错误要改好才能发布` : `${others} 处提醒，请看过再发布`,
    grave: "错误",
    warning: "提醒",
    corrections: {
      datum: (datum: keyof typeof datums) => `坐标系改为 ${datums[datum]}`,
      swapped: "对调经纬度",
      rings: "补上闭合、去掉重复点",
    },
    more: (n: number) => `还有 ${n} 处`,
    discard: "放弃草稿",
    discardSure: "放弃草稿？画的和导入的都会丢掉，已发布的版本不受影响。",
    discarded: "草稿已放弃",
    published: "已发布",
    from: "起用日期",
    note: "重划原因",
    trial: "试算",
    publish: "发布",
    publishSure: (from: string) => `从 ${from} 起用这一版？发布后不能修改。`,
  },
  trial: {
    title: "发布会变什么",
    counts: (kept: number, begun: number, ended: number) =>
      `沿用 ${kept} 个网格，新起用 ${begun} 个，停用 ${ended} 个。`,
    open: (moved: number, looked: number) =>
      moved === 0
        ? `${looked} 件在办案卷都还在原来的网格。`
        : `${looked} 件在办案卷中，${moved} 件会落到别的网格（案卷仍记当日的网格）。`,
    row: (number: string, before: string, after: string) => `${number}：${before} → ${after}`,
    nowhere: "不在网格内",
    workers: "这些网格员负责的网格将停用，请在“人员”里改派：",
    worker: (name: string, cells: readonly string[]) => `${name}（${cells.join("、")}）`,
    changes,
  },
  pen: {
    title: "改划",
    start: "在图上改",
    end: "退出改划",
    tools: "工具",
    select: "选择",
    move: "移点",
    split: "分割",
    merge: "合并",
    undo: "撤销",
    redo: "重做",
    saving: "正在保存……",
    saved: "已保存到草稿",
    unsaved: "还没有保存",
    hints: {
      select: "点一个网格，改编码和名称。快捷键：1 选择，2 移点，3 分割，4 合并，Ctrl+Z 撤销，Esc 取消。",
      move: "先点一个网格，再拖它的边界点；相邻网格一起动。方向键每次移 1 米，N 下一个点，Delete 删点。",
      split:
        "先点一个网格，再从边界一侧到另一侧逐点画线，回车切开，Esc 重画。键盘：移点时按 S 记下一个边界点，到另一个点再按 S，就在两点之间切开。",
      merge: "点选两个以上相邻的网格，回车合并；保留先点的编码。",
    },
    apply: { split: "切开", merge: "合并所选" },
    chosen: (names: readonly string[]) => `已选：${names.join("、")}`,
    search: "按编码或名称查找网格",
    code: "编码",
    name: "名称",
    kind: "类型",
    kinds: { base: "基础网格", dedicated: "专属网格" },
    relabel: "改好",
    newName: (name: string) => `${name}（新）`,
    splitDone: (name: string) => `已切出“${name}”`,
    merged: "已合并",
  },
  refusals,
} as const;
