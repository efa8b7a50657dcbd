/**
 * All interface text of the web. Words of the trade (states, acts, fields, clocks, roles, lamps) come from
 * server/domain/words.ts; here stand the sentences of the screens, in the plain words of design rules: the verbs of the
 * documents, what happened, what to do next.
 */
import type { Placement } from "../geo/placement.ts";
import { markWords } from "./markWords.ts";

export const words = {
  contact: {
    person: (name: string) => `联系人 ${name}`,
    call: (phone: string) => `拨打 ${phone}`,
  },
  product: "呼应",
  productLong: "呼应 · 县域网格治理平台",
  none: "—",
  /** In place of the number of a case that this person may not see. */
  elsewhere: "管辖外案卷",
  yes: "是",
  no: "否",
  cancel: "取消",
  close: "关闭",
  back: "返回",
  retry: "重试",
  choose: "请选择",
  basis: (basis: string) => `依据：${basis}`,
  undo: "撤销",
  key: (keys: string) => `快捷键 ${keys.split(" ").join("、")}`,
  rate: (share: number) => `${(share * 100).toFixed(1)}%`,
  more: "加载更多",
  mapOf: (number: string) => `案卷 ${number} 的位置`,
  loading: "正在加载…",
  skip: "跳到正文",
  tagline: "乡呼县应 · 网格治理",
  comma: "、",
  arrow: " → ",
  sentence: (text: string) => `${text}。`,
  colon: "：",
  semicolon: "；",
  /** Names explain themselves in brackets; a key has room for the name alone. */
  shortName: (name: string) => name.replace(/[（(].*$/, ""),
  percent: (share: number) => (share < 0.005 ? "<1%" : `${Math.round(share * 100)}%`),
  progressAddress: (of: { readonly number: string; readonly trackingCode: string | null }) =>
    `/progress/${of.number}?code=${encodeURIComponent(of.trackingCode ?? "")}`,
  placement: placementWords,

  problem: {
    offline: "网络不通，连不上服务器。请检查网络后重试。",
    timeout: "服务器 20 秒内没有回应，请稍后重试。",
    strange: (status: number) => `服务器答复异常（${status}），请稍后重试；一直这样请联系系统管理员。`,
    noPage: "没有这个页面：地址可能写错了，或已经改了。",
    noPart: "这一部分没有取到：可能网络不稳，也可能刚换了新版。重试几次不成，请刷新本页。",
    noFile: "这一页没有取到：可能刚换了新版，也可能网络不稳。",
  },

  moment: {
    days: { "-1": "昨天", "0": "今天", "1": "明天" } as Readonly<Record<string, string>>,
    weekdays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
    date: (year: number | null, month: number, day: number) =>
      `${year === null ? "" : `${year}年`}${month}月${day}日`,
    before: (moment: string) => `${moment} 前`,
    left: (span: string) => `剩 ${span}`,
    over: (span: string) => `超 ${span}`,
    justOver: "已超期",
    span: spanWords,
    notAnnounced: (year: number) => `${year} 年安排未公布`,
    paused: (until: string) => `下班停表，${until} 续计`,
  },

  shell: {
    nav: {
      home: "首页",
      tasks: "近处",
      worklist: "案卷",
      ledger: "台账",
      map: "地图",
      evaluation: "评价",
      overview: "总览",
      cockpit: "驾驶舱",
      supervision: "督办台",
      report: "上报",
      inbox: "消息",
      emergency: "应急",
      calls: "呼叫",
      people: "人员",
      exports: "导出",
      securityLog: "安全日志",
      reveals: "查看记录",
      record: "记录备份",
      catalogue: "派单目录",
      county: "县定数据",
      components: "部件",
      analysis: "研判",
      grid: "网格",
      names: "地名别名",
      shifts: "坐标偏移",
      marks: "识别成绩",
      duplicates: "疑似重复",
      progress: "查进度",
      more: "更多",
    },
    mainNav: "主菜单",
    security: "账号安全",
    signOut: "退出登录",
    signIn: "登录",
    theme: { label: "显示", day: "日间", care: "关怀版", wall: "深色" },
    account: "我的账号",
    notTheirs: (role: string) => `这一页不是给${role}用的`,
    notTheirsHint: "您的账号没有这项工作。菜单里列出的是您可以打开的页面。",
    toStart: "回到首页",
    offline: "网络不通",
    stale: "实时更新已断开，正在重连；看到的可能不是最新情况。",
    syncNow: "立即发送",
    signOutWaiting: (count: number) =>
      `还有 ${count} 件上报没有发出。退出后它们仍存在本机，您下次登录时继续发送。确定退出吗？`,
  },

  signIn: {
    title: "登录",
    username: "账号",
    password: "密码",
    submit: "登录",
    demoTitle: "演示账号",
    demoHint: "这是演示县，点一下即可登录。",
    demoMore: (count: number) => `其他 ${count} 个演示账号`,
    resident: "群众入口",
    residentReport: "我要反映问题",
    residentProgress: "查办理进度",
    beside: "在新窗口登录",
  },

  setup: {
    title: "设置第一位管理员",
    lead: "只在第一次启动时出现。请从启动程序的窗口里复制设置链接。",
    token: "设置码",
    username: "账号",
    name: "姓名",
    password: "密码（至少 10 位）",
    submit: "创建管理员",
    done: "管理员已创建，请登录。",
  },

  field: { required: "必填" },

  photo: {
    take: "拍照",
    another: "再拍",
    cancelled: "没有拍到照片：相机打不开时可从相册选，也可以不带照片提交。",
    unreadable: "有的照片打不开，请换 JPG 或 PNG 格式。",
    nth: (index: number) => `第 ${index} 张照片`,
    remove: (index: number) => `删除第 ${index} 张照片`,
    again: (index: number) => `重试上传第 ${index} 张照片`,
    sending: "上传中",
    failed: "没传上",
    gone: "照片打不开，或已到期清除",
    count: (count: number) => `${count} 张`,
    stages: { before: "处置前", after: "处置后", check: "核查" },
    ofStage: (stage: string, index: number) => `${stage}照片 ${index}`,
  },

  home: {
    title: "我的网格",
    cells: (first: string, count: number) => (count > 1 ? `${first}等 ${count} 个网格` : first),
    todo: "待我处理",
    soon: "将到期",
    late: "已超期",
    tasks: "待我核实、核查",
    noTasks: "没有待核实、核查的案卷",
    walk: "近处 · 今日路线",
    queue: "本机上报",
    mine: "我上报的",
    all: "全部",
    report: "我要上报",
  },

  inbox: {
    title: "消息",
    empty: "没有消息",
    emptyHint: "派到本单位的案卷、催办、督办和超期提醒会出现在这里。",
    unread: (count: number) => `${count} 条未读`,
    isUnread: "未读",
    isRead: "已读",
  },

  supervision: markWords,
} as const;

function placementWords(placement: Placement): string {
  switch (placement.kind) {
    case "inside":
      return `按坐标落在网格内，距边界 ${Math.round(placement.borderMetres)} 米`;
    case "near":
      return `在网格边界外 ${Math.round(placement.metres)} 米，就近归入`;
    case "ambiguous":
      return `可能属于 ${placement.candidates.length} 个网格，需人工选定`;
    case "spoken":
      return placement.code === ""
        ? "地址可能指几处，需人工选定"
        : `按地址文字推定为${placement.guesses[0]?.name ?? ""}，请核对`;
    case "outside":
      return "不在本县网格范围内";
  }
}

function spanWords(days: number, hours: number, minutes: number, measure: "work" | "real"): string {
  const hourWord = measure === "work" ? "工时" : "小时";
  const dayWord = measure === "work" ? "工作日" : "天";
  if (days > 0) return `${days} ${dayWord}${hours > 0 ? ` ${hours} ${hourWord}` : ""}`;
  if (hours > 0) return `${hours} ${hourWord}${minutes > 0 ? ` ${minutes} 分` : ""}`;
  return `${minutes} 分`;
}
