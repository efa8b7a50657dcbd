/**
 * The words of the core in Chinese, keyed by the names the code uses: states, acts, fields, clocks, roles, lamps.
 * Screens, messages, the command line and generated documents all read them here; a second language is a second file.
 */
import type { ActorRole, CaseState, Channel, ClockEvent, DeskReason, RefusalCode, Urgency } from "./case.ts";
import type { ClockKind, Lamp } from "./clock.ts";
import type { FieldName } from "./fields.ts";
import type { BudgetUnit } from "./taxonomy.ts";
import type { Action } from "./workflow.ts";

export const stateWords: Record<CaseState, string> = {
  reported: "待立案",
  verifying: "核实中",
  declined: "不予立案",
  withdrawn: "已撤回",
  filed: "待派遣",
  dispatched: "待签收",
  accepted: "处置中",
  waiting: "等待诉求人",
  suspended: "挂账中",
  split: "分办中",
  merged: "已并入主件",
  handled: "待核查",
  checked: "待结案",
  closed: "已结案",
  unsolved: "未解决办结",
  followedUp: "已回访",
};

export const actionWords: Record<Action | ClockEvent, string> = {
  report: "上报",
  place: "更正位置",
  nameComponent: "指明部件",
  dropComponent: "移除部件",
  shift: "改正偏移",
  unshift: "撤销偏移改正",
  file: "立案",
  decline: "不予立案",
  dispatch: "派遣",
  accept: "签收",
  return: "退单",
  handle: "处置完成",
  check: "核查通过",
  rework: "返工",
  close: "结案",
  followUp: "回访",
  rate: "评价",
  urge: "催办",
  comment: "备注",
  askVerify: "立案前核实",
  verified: "核实反馈",
  transfer: "转 110/119/120",
  refute: "随手办结不实",
  contact: "先行联系",
  callAssist: "增派协办",
  signAssist: "协办签收",
  declineAssist: "协办异议",
  finishAssist: "协办办结",
  releaseAssist: "不再等待协办",
  handOver: "内部交办",
  finishStage: "完成本阶段",
  dispute: "提出职责争议",
  uphold: "裁定维持",
  rule: "裁定改派",
  raise: "提级裁定",
  askExtension: "申请延期",
  grantExtension: "批准延期",
  askSuspension: "申请挂账",
  grantSuspension: "批准挂账",
  askWait: "申请等待诉求人",
  grantWait: "批准等待诉求人",
  refuseRequest: "驳回申请",
  resume: "恢复办理",
  answer: "诉求人补充",
  admit: "说明未解决",
  closeUnsolved: "未解决办结",
  reopen: "没解决",
  rectify: "差评整改",
  appeal: "超时申诉",
  askExclusion: "申请认定不合理诉求",
  support: "审核同意",
  confirm: "复核同意",
  dismiss: "不予采纳",
  supervise: "督办",
  instruct: "批示",
  explain: "督办回复",
  circulate: "通报",
  merge: "并入主件",
  gather: "收并重复件",
  unmerge: "撤销并案",
  shed: "移出重复件",
  conclude: "随主件办结",
  rejoin: "随主件重办",
  keepApart: "不是重复",
  recheck: "随机复查",
  split: "拆分分办",
  assemble: "分办完成",
  resplit: "分办重办",
  link: "关联案卷",
  unlink: "解除关联",
  withdraw: "撤回诉求",
  retract: "撤回上报",
  succeed: "移交接续单位",
  unsucceed: "撤销移交",
  warn: "将到期",
  overdue: "超期",
  severe: "严重超期",
};

export const fieldWords: Record<FieldName, string> = {
  itemCode: "事项",
  conditionCode: "立案条件",
  unit: "承办单位",
  suggestedUnit: "建议承办单位",
  assistUnits: "协办单位",
  assistUnit: "协办单位",
  releaseReason: "不再等待的理由",
  handler: "经办人",
  declineReason: "不予立案理由",
  returnReason: "退单理由",
  reworkReason: "返工理由",
  unsolvedReason: "未解决原因",
  service: "转交",
  basisItem: "依据的职责清单条目",
  until: "挂账至",
  answerBy: "回复期限",
  genuine: "现场是否属实",
  note: "说明",
  result: "处置结果",
  point: "位置",
  componentCode: "部件",
  photosAfter: "处置后照片",
  photosCheck: "核查照片",
  photosMore: "补充照片",
  reached: "是否联系上",
  solved: "问题是否解决",
  score: "满意度",
  into: "另一件案卷号",
  parts: "分办事项",
  linkKind: "关联类型",
  unreached: "没有联系上的原因",
  truthful: "办理是否真实",
  evidence: "已具备的办结凭据",
};

