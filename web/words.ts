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
  yes: "是",
  no: "否",
  cancel: "取消",
  close: "关闭",
  back: "返回",
  retry: "重试",
  undo: "撤销",
  rate: (share: number) => `${(share * 100).toFixed(1)}%`,
  more: "加载更多",
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
      map: "地图",
      evaluation: "评价",
      overview: "总览",
      supervision: "督办台",
      report: "上报",
      inbox: "消息",
      emergency: "应急",
      calls: "呼叫",
      people: "人员",
      catalogue: "派单目录",
      marks: "识别成绩",
      progress: "查进度",
      more: "更多",
    },
    mainNav: "主菜单",
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
    keys: "j / k 上下移动 · Enter 打开 · / 搜索",
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

  report: {
    title: "我要上报",
    photos: "照片",
    place: "位置",
    text: "情况说明",
    textHint: "什么地方、出了什么事。有照片和类别时可不填。",
    category: "类别",
    suggested: "推荐",
    allItems: "全部类别",
    fewer: "收起",
    address: "地址",
    addressHint: "路名门牌或明显标志，可不填",
    located: "已定位",
    noPoint: "还没有定位",
    places: {
      inside: "已落入网格",
      near: "在网格边界附近",
      ambiguous: "在几个网格交界处，将由人选定",
      spoken: "按地址文字推定，将由人核对",
      outside: "不在本县范围内，请在图上点选",
    },
    byHand: "图上手选",
    mapOpen: "看图",
    mapClose: "收起图",
    locateAgain: "重新定位",
    positions: {
      off: "",
      searching: "正在定位…可先拍照选类",
      found: "",
      denied: "没有定位权限：请在图上点选，或填写地址",
      unavailable: "定不到位：请在图上点选，或填写地址",
      insecure: "当前网址不支持定位：请在图上点选，或填写地址",
    },
    accuracy: {
      steps: [
        [15, "位置准确"],
        [50, "位置可用"],
        [100, "偏差较大"],
      ] as readonly (readonly [number, string])[],
      bad: "偏差太大，请在图上点选",
      of: (word: string, metres: number) => `${word}（±${metres} 米）`,
    },
    contact: "联系方式（可不填）",
    contactHint: "只用于核实和回访，承办单位看到的是隐去中间几位的号码。",
    forOthers: "代居民上报",
    forOthersHint: "填反映人的姓名或电话，不要填自己的；办理单位只看到隐去中间几位的号码，结果告知反映人。",
    spot: "我已当场处理好（随手办结）",
    spotHint: "写明怎么处理的；由别人核查后结案，不用再派单。",
    spotResult: "怎么处理的",
    spotPhotos: "处理后的照片",
    spotTakenBack: (item: string, unit: string) =>
      `“${item}”按职责清单由${unit}办理，不能作随手办结，请照常上报。`,
    name: "姓名",
    phone: "电话",
    confidential: "不让承办单位知道是谁反映的（保密）",
    preview: "提交后怎么办",
    previewItem: "事项",
    previewUnit: "责任单位",
    previewDue: "预计时限",
    previewUnsure: "（待人工确认）",
    several: (items: readonly string[]) =>
      `像是 ${items.length} 件事：${items.join("、")}。分开上报，各由责任单位办，更快。`,
    dueBy: (accept: string, handle: string) => `${accept}签收，${handle}办结`,
    danger: "如有人身危险，请先拨打 110、119 或 120。",
    lacks: {
      content: "写几句情况，或拍照并选类别。",
      place: "请等定位、在图上点选，或填写地址。",
      phone: "电话号码不对，应为 11 位手机号或带区号的座机。",
      reporter: "代居民上报请填反映人的姓名或电话。",
      item: "随手办结请选类别。",
      takenBack: "这类事项不能作随手办结，请取消勾选。",
      result: "请写明当场怎么处理的。",
      photosAfter: "这类事项须拍处理后的照片。",
    },
    submit: "提交",
    keep: "存入本机，联网自动发送",
    sending: "正在提交…",
    unfinished: (when: string) => `${when} 有一件没写完的上报，要继续吗？`,
    resume: "继续",
    discard: "放弃",
    sent: "已提交",
    kept: "已存在本机",
    keptHint: "网络不通，已存在手机里，联网后自动发送，关掉页面也不会丢。",
    again: "再报一件",
    finish: "完成",
    follow: "查看办理进度",
    looked: (reasons: readonly string[]) => `需要人看一下：${reasons.join("；")}`,
    receipt: {
      item: "事项",
      itemLater: "由工作人员判断",
      cell: "所在网格",
      cellLater: "由工作人员确定",
      unit: "责任单位",
      unitLater: "由工作人员确定",
      file: "受理期限",
      handle: "预计办结",
      code: "查询码",
    },
  },

  queue: {
    states: {
      waiting: "待发送",
      sending: "发送中",
      sent: "已送达",
      refused: "被退回",
      signIn: "等登录",
    },
    sent: (number: string) => `已送达 ${number}`,
    drop: "删除",
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

  overview: {
    title: "效能督办",
    asOf: (moment: string) => `数据时间 ${moment}`,
    notAnnounced: (years: readonly number[]) =>
      `国务院尚未公布 ${years.join("、")} 年放假安排：落在该年的期限按法定节假日暂定，公布后请在日历中补录。`,
    tiles: {
      overdue: "已超期",
      severe: "严重超期",
      warned: "将到期",
      dueToday: "今日到期",
      desk: "需人工判断",
      open: "在办",
      reportedToday: "今日上报",
      acceptedOnTime: "按时签收率",
      handledOnTime: "按时办结率",
      satisfied: "满意率",
    },
    overOf: (over: number, of: number) => `近 30 天 ${over}/${of}`,
    overdue: "超期案卷（最久的在前）",
    all: (total: number) => `全部 ${total} 件`,
    urge: "催办",
    urgeCase: (number: string) => `催办 ${number}`,
    urged: (number: string) => `已催办：${number}`,
    urgedTimes: (count: number) => (count === 0 ? "未催办" : `已催 ${count} 次`),
    holders: "超期在谁手里",
    lateAndSoon: (late: number, soon: number) => `超期 ${late} · 将到期 ${soon}`,
    oldest: (moment: string) => `最早应于 ${moment} 办完`,
    units: "单位近 30 天",
    formula: "算法说明",
    formulaText:
      "与“评价”页同一口径：期内派到本单位的，尚在时限内、已退单改派的和不合理诉求不进分母。点数字看案卷。样本不足的灰显，排在后面。",
    columns: {
      unit: "单位",
      given: "交办",
      accepted: "按时签收",
      handled: "按时办结",
      satisfied: "满意",
      returned: "退单",
      reworked: "返工",
      open: "在办",
      overdue: "超期",
    },
  },

  progress: {
    title: "查办理进度",
    largeType: "大字",
    normalType: "标准字",
    print: "打印",
    number: "编号",
    numberHint: "回执或短信里的编号，如 20261120-00042",
    code: "查询码",
    codeHint: "回执上的查询码，或所留电话的后四位",
    look: "查询",
    steps: { received: "已收到", sent: "已派出", working: "处理中", done: "已办结" },
    now: {
      received: () => "已收到，正在核对。",
      sent: (unit: string | null) => `已请${unit ?? "责任单位"}办理。`,
      working: (unit: string | null) => `${unit ?? "责任单位"}正在处理。`,
      done: () => "已办结。",
      declined: () => "经核对不予立案，理由见下。",
    } as Readonly<
      Record<"received" | "sent" | "working" | "done" | "declined", (unit: string | null) => string>
    >,
    promise: "承诺办结：",
    late: "已超过承诺时间，督办部门已收到提醒。",
    entries: "进展",
    entryOf: progressEntry,
    rate: "请您评价",
    score: "对办理结果",
    solved: "问题解决了吗",
    rateNote: "想说的话（可不填）",
    sendRating: "提交评价",
    rated: (word: string) => `您的评价：${word}。谢谢。`,
    add: "补充情况",
    addNote: "补充的情况",
    reopen: "问题没有解决？",
    reopenHint: "点一下，承办单位会再办一次（限一次）。",
    reopenNote: "还有什么问题（可不填）",
    sendReopen: "没解决，再办一次",
    sendNote: "提交补充",
    added: "已收到您的补充。",
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

  people: {
    title: "人员账号",
    add: "新增账号",
    create: "创建",
    columns: {
      name: "姓名",
      username: "账号",
      role: "岗位",
      unit: "单位和网格",
      posts: "岗位职务",
      state: "状态",
      acts: "操作",
    },
    hints: { name: "", username: "2 到 30 个小写字母、数字或 _.-" },
    cells: "负责的网格",
    cellsHint: "按住 Ctrl 可选多个",
    posts: { liaison: "联络员", deputy: "分管领导", chief: "主要领导", onDuty: "值班带班" } as const,
    postsOf: (name: string) => `${name}的岗位职务：接收督办、发起呼叫`,
    postsHint:
      "催办送联络员，督办送分管领导，通报送主要领导；没有人接收的会列到督办台。乡镇的日常呼叫由分管领导发起，应急呼叫由值班带班领导发起，主要领导都可以发起。",
    isActive: "启用",
    isDisabled: "已停用",
    disable: "停用",
    enable: "启用",
    disabled: (name: string) => `已停用${name}的账号`,
    enabled: (name: string) => `已启用${name}的账号`,
    reset: "重置密码",
    password: (username: string, password: string) =>
      `账号 ${username} 的新密码：${password}　只显示这一次，请当面转交。`,
  },

  map: {
    title: "网格地图",
    list: "地图上的案卷",
    listOf: (count: number) => `图上 ${count} 件`,
    pick: "在地图上点选位置",
    pickHint: "点一下地图即可定位；可放大后再点。",
    placeOf: (number: string) => `案卷 ${number} 的位置`,
    cell: (name: string, open: number, overdue: number) =>
      `${name}${open > 0 ? ` · 在办 ${open}` : ""}${overdue > 0 ? ` · 超期 ${overdue}` : ""}`,
  },
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

/** The words of the core name acts from the office's side; a resident reads what it means for them. */
function progressEntry(action: string, unit: string | null): string {
  const who = unit ?? "责任单位";
  const said: Readonly<Record<string, string>> = {
    report: "已收到您反映的问题",
    place: "已核对位置",
    file: "已受理",
    decline: "不予立案",
    dispatch: `已请${who}办理`,
    accept: `${who}已接单`,
    handle: `${who}已处置，等待核查`,
    check: "已核查处置结果",
    rework: "核查发现还没办好，已退回继续处置",
    close: "已办结",
    followUp: "已回访",
    rate: "您已评价",
    reopen: "您反映没有解决，已请再办一次",
    comment: "补充情况",
    merge: "多人反映的是同一件事，已合并办理，结果会告诉您",
    unmerge: "已改为单独办理",
    conclude: "合并办理的事已办结",
    split: "您反映了几件事，已分头办理",
    assemble: "几件事都已办完，正在汇总",
  };
  return said[action] ?? "办理中";
}
