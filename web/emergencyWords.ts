/** Sentences of 平战结合: switching, briefs, the roster, and the notice on other pages. */
import type { EmergencyAnswer } from "../server/domain/emergency/answers.ts";
import { budgetWords, urgencyWords } from "../server/domain/words.ts";
import type { EmergenciesAnswer } from "../server/domain/emergency/answers.ts";

type Facts = EmergencyAnswer["log"][number]["facts"];
type Limit = EmergenciesAnswer["rules"]["limits"][number];

export const emergencyWords = {
  title: "平战结合",
  inForce: "正在应急的区域",
  none: "现在没有区域处于应急状态",
  noneHint: "平时按正常规则办理；需要时由效能中心或管理员切换。",
  begin: "切换到应急状态",
  wholeCounty: "全县",
  area: "区域",
  areaHint: "选乡镇，或选全县",
  reason: "事由",
  reasonHint: "如：暴雨红色预警，县防指启动二级响应",
  submit: "切换",
  end: "解除应急状态",
  endReason: "解除事由",
  endSubmit: "一次解除",
  cancel: "取消",
  begun: "已切换到应急状态",
  ended: "已解除，派单和时限恢复平时规则",
  lacksArea: "请选择区域。",
  areaOf: (names: readonly string[]) => (names.length === 0 ? "全县" : names.join("、")),
  since: (moment: string, by: string) => `${moment} 由${by}切换`,
  over: (moment: string, by: string, words: string) => `${moment} 由${by}解除：${words}`,
  effects: "切换后",
  frozen: (urgencies: readonly (keyof typeof urgencyWords)[]) =>
    `${urgencies.map((code) => urgencyWords[code]).join("、")}件暂停派遣，紧急和特急件照常派遣`,
  limit: ({ name, urgencies, budget, factor }: Limit) =>
    `${urgencies.map((code) => urgencyWords[code]).join("、")}件的“${name}”时限改为${
      budget === null ? `平时的 ${factor} 倍` : ` ${budget.value} ${budgetWords[budget.unit]}`
    }`,
  onlyNew: "只影响此后开始的计时，已经开始的不变；解除后新的计时恢复平时规则。",
  everyBrief: (minutes: number) => `每 ${minutes} 分钟一份情况简报`,
  rosterFirst: "案卷到单位时先通知值班人员，再通知单位",
  roster: "值班表",
  rosterColumns: { unit: "单位", name: "值班人", time: "时间", now: "现在" },
  noAccount: "没有这个账号",
  onDuty: "在岗",
  briefs: "情况简报和记录",
  kinds: { begin: "切换", brief: "简报", end: "解除" },
  facts: ({ open, urgent, overdue, severe, warned, frozen, fresh }: Facts) =>
    `在办 ${open}（紧急 ${urgent}），新增 ${fresh}，冻结待派 ${frozen}，将到期 ${warned}，超期 ${overdue}（严重 ${severe}）`,
  missed: (count: number) => `此前 ${count} 份因停机没有生成`,
  past: "以前的应急状态",
  notice: (area: string, reason: string) => `${area}处于应急状态：${reason}`,
  latest: (moment: string, facts: string) => `${moment} 简报：${facts}`,
  open: "查看应急状态",
} as const;
