/** What the rule book remembers of a case, as people may read it: names instead of codes, no accounts. */
import type { RulesAnswer } from "../domain/ruleAnswers.ts";
import type { Case } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import type { Clock } from "../domain/clock.ts";
import { isRunning } from "../domain/clock.ts";
import type { Reference } from "../domain/reference.ts";
import type { Names } from "./names.ts";

export function rulesAnswer(
  found: Case,
  clocks: readonly Clock[],
  { names, reference }: { readonly names: Names; readonly reference: Reference },
): RulesAnswer {
  const rules = rulesOf(found);
  const { counts } = reference;
  const dueOf = (kind: Clock["kind"]) =>
    clocks.findLast((clock) => clock.kind === kind && isRunning(clock))?.dueAt ?? null;
  const { dispute, request, supervision, review } = rules;
  return {
    returnUntil: found.state === "dispatched" && !rules.ruled ? rules.returnUntil : null,
    dispute: dispute && {
      by: names.holder(dispute.by),
      at: dispute.at,
      level: dispute.level,
      rulers: dispute.rulers.map((code) => names.any(code)),
      suggestedUnit: names.holder(dispute.suggestedUnit),
      dueAt: dueOf("ruling"),
    },
    ruled: rules.ruled,
    request: request && { kind: request.kind, at: request.at, until: request.until, dueAt: dueOf("approve") },
    extensions: { used: rules.extensions, most: counts.extensions.value },
    suspensions: { used: rules.suspensions, most: counts.suspensions.value },
    waits: { used: rules.waits, most: counts.waits.value },
    suspendedUntil: found.state === "suspended" ? rules.suspendedUntil : null,
    ladders: rules.ladders.map(({ unit, step, at }) => ({ unit: names.any(unit), step, at })),
    supervision: supervision && {
      kind: supervision.kind,
      unit: names.holder(supervision.unit),
      at: supervision.at,
      dueAt: dueOf("supervise"),
    },
    review: review && {
      kind: review.kind,
      at: review.at,
      seconded: review.first !== null,
      dueAt: dueOf("review"),
    },
    exempt: rules.exempt,
    transfers: rules.transfers.map(
      (code) => reference.reasons.emergency.find((reason) => reason.code === code)?.name ?? code,
    ),
    unsolved:
      reference.reasons.unsolved.find((reason) => reason.code === rules.unsolved)?.name ?? rules.unsolved,
    selfHandled: rules.selfHandled,
    onBehalf: rules.onBehalf,
    reopens: { used: rules.reopens, most: counts.reopens.value },
    rectifications: { used: rules.rectifications, most: counts.rectifications.value },
  };
}
