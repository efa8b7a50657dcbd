/**
 * All interface text of the web. Words of the trade (states, acts, fields, clocks, roles, lamps) come from
 * server/domain/words.ts; here stand the sentences of the screens, in the plain words of design rules: the verbs of the
 * documents, what happened, what to do next.
 */
import type { Placement } from "../geo/placement.ts";
import { budgetWords } from "../server/domain/words.ts";
import { markWords } from "./markWords.ts";

export const words = {
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
  undo: "撤销",
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
    noPage: "没有这个页面，请从菜单进入。",
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
      record: "记录与备份",
      catalogue: "派单目录",
      components: "部件",
      analysis: "研判",
      grid: "网格",
      names: "地名别名",
      marks: "识别成绩",
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
    toStart: "回到我的首页",
    waiting: (count: number) => `${count} 件上报待发送`,
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
    expired: "登录已过期，请重新登录。",
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

  worklist: {
    title: "案卷列表",
    tabsLabel: "列表",
    tabs: { todo: "待我处理", open: "在办", done: "已办", all: "全部" } as const,
    chipsLabel: "筛选",
    due: { overdue: "已超期", today: "今日到期", tomorrow: "明日到期", week: "本周到期" } as const,
    desk: "需人工判断",
    reportedToday: "今日上报",
    reportedWeek: "近 7 天上报",
    atLeast: (count: number) => `${count}+`,
    search: "搜索",
    searchHint: "搜内容、地址、案卷号",
    township: "乡镇",
    unit: "承办单位",
    channel: "来源",
    sort: "排序",
    sorts: { own: "默认排序", due: "到期早的在前", newest: "新上报的在前" },
    allOf: (label: string) => `全部${label}`,
    heldBy: (name: string) => `在${name}手里`,
    own: "本人经办",
    mine: "我上报的",
    lamps: { green: "正常", amber: "将到期", red: "超期", severe: "严重超期" } as Readonly<
      Record<string, string>
    >,
    takeOff: (label: string) => `去掉筛选：${label}`,
    clear: "清除筛选",
    moreFilters: "筛选",
    seeAll: "看全部案卷",
    keys: "j / k 上下移动 · Enter 打开 · x 选择 · / 搜索",
    keysPeek: "j / k 上下移动 · 空格或 p 侧看 · Enter 打开 · x 选择 · / 搜索 · Esc 关闭侧看",
    columns: {
      lamp: "时限",
      text: "反映内容",
      item: "事项",
      place: "地点",
      holder: "现在在谁手里",
      state: "状态",
    },
    noItem: "事项待定",
    noPlace: "未定位",
    noClock: {
      declined: "已了结",
      closed: "已结案",
      followedUp: "已回访",
    } as Readonly<Record<string, string>>,
    marks: {
      desk: {
        unplaced: "没有定位",
        ambiguousPlace: "位置跨网格",
        spokenPlace: "按地址推定",
        nearPlace: "就近归格",
        unsureItem: "事项待判断",
        consult: "疑似咨询",
        danger: "可能有危险",
      },
      confidential: "保密",
      returns: (count: number) => `退单 ${count} 次`,
      reworks: (count: number) => `返工 ${count} 次`,
      urges: (count: number) => `催办 ${count} 次`,
    },
    empty: {
      todo: "手里没有待办的案卷",
      all: "还没有案卷",
      narrowed: "没有符合条件的案卷",
      noneLate: "没有超期件，很好",
      narrowedHint: "换个条件，或清除筛选看看。",
      hints: {
        gridWorker: "需要您核实（立案前）或核查（处置后）的案卷会出现在这里。",
        township: "新上报、退回和待结案的案卷会出现在这里。",
        department: "派给本单位的案卷会出现在这里，签收时限从派遣时起算。",
        centre: "没有定位到乡镇的案卷会出现在这里。",
        leader: "",
        admin: "管理员不看案卷，请到“人员”管理账号。",
      },
    },
  },

  caseFile: {
    backToList: "返回列表",
    state: "状态",
    holder: "现在在谁手里",
    nobody: "已了结",
    howLate: "时限",
    text: "反映内容",
    noAddress: "没有填写地址",
    timeline: "办理过程",
    movesOnly: "只看流转",
    told: "送达情况",
    toldTo: (to: string, reads: readonly string[]) =>
      `送达 ${to}：${reads.length === 0 ? "未读" : reads.join("、")}`,
    readBy: (name: string, moment: string) => `${name} ${moment} 已读`,
    unheard: "这个单位没有指定接收人，已列入督办台“无人接收”。",
    became: (state: string) => `→ ${state}`,
    wordNames: {
      text: "反映内容",
      address: "地址",
      cellCode: "网格",
      lead: "主件",
      other: "另一件",
      voices: "反映人数",
      reason: "理由",
      stage: "阶段",
    } as Readonly<Record<string, string>>,
    papers: (count: number) => `${count} 项`,
    otherMoves: (count: number) => `其他操作（${count}）`,
    blockedMoves: (count: number) => `现在不能办的操作（${count}）及原因`,
    emergency: (moment: string, reason: string) => `本区域 ${moment} 起处于应急状态：${reason}`,
    moves: "可办理的操作",
    noMoves: "此刻没有需要您办理的操作。",
    opens: "…",
    done: (act: string, number: string) => `已${act}：${number}`,
    undone: "误操作，撤销",
    notUndone: (why: string) => `没有撤销：${why}`,
    submit: (act: string) => `提交${act}`,
    choose: "请选择",
    fill: (field: string) => `请填写“${field}”。`,
    phrases: "常用语",
    basis: (basis: string) => `依据：${basis}`,
    objection: (detail: string, basis: string | undefined) =>
      basis === undefined ? detail : `${detail}（依据：${basis}）`,
    byDuty: (item: string) => `依据：职责清单“${item}”`,
    byOwner: "按权属改派",
    automatic: "机器自动办理（把握 / 线）",
    assisting: (units: string) => `协办：${units}`,
    whyUnit: "为什么是这个单位",
    ownTownship: "本乡镇自办",
    allUnits: "全部县直单位",
    when: (when: string) => `适用：${when}`,
    otherwise: (when: string, unit: string) => `${when}：${unit}`,
    noConditions: "先选事项，再选立案条件。",
    filedUnder: (when: string) => `立案条件：${when}`,
    closeWhen: (when: string) => `结案条件：${when}`,
    clocks: "计时",
    limit: (budget: { readonly value: number; readonly unit: keyof typeof budgetWords }) =>
      `限 ${budget.value} ${budgetWords[budget.unit]}`,
    outcomes: { met: "按时完成", missed: "已超期", void: "不计" },
    stopped: "已停",
    tally: (returns: number, reworks: number, urges: number, missed: number) =>
      `退单 ${returns} 次 · 返工 ${reworks} 次 · 催办 ${urges} 次 · 超期 ${missed} 次`,
    responsible: "责任单位",
    opinion: "群众评价",
    rated: (word: string) => `评价：${word}`,
    followedUp: (reached: boolean, solved: boolean | null) =>
      `回访：${reached ? "已联系上" : "未联系上"}${solved === null ? "" : solved ? "，问题已解决" : "，问题未解决"}`,
    danger: (found: readonly string[]) =>
      `文中有危险字样${found.length > 0 ? `（${found.join("、")}）` : ""}：先确认人员安全，必要时立即转 110、119、120。`,
    moveHints: {
      file: "核对事项和立案条件；办理时限按立案条件计算。",
      decline: "不予立案会告知反映人，请写明理由。",
      dispatch: "签收和办结时限从派遣时起算，不等签收。",
      return: "不属本单位职责才退单；请写明依据，并建议应由谁办。办结时限不因退单重算。",
      handle: "确已解决才提交；不属本单位请用退单。",
      rework: "退回原单位继续处置，办结时限接着算。",
      close: "结案后告知反映人，并请其评价。",
      callAssist: "协办单位有自己的签收和办结时限，从此刻起算。",
      declineAssist: "不属本单位职责才提异议；请写明依据。主办单位和派遣方会收到。",
      finishAssist: "办完本单位的部分就提交；整件由主办单位报处置完成。",
      releaseAssist: "写明不再等待的理由；以逾期为由的，须待协办时限届满，逾期记在协办单位。",
      finishStage: "这一阶段做完就提交，下一阶段的时限随即起算；最后一段做完再报处置完成。",
      handOver: "交给本单位的经办人，时限不变，仍由本单位负责。",
      urge: "催办会通知现在手里有案卷的单位。",
    } as Readonly<Record<string, string>>,
    fieldHints: {
      suggestedUnit: "可不选",
      assistUnits: "可不选，最多 5 个",
      answerBy: "可不填：不填按规定的期限；算到那天（或之前最后一个工作日）下班",
    } as Readonly<Record<string, string>>,
  },

  stages: {
    title: "分段办理",
    done: (moment: string) => `已完成 ${moment}`,
  },

  assignments: {
    title: "主办与协办",
    parts: { lead: "主办", assist: "协办" } as const,
    states: {
      called: "待签收",
      signed: "办理中",
      done: "已办结",
      declined: "已提异议",
      released: "不再等待",
    } as const,
    handler: (name: string) => `经办人：${name}`,
    add: "添加其他单位",
    byRule: (rule: string, isTicked: boolean) =>
      `派单目录“${rule}”列出的协办单位${isTicked ? "已勾选，不需要的请取消" : ""}`,
    of: (unit: string, state: "called" | "signed" | "done" | "declined" | "released") =>
      `${unit}（${{ called: "未签收", signed: "办理中", done: "已办结", declined: "已提异议", released: "不再等待" }[state]}）`,
    alone: "本单位没有其他可交办的账号，请系统管理员先开账号。",
  },

  filing: {
    sets: "按这条立案条件",
    setsItem: "不选立案条件时，按事项的一般规定",
    suggested: "（按原话像是这一条）",
    urgency: "紧急程度",
    accept: "受理立案",
    respond: "签收响应",
    handle: "处置办结",
    stages: "分段办理",
    stage: (name: string, budget: { readonly value: number; readonly unit: keyof typeof budgetWords }) =>
      `${name} ${budget.value} ${budgetWords[budget.unit]}`,
    closeWhen: "结案条件",
    by: (moment: string) => `现在派遣则 ${moment}`,
    danger: (lines: readonly string[]) =>
      `危及安全的事项：请先打 ${lines.join("、")} 电话转办，再在“转交”里选已转的电话，和立案一起记录。`,
  },

  phrases: {
    result: ["已到现场处置完毕，恢复正常。", "已联系反映人说明处理结果。", "已安排专人每日巡查。"],
    note: ["请尽快办理。", "已与反映人联系。"],
  } as Readonly<Record<string, readonly string[]>>,

  photo: {
    take: "拍照",
    another: "再拍",
    unreadable: "有的照片打不开，请换 JPG 或 PNG 格式。",
    nth: (index: number) => `第 ${index} 张照片`,
    remove: (index: number) => `删除第 ${index} 张照片`,
    sending: "上传中",
    failed: "没传上，删掉重拍",
    count: (count: number) => `${count} 张`,
    stages: { before: "处置前", after: "处置后", check: "核查" },
    ofStage: (stage: string, index: number) => `${stage}照片 ${index}`,
  },

  reading: {
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
  },

  reporter: {
    title: "反映人",
    none: "没有留下联系方式。",
    hidden: "保密件：反映人信息不向承办单位显示。",
    notForAssistants: "反映人由主办单位联系，信息不向协办单位显示。",
    confidential: "保密件",
    noName: "未留姓名",
    noPhone: "未留电话",
    tracking: "查询码",
    reveal: "查看完整信息",
    reason: "查看理由",
    logged: "每次查看都会留下记录。",
    show: "查看",
  },

  home: {
    title: "我的网格",
    cells: (first: string, count: number) => (count > 1 ? `${first}等 ${count} 个网格` : first),
    todo: "待我处理",
    soon: "将到期",
    late: "已超期",
    tasks: "待我核实、核查",
    noTasks: "没有待核实、核查的案卷",
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
