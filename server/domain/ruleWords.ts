/** Every rule in Chinese: why it says no, and what the person may do instead; `{given}` and `{expected}` are filled in. */
import type { CountCode } from "./counts.ts";
import type { RuleName } from "./guards.ts";
import type { PolicyCode } from "./reference.ts";

export interface RuleWords {
  readonly why: string;
  readonly instead: string;
  /** The line it rests on; the act's own row in the table of moves where none is named. */
  readonly basis?: RuleBasis;
  /** A limit that was used up or has run out, rather than an act out of place. */
  readonly isLimit?: true;
  /** Worth a dead button that says why; else the act is not shown at all. */
  readonly shown?: true;
}

export type RuleBasis =
  | { readonly policy: PolicyCode }
  | { readonly count: CountCode }
  /** The line of the duty list (履职事项清单) that the refusal gives. */
  | { readonly duty: true }
  /** A regulation or a decision of the house, in words. */
  | { readonly law: string };

export const ruleWords: Record<RuleName, RuleWords> = {
  componentNamed: {
    why: "这个案卷没有指明部件",
    instead: "需要的，请用“指明部件”从台账里选",
  },
  cellKnown: {
    why: "这个案卷还没有确定网格，没有网格员可以去核实",
    instead: "请先更正位置，或直接立案、不予立案",
    shown: true,
  },
  contactable: {
    why: "诉求人没有留电话或要求保密，不能联系",
    instead: "请按现有情况办理；确需补充的，请派遣方向首接渠道了解",
    basis: { law: "个人信息保护：保密件的反映人不向承办单位显示" },
    shown: true,
  },
  notFrozen: {
    why: "本区域处于应急状态，非紧急件暂停派遣",
    instead: "请等应急状态解除后派遣；情况紧急的，请按紧急的立案条件立案，或报效能中心",
    basis: { law: "平战结合：应急状态下冻结非紧急派单，紧急和特急件照常派遣" },
    shown: true,
  },
  selfHandled: {
    why: "这不是随手办结的案卷",
    instead: "处置结果不合格的，请用“返工”",
  },
  hasLead: {
    why: "这个案卷没有承办单位，不能退回重办",
    instead: "问题仍在的，请重新上报",
  },
  notTakenUp: {
    why: "已经有人受理这件上报，不能再撤回",
    instead: "情况有变的，请用“备注”告诉办理单位",
  },
  noDanger: {
    why: "文字里有危险的迹象，须由工作人员确认安全，不能撤回",
    instead: "危险已经排除的，请补充说明，由工作人员核实后了结",
  },
  assistCalled: {
    why: "本单位在这个案卷里没有待签收的协办任务",
    instead: "请先看协办分工，可能已经签收或已经结束",
  },
  assistSigned: {
    why: "本单位的协办任务还没有签收，或已经办结",
    instead: "还没有签收的，请先“协办签收”",
  },
  firstDecline: {
    why: "本单位已经提过一次协办异议，再次被指派后不得再提",
    instead: "请签收并办理；仍有异议的，请联系效能中心",
    isLimit: true,
    shown: true,
  },
  inAssistWindow: {
    why: "已过协办异议窗口",
    instead: "请签收并办理；确属派错的，请主办单位“不再等待协办”",
    basis: { policy: "returnWindow" },
    isLimit: true,
    shown: true,
  },
  assistantsLive: {
    why: "没有还在办理的协办单位",
    instead: "请直接办理",
  },
  assistantsSettled: {
    why: "还有协办单位没有办结，主办单位不能报处置完成",
    instead: "请等协办单位“协办办结”；不再等的，请用“不再等待协办”写明理由",
    basis: { law: "协办规则：协办单位都办结，或主办单位写明不再等待的理由，才能报处置完成" },
    shown: true,
  },
  stageOpen: {
    why: "这个案卷没有分段，或各阶段都已完成",
    instead: "请直接报处置完成",
  },
  stagesFinished: {
    why: "还有阶段没有完成（先围护、后修复、再恢复），不能报处置完成",
    instead: "请先“完成本阶段”；客观上完不成的，请“说明未解决”",
    basis: { law: "分段办理规则（stages.json）：每一阶段有自己的时限，依次完成" },
    shown: true,
  },
  notRuled: {
    why: "这个案卷已经裁定，裁定后不得再退单或再提争议",
    instead: "请先处置；确有新依据的，请书面报效能中心",
    basis: { law: "国办函〔2025〕66 号：职责不清的由机构编制部门界定，界定后须办理" },
    shown: true,
  },
  noDispute: {
    why: "这个案卷正在裁定",
    instead: "请等待裁定，裁定前继续处置",
    basis: { policy: "ruling" },
    shown: true,
  },
  inDispute: {
    why: "这个案卷没有待裁定的争议",
    instead: "请先看办理过程，争议可能已经裁定或已经办结",
  },
  firstReturn: {
    why: "这个案卷已经退过一次，不再退第二次",
    instead: "认为不属本单位职责的，请“提出职责争议”，由裁定确定承办单位",
    basis: { law: "退单不转圈：第二次退单不再流转，一律进入裁定" },
    isLimit: true,
    shown: true,
  },
  returnedBefore: {
    why: "这个案卷还没有退过单",
    instead: "首次认为不属本单位职责的，请用“退单”",
  },
  inReturnWindow: {
    why: "已过退单窗口（派遣后的异议期限）",
    instead: "请签收处置；确属派错的，请联系派遣方或效能中心",
    basis: { policy: "returnWindow" },
    isLimit: true,
    shown: true,
  },
  belowTopLevel: {
    why: "已经是最高一级裁定",
    instead: "请直接裁定",
    basis: { policy: "ruling3" },
    isLimit: true,
    shown: true,
  },
  requested: {
    why: "没有待批的申请",
    instead: "请先看办理过程，申请可能已经批过",
  },
  noRequest: {
    why: "已有一项申请在等批复，一次只能有一项",
    instead: "请等批复后再申请，办理不停",
    basis: { policy: "approve" },
    shown: true,
  },
  extensionAsked: { why: "没有待批的延期申请", instead: "请按实际申请的种类批复" },
  suspensionAsked: { why: "没有待批的挂账申请", instead: "请按实际申请的种类批复" },
  suspensionAhead: {
    why: "申请挂账的截止日已经到了",
    instead: "请驳回申请；仍需挂账的，由承办单位另报日期",
    basis: { count: "suspensionDays" },
    shown: true,
  },
  waitAsked: { why: "没有待批的等待申请", instead: "请按实际申请的种类批复" },
  extensionLeft: {
    why: "延期次数已经用完，不得再延",
    instead: "客观上不能解决的，请申请挂账，或如实说明未解决原因",
    basis: { count: "extensions" },
    isLimit: true,
    shown: true,
  },
  suspensionLeft: {
    why: "已经挂账过一次，不得再挂",
    instead: "请如实说明未解决原因，或申请延期",
    basis: { count: "suspensions" },
    isLimit: true,
    shown: true,
  },
  waitLeft: {
    why: "已经等待过诉求人一次",
    instead: "请按现有情况办理",
    basis: { count: "waits" },
    isLimit: true,
    shown: true,
  },
  handlingRuns: {
    why: "办结时限已到或没有在计时，只能在时限届满前申请和批准",
    instead: "请尽快办结；结案后可以提超时申诉",
    basis: { policy: "handle" },
    isLimit: true,
    shown: true,
  },
  admitted: {
    why: "承办单位没有说明未解决，不能作未解决办结",
    instead: "已经解决的请用“结案”",
  },
  notAdmitted: {
    why: "承办单位已说明没有解决，不能按解决结案",
    instead: "请用“未解决办结”",
    basis: { law: "如实办结：承办单位说明未解决的，不得计为解决" },
    shown: true,
  },
  reopenLeft: {
    why: "这个案卷已经按“没解决”重办过一次",
    instead: "请在评价中说明，或重新反映",
    basis: { count: "reopens" },
    isLimit: true,
  },
  dissatisfied: {
    why: "没有不满意评价，回访和复查也没有说未解决或不真实",
    instead: "需要跟进的，请催办或督办",
    basis: { count: "dissatisfied" },
  },
  rectifyLeft: {
    why: "这个案卷已经整改过一次",
    instead: "请督办或向分管领导报告",
    basis: { count: "rectifications" },
    isLimit: true,
  },
  supervised: { why: "这个案卷没有待回复的督办", instead: "需要说明情况的，请用“备注”" },
  notSupervised: {
    why: "这个案卷已有一项督办在等回复",
    instead: "请等待回复；新的要求请写在备注里",
    basis: { policy: "supervise" },
    shown: true,
  },
  superviseLeft: {
    why: "这个单位已经督办过，同一轮超期每一步只走一次",
    instead: "仍不办理的，请通报；需要提醒的，请再催办",
    basis: { policy: "ladder" },
    isLimit: true,
  },
  notInstructed: {
    why: "这个案卷已有一项批示在等回复",
    instead: "请等待回复；补充要求请写在备注里",
    basis: { policy: "supervise" },
    shown: true,
  },
  climbed: {
    why: "通报之前须先督办",
    instead: "请先催办、督办，仍超期的再通报",
    basis: { policy: "ladder" },
  },
  handledLate: { why: "这个案卷办结没有超时，不需要申诉", instead: "对其他指标有异议的，请联系效能中心" },
  noReview: { why: "已有一项申请在复核", instead: "请等复核结束后再提", basis: { policy: "review" } },
  reviewPending: { why: "没有待复核的申请", instead: "请先看办理过程，申请可能已经办完" },
  appealLeft: {
    why: "一个案卷只能申诉一次",
    instead: "对复核结果有异议的，请书面报效能中心",
    basis: { policy: "review" },
    isLimit: true,
    shown: true,
  },
  exclusionLeft: {
    why: "一个案卷只能申请认定一次",
    instead: "对复核结果有异议的，请书面报效能中心",
    basis: { policy: "review" },
    isLimit: true,
    shown: true,
  },
  firstReview: {
    why: "已有一人同意，等待第二人复核",
    instead: "请由另一人“复核同意”或“不予采纳”",
    basis: { policy: "review" },
  },
  secondReview: { why: "还没有第一人审核", instead: "请先“同意”，再由另一人复核" },
  emergencyOver: {
    why: "没有这次应急状态，或者已经解除",
    instead: "请刷新后查看正在生效的应急状态",
    basis: { law: "平战结合：一次切换只解除一次" },
  },
  emergencyOverlaps: {
    why: "所选区域已因“{given}”在应急状态中",
    instead: "请先解除原来的应急状态，或改选其他区域",
    basis: { law: "平战结合：一个区域同时只有一个应急状态" },
  },
  noSuchObjection: {
    why: "没有这条异议，或者不是本单位提出的",
    instead: "请从“异议”列表打开",
    basis: { law: "异议：提出的单位和效能中心看得到" },
  },
  notReached: {
    why: "没有联系上，就没有诉求人对“{given}”的答复",
    instead: "请去掉“{given}”再提交；联系上了的，请选“已联系上”",
    basis: { law: "回访：是否解决和满意度只记诉求人的答复" },
  },
  assistsAlready: {
    why: "“{given}”已经是这个案卷的主办或协办单位，不能再列为协办",
    instead: "请改选其他单位；要向已在办的单位补充要求，请用“备注”",
    basis: { law: "协办规则：一个单位在一个案卷里只承担主办或协办的一份" },
  },
  onlyWhenLate: {
    why: "协办单位“{given}”的协办时限还没有到，不能以逾期为由不再等待（协办规则：{expected}）",
    instead: "请等到协办时限届满，或按实际情况选择其他理由",
    basis: { law: "协办规则（assisting.json）：以逾期为由不再等待的，须协办时限已经届满" },
  },
  takenBack: {
    why: "乡镇对“{given}”只上报，不得派给乡镇办结",
    instead: "请派县直主责单位“{expected}”；需要乡镇到场的，只能按清单列为协办",
    basis: { duty: true },
  },
  townshipAssists: {
    why: "乡镇对“{given}”只协办，不能作主办",
    instead: "请派县直主责单位“{expected}”，并把乡镇列为协办单位",
    basis: { duty: true },
  },
  notInAssistList: {
    why: "“{given}”没有列乡镇协办",
    instead: "请由主责单位“{expected}”办理；确需乡镇配合的，由效能中心协调",
    basis: { duty: true },
  },
  spotTakenBack: {
    why: "乡镇和网格对“{given}”只上报，不得作随手办结",
    instead: "请去掉“随手办结”照常上报，由“{expected}”办理",
    basis: { duty: true },
  },
  notOwnRequest: {
    why: "申请是您提的，不能由您自己复核",
    instead: "请由另外两位工作人员复核",
    basis: { law: "两人复核：申请人不参加复核" },
    shown: true,
  },
  recheckOwed: {
    why: "这个案卷没有待复查的任务",
    instead: "请先看办理过程，复查可能已经做过或没有抽中",
  },
  notLead: {
    why: "这个案卷是主件，已有别的案卷并入",
    instead: "请把另一件并入这一件；或先撤销并案",
  },
  notFollower: {
    why: "这个案卷已经并入别的主件",
    instead: "请在它的主件上办理，或填写主件的案卷号",
  },
  noPart: {
    why: "这是分办出来的子件，不能再并入别的案卷",
    instead: "请用“关联案卷”，或把另一件并入这一件",
  },
  otherReviewer: {
    why: "两次审核须由不同的人做出",
    instead: "请由另一位工作人员复核",
    basis: { law: "两人复核：两次审核须由不同的人做出" },
    shown: true,
  },
};
