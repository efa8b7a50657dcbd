/** Words of the case file: the case, its acts and the forms of them, its clocks, its units, its reporter. */
import { budgetWords } from "../server/domain/words.ts";

export const caseWords = {
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
    moved: "移动（米）",
    lead: "主件",
    other: "另一件",
    voices: "反映人数",
    reason: "理由",
    stage: "阶段",
    fromUnit: "原单位",
    toUnit: "接续单位",
  } as Readonly<Record<string, string>>,
  papers: (count: number) => `${count} 项`,
  more: "更多",
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
  fill: (field: string) => `请填写“${field}”。`,
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
} as const;

export const assignmentWords = {
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
} as const;

export const reporterWords = {
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
} as const;
