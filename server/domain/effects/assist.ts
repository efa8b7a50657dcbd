/** 协办 and 内部交办: who was called upon, how far each is, and whom a unit named. */
import { type Assistant, assistantOf, assistantsOf, type AssignmentState, isLive } from "../assignment.ts";
import type { Case } from "../case.ts";
import { rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import { windowEnd } from "../limits.ts";
import type { Command } from "../workflow.ts";
import type { World } from "../world.ts";
import { withPhotos } from "./photos.ts";

export function assistEffect(command: Command, { found, actor, world }: Doing): Change | null {
  const unit = actor.unit ?? "";
  switch (command.action) {
    case "callAssist":
      return withRules(found, { assistants: called(found, command.assistUnits, found.leadUnit, world) });
    case "signAssist":
      return withRules(found, { assistants: moved(found, unit, "signed") });
    case "declineAssist":
      return withRules(found, { assistants: moved(found, unit, "declined") });
    case "finishAssist":
      return {
        photos: withPhotos(found, command.photosAfter, "after"),
        ...withRules(found, { assistants: moved(found, unit, "done") }),
      };
    case "releaseAssist":
      return withRules(found, { assistants: moved(found, command.assistUnit, "released") });
    case "handOver":
      return withRules(found, {
        handlers: [...handlersBut(found, unit), { unit, account: command.handler }],
      });
    default:
      return null;
  }
}

/**
 * Adds units, or calls again those that had ended their part.
 * @param lead never assists itself.
 */
export function called(
  found: Case,
  units: readonly string[],
  lead: string | null,
  world: World,
): readonly Assistant[] {
  const fresh = units.map((unit): Assistant => ({
    unit,
    state: "called",
    until: windowEnd(unit, world),
    declines: assistantOf(found, unit)?.declines ?? 0,
  }));
  const others = assistantsOf(found).filter(({ unit }) => unit !== lead && !units.includes(unit));
  return [...others, ...fresh];
}

/** The lead gave it back (退单), or another unit leads by a ruling: whoever has no part any more is let go. */
export function withoutLead(found: Case, next: string | null): Pick<Case, "rules"> {
  const { assistants, handlers } = rulesOf(found);
  if (assistants === undefined && handlers === undefined)
    return found.rules === undefined ? {} : { rules: found.rules };
  const others = assistantsOf(found).filter(({ unit }) => unit !== next);
  return withRules(found, {
    assistants: others.map((row) =>
      next === null && isLive(row) ? { ...row, state: "released" as const } : row,
    ),
    handlers: handlersBut(found, found.leadUnit ?? ""),
  });
}

function handlersBut(found: Case, unit: string) {
  return (rulesOf(found).handlers ?? []).filter((row) => row.unit !== unit);
}

function moved(found: Case, unit: string, state: AssignmentState): readonly Assistant[] {
  return assistantsOf(found).map((row) =>
    row.unit === unit ? { ...row, state, declines: row.declines + (state === "declined" ? 1 : 0) } : row,
  );
}
