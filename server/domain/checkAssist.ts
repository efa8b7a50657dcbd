/** Whom a case may be shared with, and when the lead may go on without one of them. */
import type { AssignWorld } from "./assign.ts";
import { assistantOf, isLive } from "./assignment.ts";
import { type Case, type Refusal, refuse } from "./case.ts";
import type { Clock } from "./clock.ts";
import { dutyForbids } from "./duty.ts";
import { fields } from "./fields.ts";
import type { Command } from "./workflow.ts";
import type { World } from "./world.ts";

/** Those of the units a catalogue names that may be called beside `lead`, in its order, as many as one act takes. */
export function assistantsAllowed(
  named: readonly string[],
  lead: string | null,
  found: Case,
  world: AssignWorld,
): readonly string[] {
  return named
    .filter((unit) => checkAssist([unit], lead, found, world) === null)
    .slice(0, fields.assistUnits.max);
}

/** @param lead the unit that leads, or will. */
export function checkAssist(
  units: readonly string[],
  lead: string | null,
  found: Case,
  world: AssignWorld,
): Refusal | null {
  const doubled = units.find((unit) => unit === lead || isAssisting(unit, found));
  if (doubled !== undefined) return alreadyIn(doubled, world);
  for (const unit of units) {
    const no = dutyForbids(unit, "assist", found, world);
    if (no !== null) return { ...no, field: "assistUnits" };
  }
  return null;
}

/** By the written rule (fixtures/assisting.json): reasons that speak of lateness need the limit to have run out. */
export function checkRelease(
  { assistUnit, releaseReason }: Pick<Command<"releaseAssist">, "assistUnit" | "releaseReason">,
  clocks: readonly Clock[],
  { reference, now }: World,
): Refusal | null {
  const { onlyWhenLate, basis } = reference.assisting;
  if (!onlyWhenLate.includes(releaseReason)) return null;
  const late = clocks.some(
    ({ kind, unit, dueAt, outcome }) =>
      (kind === "assist" || kind === "assistSign") &&
      unit === assistUnit &&
      (outcome === "missed" || (outcome === null && dueAt <= now)),
  );
  const given = reference.unitsByCode.get(assistUnit)?.name ?? assistUnit;
  return late
    ? null
    : refuse("badValue", { field: "releaseReason", rule: "onlyWhenLate", given, expected: basis });
}

function alreadyIn(unit: string, { reference }: AssignWorld): Refusal {
  const given =
    reference.unitsByCode.get(unit)?.name ??
    reference.townships.find(({ code }) => code === unit)?.name ??
    unit;
  return refuse("duplicate", { field: "assistUnits", rule: "assistsAlready", given });
}

function isAssisting(unit: string, found: Case): boolean {
  const assistant = assistantOf(found, unit);
  return assistant !== null && isLive(assistant);
}