export const clockWords: Record<ClockKind, string> = {
  file: "立案",
  dispatch: "派遣",
  accept: "签收",
  handle: "办结",
  check: "核查",
  close: "结案",
  followUp: "回访",
  verify: "核实",
  contact: "先行联系",
  assistSign: "协办签收",
  assist: "协办办结",
  stage: "本阶段",
  ruling: "裁定",
  approve: "批复",
  suspend: "挂账",
  wait: "等待诉求人",
  supervise: "督办回复",
  rectify: "整改",
  recheck: "复查",
  review: "复核",
  ladder: "下一步催办",
};

/** Who acts by their part in the case rather than by their post. */
export const partWords = {
  leadUnit: "承办单位",
  assistant: "协办单位",
  holder: "经手方",
  ruler: "裁定方",
  rechecker: "复查网格",
  reporter: "上报人本人",
} as const;

export const roleWords: Record<ActorRole, string> = {
  gridWorker: "网格员",
  township: "乡镇（街道）",
  department: "县直部门",
  centre: "效能中心",
  leader: "县领导",
  admin: "系统管理员",
  resident: "群众",
  system: "系统",
};

export const channelWords: Record<Channel, string> = {
  gridWorker: "网格员上报",
  township: "乡镇上报",
  department: "部门上报",
  centre: "中心登记",
  hotline: "12345 热线",
  public: "群众反映",
  sensor: "设备报警",
  leader: "领导交办",
};

export const urgencyWords: Record<Urgency, string> = {
  critical: "特急",
  urgent: "紧急",
  elevated: "较急",
  normal: "一般",
};

export const lampWords: Record<Lamp, string> = {
  green: "正常",
  amber: "将到期",
  red: "超期",
  severe: "严重超期",
};

export const deskWords: Record<DeskReason, string> = {
  unplaced: "没有定位",
  ambiguousPlace: "位置跨网格，需选定",
  spokenPlace: "位置由地址文字推定，请核对",
  nearPlace: "位置在网格边界外，已就近归入",
  unsureItem: "事项拿不准，需人工判断",
  consult: "像是咨询，不是事件",
  danger: "可能有危险，先确认是否转 110/119/120",
};

export const budgetWords: Record<BudgetUnit, string> = {
  calendarMinute: "分钟",
  calendarHour: "小时（紧急工作时）",
  calendarDay: "自然日",
  workHour: "工作时",
  workday: "工作日",
};

export const scoreWords = ["非常不满意", "不满意", "基本满意", "满意", "非常满意"] as const;

/** One sentence per refusal; `{field}`, `{given}` and `{expected}` are filled in. */
export const refusalWords: Record<RefusalCode, string> = {
  notFound: "没有找到这个案卷，可能编号有误或不在您的管辖范围内。",
  notAllowed: "您的岗位不能做“{given}”这一步。",
  outOfScope: "没有找到这个案卷，可能编号有误或不在您的管辖范围内。",
  wrongState: "案卷现在是“{given}”，只有在“{expected}”时才能这样做。",
  missing: "请填写“{field}”。",
  badValue: "“{field}”的值“{given}”不合要求，应为：{expected}。",
  unknownField: "没有“{field}”这个字段，请去掉它，或改成接口说明里的名字。",
  repeatedField: "“{field}”写了两次，不知道以哪一个为准；请只留一个再发。",
  stale: "案卷刚刚被别人办理过了，请看过最新情况再操作。",
  duplicate: "“{field}”已经提交过，不能重复提交。",
  ownWork: "处置的人和处置的单位不能核查自己的结果，请由网格员或其他单位核查。",
};
