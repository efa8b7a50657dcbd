/** Words of the forms of acts: what to mind before one is sent, what filing sets, the stages of the work. */
import { budgetWords } from "../server/domain/words.ts";

export const moveWords = {
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
    askExtension: "批准后，办结时限延长一个原时限；批准之前照常计时。",
    askSuspension: "批准后暂停计时，到所选的日期自动恢复；批准之前照常计时。",
    askWait: "批准后等诉求人补充情况，期间暂停计时；批准之前照常计时。",
    urge: "催办会通知现在手里有案卷的单位。",
    nameComponent: "指明是哪一个部件：派单建议先看它的权属和养护单位，故障记录记到它名下。",
  } as Readonly<Record<string, string>>,
  fieldHints: {
    suggestedUnit: "可不选",
    assistUnits: "可不选，最多 5 个",
    answerBy: "可不填：不填按规定的期限；算到那天（或之前最后一个工作日）下班",
  } as Readonly<Record<string, string>>,
} as const;

export const filingWords = {
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
    `危及人身安全的特急事项：请先打 ${lines.join("、")} 电话转办，再在“转交”里选已转的电话，和立案一起记录。`,
} as const;

export const stageWords = {
  title: "分段办理",
  done: (moment: string) => `已完成 ${moment}`,
} as const;
