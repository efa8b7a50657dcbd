/** What somebody wanted of a case, so that a refusal can name its rule and what is open to them instead. */
import type { CaseFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { movesFrom } from "./domain/move.ts";
import type { Asked } from "./domain/ruleOf.ts";

export function askedOf(
  action: string,
  { case: found, clocks }: CaseFile,
  actor: Actor,
  { clock, reference }: Pick<Deps, "clock" | "reference">,
): Asked {
  const around = { now: clock.now(), clocks, counts: reference.counts };
  return { action, found, reference, offers: movesFrom(found, actor, around).map((move) => move.action) };
}
