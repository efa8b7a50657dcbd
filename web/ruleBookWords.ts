/** Sentences of the rule book in the case file: what is remembered, and whose time it was. */
import type { RulesAnswer } from "../server/domain/ruleAnswers.ts";

const requests = { extension: "延期", suspension: "挂账", wait: "等待诉求人" } as const;
const steps = { urge: "催办", supervise: "督办", circulate: "通报", instruct: "批示" } as const;
const reviews = { overdue: "超时申诉", unreasonable: "不合理诉求认定" } as const;
const levels = { 1: "一级（效能中心）", 2: "二级（编办、司法局）", 3: "三级（分管领导）" } as const;

export const ruleBookWords = {
  rules: "规则记录",
  ledger: "时间在谁手里",
  ledgerTable: "逐项时间",
  ledgerColumns: { holder: "在谁手里", elapsed: "总时长", office: "工作时间", times: "次数" },
  total: "合计",
  pauses: { suspended: "挂账（依法暂停）", waiting: "等待诉求人（依法暂停）" },
  share: (share: number) => `${Math.round(share * 100)}%`,
  how: "怎么算的",
  lines: rulesLines,
} as const;

type Moment = (at: number) => string;

/** One line for each thing that is remembered; none for what has not happened. */
function rulesLines(rules: RulesAnswer, moment: Moment): readonly string[] {
  return [...argued(rules, moment), ...paused(rules, moment), ...supervised(rules, moment), ...told(rules)];
}

function by(dueAt: number | null, moment: Moment): string {
  return dueAt === null ? "" : `，应于 ${moment(dueAt)} 前办完`;
}

function argued({ returnUntil, dispute, ruled }: RulesAnswer, moment: Moment): readonly string[] {
  const rulers = dispute === null || dispute.rulers.length === 0 ? "" : `：${dispute.rulers.join("、")}`;
  const suggested = dispute?.suggestedUnit ? `，建议由${dispute.suggestedUnit.name}承办` : "";
  return [
    ...(returnUntil === null ? [] : [`退单窗口到 ${moment(returnUntil)}`]),
    ...(dispute === null
      ? []
      : [
          `${dispute.by?.name ?? ""}提出职责争议${suggested}`,
          `正在${levels[dispute.level]}裁定${rulers}${by(dispute.dueAt, moment)}；裁定前由首接单位继续处置`,
        ]),
    ...(ruled ? ["已经裁定，不得再退单"] : []),
  ];
}

function paused(rules: RulesAnswer, moment: Moment): readonly string[] {
  const { request, extensions, suspensions, waits, suspendedUntil } = rules;
  const used = ({ used: done, most }: { readonly used: number; readonly most: number }, name: string) =>
    done === 0 ? [] : [`${name}已用 ${done} 次，还可 ${Math.max(0, most - done)} 次`];
  return [
    ...(request === null
      ? []
      : [
          `申请${requests[request.kind]}${request.until === null ? "" : `到 ${request.until}`}，等待批复${by(request.dueAt, moment)}`,
        ]),
    ...(suspendedUntil === null ? [] : [`挂账到 ${suspendedUntil}，到期自动恢复`]),
    ...used(extensions, "延期"),
    ...used(suspensions, "挂账"),
    ...used(waits, "等待诉求人"),
  ];
}

function supervised({ ladders, supervision }: RulesAnswer, moment: Moment): readonly string[] {
  return [
    ...(supervision === null
      ? []
      : [
          `${steps[supervision.kind]}${supervision.unit?.name ?? ""}，等待回复${by(supervision.dueAt, moment)}`,
        ]),
    ...ladders.map(({ unit, step, at }) => `${unit}超期，${moment(at)} 已到“${steps[step]}”一级`),
  ];
}

function told(rules: RulesAnswer): readonly string[] {
  const { review, exempt, transfers, unsolved, reopens, rectifications } = rules;
  return [
    ...(rules.selfHandled ? ["随手办结，由别人核查"] : []),
    ...(rules.onBehalf ? ["代群众上报"] : []),
    ...(transfers.length === 0 ? [] : [`已转 ${transfers.join("、")}`]),
    ...(unsolved === null ? [] : [`未解决原因：${unsolved}`]),
    ...(reopens.used === 0 ? [] : [`群众说没解决，重办 ${reopens.used} 次（最多 ${reopens.most} 次）`]),
    ...(rectifications.used === 0
      ? []
      : [`差评整改 ${rectifications.used} 次（最多 ${rectifications.most} 次）`]),
    ...(review === null
      ? []
      : [`${reviews[review.kind]}复核中，${review.seconded ? "已有一人同意，等第二人" : "等第一人审核"}`]),
    ...exempt.map((kind) => `${reviews[kind]}成立，不计入统计，事实照常显示`),
  ];
}
