/** 催办, 督办, 批示, 通报: what is counted and what must be answered. */
import { type Ladder, type LadderStep, type OrderKind, rulesOf, withRules } from "../caseRules.ts";
import type { Case } from "../case.ts";
import type { Change, Doing } from "../effect.ts";
import { answerBudget, orderedUnit, orderRule } from "../orders.ts";
import type { Day, Instant } from "../time.ts";
import type { Command } from "../workflow.ts";

export function superviseEffect(command: Command, doing: Doing): Change | null {
  const { found } = doing;
  switch (command.action) {
    case "urge":
      return { urges: found.urges + 1, ...ordered("urge", null, doing) };
    case "circulate":
      return ordered("circulate", null, doing);
    case "supervise":
    case "instruct":
      return ordered(command.action, command.answerBy ?? null, doing);
    case "explain":
      return withRules(found, { supervision: null });
    default:
      return null;
  }
}

/** What the machine orders by itself is remembered by the ladder (settle.ts). */
function ordered(kind: OrderKind, answerBy: Day | null, { found, actor, world }: Doing): Pick<Case, "rules"> {
  if (actor.role === "system") return unchanged(found);
  const { ladders, supervision } = rulesOf(found);
  const unit = orderedUnit(kind, found);
  const step = kind === "instruct" ? "supervise" : kind;
  const climbed = ladders.map((ladder) => (ladder.unit === unit ? climb(ladder, step, world.now) : ladder));
  const limit = answerBy === null ? null : answerBudget(answerBy, unit, world);
  const order = { kind, unit, at: world.now, by: actor.id, limit };
  const mustAnswer = orderRule(kind, world).answer !== null;
  // A leader's note (批示) takes an order over that stands already, with the limit it has.
  const standing =
    supervision !== null && kind === "instruct" ? { ...supervision, kind, by: actor.id } : supervision;
  const kept = standing ?? (mustAnswer ? order : null);
  const changed = kept !== null || climbed.some((ladder, index) => ladder !== ladders[index]);
  return changed ? withRules(found, { ladders: climbed, supervision: kept }) : unchanged(found);
}

function unchanged(found: Case): Pick<Case, "rules"> {
  return found.rules === undefined ? {} : { rules: found.rules };
}

const before = { urge: null, supervise: "urge", circulate: "supervise" } as const;

/** A step taken by hand counts on the ladder too, so that no step is taken twice. */
function climb(ladder: Ladder, step: LadderStep, at: Instant): Ladder {
  return ladder.step === before[step] ? { ...ladder, step, at } : ladder;
}
