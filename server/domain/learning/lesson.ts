/**
 * What a person's decision teaches: the item a dispatcher filed against the proposal, the unit it was sent to against the
 * catalogue, what a ruling said, and who sent it back. Each lesson is stored with the decision itself, or not at all.
 */
import { type AssignWorld, unitsFor } from "../assign.ts";
import type { Actor, Case } from "../case.ts";
import { rulesOf } from "../caseRules.ts";
import type { Instant } from "../time.ts";
import type { Command } from "../workflow.ts";

export interface Lesson {
  readonly id: string;
  readonly caseId: string;
  readonly kind: "file" | "dispatch" | "rule" | "uphold" | "return";
  readonly about: "item" | "unit";
  /** Code of the item or unit that is right; null where somebody only said what is wrong. */
  readonly label: string | null;
  /** What was proposed, or who said "not ours"; null where nothing was proposed. */
  readonly rejected: string | null;
  readonly at: Instant;
  readonly actorId: string;
}

export interface LessonWorld extends AssignWorld {
  readonly now: Instant;
  readonly newId: () => string;
}

/** @param found the case before the act. The machine does not teach itself. */
export function lessonsOf(
  found: Case,
  command: Command,
  actor: Actor,
  world: LessonWorld,
): readonly Lesson[] {
  const said = actor.role === "system" ? null : saidBy(found, command, world);
  if (said === null || said.label === said.rejected) return [];
  return [{ id: world.newId(), caseId: found.id, at: world.now, actorId: actor.id, ...said }];
}

type Said = Pick<Lesson, "kind" | "about" | "label" | "rejected">;

function saidBy(found: Case, command: Command, world: LessonWorld): Said | null {
  switch (command.action) {
    case "file": {
      const label = world.reference.taxonomy.lookUp(command.itemCode)?.code ?? command.itemCode;
      return { kind: "file", about: "item", label, rejected: found.reading.candidates[0]?.code ?? null };
    }
    case "dispatch": {
      const rejected = unitsFor(found, world).lead;
      return { kind: "dispatch", about: "unit", label: command.unit, rejected };
    }
    case "rule":
      return { kind: "rule", about: "unit", label: command.unit, rejected: found.leadUnit };
    case "uphold": {
      const rejected = rulesOf(found).dispute?.suggestedUnit ?? null;
      return { kind: "uphold", about: "unit", label: found.leadUnit, rejected };
    }
    case "return":
      return {
        kind: "return",
        about: "unit",
        label: command.suggestedUnit ?? null,
        rejected: found.leadUnit,
      };
    default:
      return null;
  }
}
