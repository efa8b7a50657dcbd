/**
 * 先围护、后修复、再恢复: sub-goals of one case, each with a limit of its own. Which filing conditions have them is data
 * (fixtures/stages.json); a plan is frozen on the case when it is sent out.
 */
import type { Case } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import type { Budget } from "./taxonomy.ts";
import type { Instant } from "./time.ts";

export interface StageLine {
  readonly code: string;
  readonly name: string;
  readonly budget: Budget;
}

/** A line of fixtures/stages.json. */
export interface StagePlan {
  readonly code: string;
  readonly name: string;
  /** Filing conditions (立案条件) that it applies to. */
  readonly conditions: readonly string[];
  /** In the order in which they are to be finished. */
  readonly stages: readonly StageLine[];
  /** Limit of the whole case, instead of the condition's: its stages must fit in. */
  readonly total: Budget;
  readonly basis: string;
}

export interface Stage extends StageLine {
  readonly doneAt: Instant | null;
}

/** The plan of one case, and how far it is. */
export interface Staging {
  readonly plan: string;
  readonly total: Budget;
  readonly stages: readonly Stage[];
}

/** The plan of a filing condition, nothing of it done; null for what is handled in one go. */
export function stagingFor(conditionCode: string | null, plans: readonly StagePlan[]): Staging | null {
  const plan = plans.find(({ conditions }) => conditionCode !== null && conditions.includes(conditionCode));
  if (!plan) return null;
  const stages = plan.stages.map((line) => ({ ...line, doneAt: null }));
  return { plan: plan.code, total: plan.total, stages };
}

export function stagesOf(found: Pick<Case, "rules">): readonly Stage[] {
  return rulesOf(found).staging?.stages ?? [];
}

/** The stage that is worked on; null when none is left, or there are none. */
export function currentStage(found: Pick<Case, "rules">): Stage | null {
  return stagesOf(found).find(({ doneAt }) => doneAt === null) ?? null;
}

/** @returns the stages with the current one finished at this instant. */
export function stageFinished(stages: readonly Stage[], at: Instant): readonly Stage[] {
  const current = stages.findIndex(({ doneAt }) => doneAt === null);
  return stages.map((stage, index) => (index === current ? { ...stage, doneAt: at } : stage));
}
