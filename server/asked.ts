/** What somebody wanted of a case, so that a refusal can name its rule and what is open to them instead. */
import type { CaseFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { aroundOf, movesFrom } from "./domain/move.ts";
import type { Asked } from "./domain/ruleOf.ts";

export function askedOf(
  action: string,
  { case: found, clocks }: CaseFile,
  actor: Actor,
  { clock, reference, emergencies }: Pick<Deps, "clock" | "reference" | "emergencies">,
): Asked {
  const world = { now: clock.now(), reference, emergencies: emergencies.current() };
  const around = { ...aroundOf(world), clocks };
  return { action, found, reference, offers: movesFrom(found, actor, around).map((move) => move.action) };
}
