/**
 * 主办与协办 in the case file, and what of it a unit sees that only assists: its own part, what it was asked, and how far
 * the lead is; not the reporter, nor what the other units wrote.
 */
import type { StoredEvent } from "../../db/store.ts";
import type { AssignmentAnswer } from "../domain/caseAnswers.ts";
import { assignmentsOf, assistantOf } from "../domain/assignment.ts";
import type { Actor, Case } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import type { Clock } from "../domain/clock.ts";
import type { Names } from "./names.ts";

/** Does this person see the case for their unit's assistance alone? */
export function onlyAssists(actor: Actor, found: Pick<Case, "leadUnit" | "reportedBy" | "rules">): boolean {
  if (actor.role !== "department" || actor.unit === null || actor.unit === found.leadUnit) return false;
  const ruling = rulesOf(found).parties.includes(actor.unit);
  return assistantOf(found, actor.unit) !== null && !ruling && found.reportedBy !== actor.id;
}

export function assignmentsAnswer(
  found: Case,
  nameByAccount: ReadonlyMap<string, string>,
  { actor, names }: { readonly actor: Actor; readonly names: Names },
): readonly AssignmentAnswer[] {
  const narrow = onlyAssists(actor, found);
  return assignmentsOf(found)
    .filter(({ unit, part }) => !narrow || part === "lead" || unit === actor.unit)
    .map(({ unit, part, state, handler }) => ({
      unit: names.holder(unit) ?? { code: unit, name: unit },
      part,
      state,
      // Who does it inside a unit is that unit's business
      handler: handler !== null && unit === actor.unit ? (nameByAccount.get(handler) ?? null) : null,
    }));
}

/** An assistant sees clocks of its own, and the one the whole case is timed by. */
export function clocksSeen(
  { case: found, clocks }: { readonly case: Case; readonly clocks: readonly Clock[] },
  actor: Actor,
): readonly Clock[] {
  if (!onlyAssists(actor, found)) return clocks;
  return clocks.filter((clock) => clock.unit === actor.unit || clock.kind === "handle");
}

/** The course of the case without words, and whatever was said to or by the unit. */
export function assistantsEvents(
  events: readonly StoredEvent[],
  unit: string | null,
): readonly StoredEvent[] {
  return events.flatMap((event) => {
    const own =
      event.actorUnit === unit || event.facts["unit"] === unit || event.facts["assistUnit"] === unit;
    if (own || asked.has(event.action)) return [event];
    // Whose hands it passed through stays: held time is told to everybody alike
    const told = course.has(event.action) || "holder" in event.facts;
    return told ? [{ ...event, words: {}, facts: holderIn(event) }] : [];
  });
}

/** What every assistant must know to do its part. */
const asked: ReadonlySet<string> = new Set(["dispatch", "callAssist"]);
const course: ReadonlySet<string> = new Set([
  "report",
  "file",
  "accept",
  "handle",
  "admit",
  "check",
  "rework",
  "close",
]);

function holderIn({ facts }: StoredEvent): StoredEvent["facts"] {
  return "holder" in facts ? { holder: facts["holder"] ?? null } : {};
}
