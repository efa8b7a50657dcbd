/**
 * All interface text of the web. Words of the trade (states, acts, fields, clocks, roles, lamps) come from
 * server/domain/words.ts; here stand the sentences of the screens, in the plain words of design rules: the verbs of the
 * documents, what happened, what to do next.
 */
import type { Placement } from "../geo/placement.ts";
import { budgetWords } from "../server/domain/words.ts";

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
  more: "加载更多",
  loading: "正在加载…",
  skip: "跳到正文",
  tagline: "乡呼县应 · 网格治理",
  comma: "、",
  percent: (share: number) => `${Math.round(share * 100)}%`,
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
    span: spanWords,
    paused: (until: string) => `下班停表，${until} 续计`,
  },

  shell: {
    nav: {
      home: "首页",
      worklist: "案卷",
      map: "地图",
      overview: "督办",
      report: "上报",
      inbox: "消息",
      people: "人员",
      progress: "查进度",
    },
    mainNav: "主菜单",
    signOut: "退出登录",
    signIn: "登录",
    theme: { label: "显示", day: "日间", care: "关怀版", wall: "深色" },
    account: "我的账号",
    waiting: (count: number) => `${count} 件上报存在本机，等待发送`,
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
    search: "搜索",
    searchHint: "搜内容、地址、案卷号（按 /）",
    township: "乡镇",
    unit: "承办单位",
    channel: "来源",
    sort: "排序",
    sorts: { own: "默认排序", due: "到期早的在前", newest: "新上报的在前" },
    allOf: (label: string) => `全部${label}`,
    heldBy: (name: string) => `在${name}手里`,
    mine: "我上报的",
    lamps: { green: "正常", amber: "将到期", red: "超期", severe: "严重超期" } as Readonly<
      Record<string, string>
    >,
    takeOff: (label: string) => `去掉筛选：${label}`,
    clear: "清除筛选",
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
        gridWorker: "需要您核查的案卷会出现在这里。",
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
    became: (state: string) => `→ ${state}`,
    wordNames: {
      text: "反映内容",
      address: "地址",
      cellCode: "网格",
      reason: "理由",
    } as Readonly<Record<string, string>>,
    moves: "可办理的操作",
    noMoves: "此刻没有需要您办理的操作。",
    opens: "…",
    done: (act: string, number: string) => `已${act}：${number}`,
    submit: (act: string) => `提交${act}`,
    choose: "请选择",
    fill: (field: string) => `请填写“${field}”。`,
    phrases: "常用语",
    basis: (basis: string) => `依据：${basis}`,
    byDuty: (item: string) => `依据：职责清单“${item}”`,
    byOwner: "按权属改派",
    ownTownship: "本乡镇自办",
    allUnits: "全部县直单位",
    when: (when: string) => `适用：${when}`,
    otherwise: (when: string, unit: string) => `${when}：${unit}`,
    noConditions: "所选事项的立案条件在立案后显示；可不填。",
    closeWhen: (when: string) => `结案条件：${when}`,
    clocks: "计时",
    limit: (budget: { readonly value: number; readonly unit: keyof typeof budgetWords }) =>
      `限 ${budget.value} ${budgetWords[budget.unit]}`,
    outcomes: { met: "按时完成", missed: "已超期", void: "不计" },
    stopped: "已停",
    provisional: "次年放假安排未公布，期限为暂定",
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
      urge: "催办会通知现在手里有案卷的单位。",
    } as Readonly<Record<string, string>>,
    fieldHints: {
      suggestedUnit: "可不选",
    } as Readonly<Record<string, string>>,
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
    confidential: "保密件",
    noName: "未留姓名",
    noPhone: "未留电话",
    tracking: "查询码",
    reveal: "查看完整信息",
    reason: "查看理由",
    logged: "每次查看都会留下记录。",
    show: "查看",
  },

  map: {
    title: "地图",
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
