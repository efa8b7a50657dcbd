/** Sentences of the pages for those who supervise: 督办台, 复核台, 迹象. */
import type { OrderKind } from "../server/domain/caseRules.ts";
import { orderName } from "./markWords.ts";
import type { ReviewRow, SupervisionListName } from "../server/domain/supervisionAnswers.ts";

const posts = {
  liaison: "联络员",
  deputy: "分管领导",
  chief: "主要领导",
  onDuty: "值班带班领导",
} as const;

export const supervisionWords = {
  title: "督办台",
  pages: { ladder: "阶梯和回复", reviews: "复核台", signs: "疑似迹象" },
  pagesLabel: "督办台分页",
  asOf: (moment: string) => `数据时间 ${moment}`,
  lists: {
    urge: { name: "催办", hint: "已超期，联络员已收到催办" },
    supervise: { name: "督办", hint: "催办后仍超期，分管领导须回复" },
    circulate: { name: "通报", hint: "督办后仍超期，主要领导和县里都已知道" },
    answer: { name: "待回复", hint: "督办、批示还没有回复" },
    note: { name: "批示", hint: "县领导批示，还没有回复" },
    late: { name: "迟复", hint: "近 30 天里过了期限才回复，或没有回复就办结的" },
    unheard: { name: "无人接收", hint: "这一步没有指定接收人，已走但没有人收到" },
  } satisfies Record<SupervisionListName, { readonly name: string; readonly hint: string }>,
  empty: {
    urge: "没有停在催办这一步的案卷",
    supervise: "没有停在督办这一步的案卷",
    circulate: "没有被通报的案卷",
    answer: "没有等回复的督办",
    note: "没有等回复的批示",
    late: "近 30 天的督办都按时回复了，很好",
    unheard: "每一步都有人接收，很好",
  } satisfies Record<SupervisionListName, string>,
  openList: "在案卷列表中打开",
  listsLabel: "督办清单",
  since: (order: OrderKind, moment: string) => `${moment} ${orderName[order]}`,
  answerBy: (moment: string) => `应于 ${moment} 前回复`,
  overdueAnswer: (moment: string) => `应于 ${moment} 前回复，已过期`,
  answered: (due: string, moment: string) => `应于 ${due} 前，${moment} 才回复`,
  neverAnswered: (due: string, moment: string) => `应于 ${due} 前，${moment} 办结时仍未回复`,
  lacking: (unit: string, order: OrderKind, missing: readonly (keyof typeof posts)[]) =>
    missing.length === 0
      ? `“${orderName[order]}”发出时没有接收人，现已指定：再催办一次即送达`
      : `${unit}没有指定${missing.map((post) => posts[post]).join("或")}，“${orderName[order]}”没有人收到；请管理员在“人员”里指定，再催办一次即补送`,
  noUnit: "没有承办单位",
  urgeAgainOf: (number: string) => `再催办 ${number}`,
  urgeAgain: "再催办",
  printCase: (number: string, order: string) => `打印 ${number} 的${order}`,
  reviews: {
    title: "复核台",
    empty: "没有待复核、待批复的申请",
    emptyHint: "超时申诉、不合理诉求认定、延期、挂账和等待申请会出现在这里。",
    kinds: {
      overdue: "超时申诉",
      unreasonable: "不合理诉求",
      extension: "延期",
      suspension: "挂账",
      wait: "等待诉求人",
    } satisfies Record<ReviewRow["kind"], string>,
    twoPersons: "须两人先后审核，申请人不能审自己的申请；通过后不计入统计，超时事实仍然可见。",
    asked: (unit: string, moment: string) => `${unit} ${moment} 申请`,
    until: (day: string) => `挂账至 ${day}`,
    dueBy: (moment: string) => `${moment} 前办完`,
    pastDue: (moment: string) => `应于 ${moment} 前办完，已过期`,
    first: (name: string, words: string) => `初审 ${name} 同意：${words}`,
    waitsForSecond: "等第二人复核",
    notYours: "须由另一位工作人员复核",
    noWords: "没有写理由",
  },
  signs: {
    title: "疑似迹象",
    lead: (from: string) =>
      `${from} 以来，按下列规则从办理记录里找出的事。迹象不是结论，请先看案卷；只列事，不排人。`,
    none: "没有找到",
    rule: (rule: string) => `规则：${rule}`,
    count: (count: number) => `${count} 处`,
    together: (count: number) => `${count} 件一起办结`,
    noItem: "事项待定",
  },
} as const;
