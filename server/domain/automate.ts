/**
 * The machine files and dispatches by itself, by the ordinary rows of the table of moves, when the county has switched it
 * on and the reading stands above the line. Its acts carry its name and say how sure it was.
 */
import { unitsFor } from "./assign.ts";
import type { Case, Decision, Fact } from "./case.ts";
import type { KnownRuling } from "./catalogue/facts.ts";
import { assistantsAllowed } from "./checkAssist.ts";
import { decisionOf } from "./decision.ts";
import { type Automation, isEligible } from "./learning/automation.ts";
import type { Found } from "./move.ts";
import { machine, settle } from "./settle.ts";
import { type Standing, step } from "./step.ts";
import { type Command, moveNamed } from "./workflow.ts";
import type { World } from "./world.ts";

/** What it goes by beside the case. */
export interface Grounds {
  readonly automation: Automation;
  /** Version of the reader, for the record. */
  readonly model: number;
  /** An earlier ruling that speaks for a unit. */
  readonly ruling: KnownRuling | null;
}

/** @returns null when a person must look. */
export function automate(
  found: Found,
  { automation, model, ruling }: Grounds,
  world: World,
): Decision | null {
  const [likeliest] = found.case.reading.candidates;
  const chosen = found.case.itemCode;
  if (!automation.on || found.case.state !== "reported" || likeliest === undefined) return null;
  if (likeliest.probability < automation.line || (chosen !== null && chosen !== likeliest.code)) return null;
  const item = world.reference.taxonomy.lookUp(likeliest.code);
  if (item === null) return null;
  const filed: Case = { ...found.case, itemCode: item.code };
  const units = unitsFor(filed, world, ruling);
  if (!isEligible(found.case, item, units)) return null;
  const facts = { automatic: true, probability: likeliest.probability, line: automation.line, model };
  const why = { rule: units.rule?.code ?? null, precedent: units.ruling?.caseId ?? null };
  const standing = settle(found, world);
  const once = byMachine(
    standing,
    { action: "file", version: filed.version, itemCode: item.code },
    { facts, world },
  );
  const twice =
    once &&
    byMachine(
      once,
      {
        action: "dispatch",
        version: once.case.version,
        unit: units.lead,
        assistUnits: [...assistantsAllowed(units.assisting, units.lead, once.case, world)],
      },
      { facts: { ...facts, ...why }, world },
    );
  return twice && decisionOf(found, twice);
}

function byMachine(
  standing: Standing,
  command: Command,
  { facts, world }: { readonly facts: Readonly<Record<string, Fact>>; readonly world: World },
): Standing | null {
  const move = moveNamed(command.action);
  if (move === null) return null;
  const extra = { facts, rules: {} };
  const answer = step(standing, { command, move, actor: machine, recordedAt: world.now, extra }, world);
  return "kind" in answer ? null : answer;
}
