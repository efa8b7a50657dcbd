/** The words of printed papers: 催办单, 督办单, 通报, 批示督办单, 案卷. */
import type { OrderKind } from "../domain/caseRules.ts";

export const titles: Record<OrderKind, string> = {
  urge: "催办单",
  supervise: "督办单",
  circulate: "通报",
  instruct: "领导批示督办单",
};

/** What is asked for where the order carries no words of its own: the ladder writes none. */
export const standing: Record<OrderKind, string> = {
  urge: "本案卷已超过办理时限，请抓紧办理，并向诉求人说明。",
  supervise: "本案卷催办后仍未办结，请说明超期原因、整改措施和办结时间，并按期书面回复。",
  circulate: "本案卷经催办、督办仍未办结，现予通报。请主要负责同志督促办结。",
  instruct: "请按批示办理，并按期回复。",
};

export const paper = {
  sheet: "案卷",
  number: "编号",
  caseNumber: "案卷号",
  item: "事项",
  place: "地点",
  text: "反映内容",
  channel: "来源",
  reportedAt: "上报时间",
  reporter: "反映人",
  state: "办理状态",
  unit: "承办单位",
  holder: "现在谁办",
  late: "超期情况",
  orderedAt: "发出时间",
  orderedBy: "发出",
  told: "送达",
  demand: "要求",
  answerBy: "回复期限",
  answer: "回复",
  basis: "依据",
  clocks: "计时",
  history: "办理过程",
  opinion: "群众评价",
  sign: {
    issuer: "签发人（签字）",
    receiver: "签收人（签字）",
    handler: "经办人（签字）",
    checker: "核查人（签字）",
    head: "负责人（签字）",
    day: "日期：　　　　年　　月　　日",
  },
  outcomes: {
    running: "计时中",
    late: "已超期",
    held: "停表",
    met: "按时完成",
    missed: "超期",
    void: "不计",
  },
  office: "县领导",
  byLadder: "系统按催办阶梯自动发出",
  nobodyNamed: "本单位没有指定接收人，已列入督办台“无人接收”",
  none: "—",
  notLate: "未超期",
  lateSince: (due: string) => `已超期，应于 ${due} 前办完`,
  notAsked: "不要求书面回复",
  unanswered: "尚未回复",
  read: (name: string, at: string) => `${name} ${at} 已读`,
  toldTo: (to: string, reads: readonly string[]) =>
    `${to}（${reads.length === 0 ? "未读" : reads.join("，")}）`,
  more: (count: number) => `另有 ${count} 条较早的记录；`,
  shortened: "长内容从略，全文见系统。",
  cut: "…（全文见系统）",
  scan: "扫码看案卷（须登录）",
  printed: (who: string, at: string) => `${who} 于 ${at} 打印 · 含工作信息，请勿外传`,
  print: "打印",
  closePage: "打印好后可关闭此页。",
  notFound: { title: "不能打印", text: "没有找到这个案卷或这张单，可能不在您的管辖范围内。" },
  notSignedIn: { title: "请先登录", text: "登录后再打印。", link: "去登录" },
} as const;
