/** 催办, 督办, 批示, 通报: what is counted and what must be answered. */
import { type Ladder, type LadderStep, rulesOf, withRules } from "../caseRules.ts";
import type { Case } from "../case.ts";
import type { Change, Doing } from "../effect.ts";
import type { Instant } from "../time.ts";
import type { Command } from "../workflow.ts";

export function superviseEffect(command: Command, { found, world }: Doing): Change | null {
  switch (command.action) {
    case "urge":
      return { urges: found.urges + 1 };
    case "supervise":
    case "instruct":
      return withRules(found, {
        supervision: rulesOf(found).supervision ?? {
          kind: command.action,
          unit: found.holder,
          at: world.now,
        },
        ladders: climbed(found, "supervise", world.now),
      });
    case "explain":
      return withRules(found, { supervision: null });
    case "circulate":
      return withRules(found, { ladders: climbed(found, "circulate", world.now) });
    default:
      return null;
  }
}

const before = { urge: null, supervise: "urge", circulate: "supervise" } as const;

/** A step taken by hand counts on the ladder too, so that no step is taken twice. */
function climbed(found: Case, step: LadderStep, at: Instant): readonly Ladder[] {
  return rulesOf(found).ladders.map((ladder) =>
    ladder.step === before[step] ? { ...ladder, step, at } : ladder,
  );
}
