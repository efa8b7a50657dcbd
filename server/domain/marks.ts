/** 标记: what the lists of supervision ask a case for, read from what its rules remember. Kept in a column of its own. */
import type { Case } from "./case.ts";
import { type LadderStep, type PauseRequest, type Review, rulesOf } from "./caseRules.ts";

export type Mark =
  /** 催办阶梯: a unit of this case stands on the step. */
  | `ladder:${LadderStep}`
  /** 待回复: an order must be answered. */
  | "answer"
  /** 批示: a leader's note must be answered. */
  | "note"
  /** 无人接收 */
  | "unheard"
  /** 待复核: 超时申诉, 不合理诉求. */
  | `review:${Review["kind"]}`
  /** 待批: 延期, 挂账, 等待. */
  | `request:${PauseRequest["kind"]}`
  /** Left out of the statistics (统计豁免). */
  | `exempt:${Review["kind"]}`;

export const marks = [
  "ladder:urge",
  "ladder:supervise",
  "ladder:circulate",
  "answer",
  "note",
  "unheard",
  "review:overdue",
  "review:unreasonable",
  "request:extension",
  "request:suspension",
  "request:wait",
  "exempt:overdue",
  "exempt:unreasonable",
] as const satisfies readonly Mark[];

export function marksOf(found: Pick<Case, "rules">): readonly Mark[] {
  if (found.rules === undefined) return [];
  const { ladders, supervision, unheard, review, request, exempt } = rulesOf(found);
  const steps = new Set(ladders.map(({ step }) => step));
  return [
    ...[...steps].map((step): Mark => `ladder:${step}`),
    ...(supervision === null ? [] : (["answer"] as const)),
    ...(supervision?.kind === "instruct" ? (["note"] as const) : []),
    ...(unheard.length === 0 ? [] : (["unheard"] as const)),
    ...(review === null ? [] : [`review:${review.kind}` as const]),
    ...(request === null ? [] : [`request:${request.kind}` as const]),
    ...exempt.map((kind): Mark => `exempt:${kind}`),
  ];
}
