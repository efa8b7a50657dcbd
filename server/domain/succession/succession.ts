/** Which unit goes on with the matters of which: what one batch of moving is about. */
import type { Case } from "../case.ts";
import { assistantOf, isLive } from "../assignment.ts";
import { rulesOf } from "../caseRules.ts";
import { bondsOf } from "../linking/bonds.ts";
import type { Instant } from "../time.ts";

export interface Bequest {
  /** Code of the closed unit. */
  readonly from: string;
  /** Code of its heir (接续单位). */
  readonly to: string;
}

/** What a case remembers of it, so that it can be taken back. */
export interface Succeeded extends Bequest {
  readonly batch: string;
  readonly at: Instant;
  /** Version of the last change of state then: whoever has acted since has made it the heir's own. */
  readonly turn: number;
  /** The heir had a part in it before: two parts became one, and nobody can tell them apart again. */
  readonly joined: boolean;
}

/** What of a unit is still to be done in a case: it leads, it helps, or it must rule, answer or hold it. */
export type OpenPart = "lead" | "assist" | "other";

/** @returns null where nothing is: what a unit has done, declined or was released from stays its own. */
export function openPartOf(
  found: Pick<Case, "leadUnit" | "holder" | "rules">,
  unit: string,
): OpenPart | null {
  const { dispute, supervision } = rulesOf(found);
  const { merged } = bondsOf(found);
  if (found.leadUnit === unit || merged?.leadUnit === unit) return "lead";
  const helps = assistantOf(found, unit);
  if (helps !== null && isLive(helps)) return "assist";
  const named = [found.holder, supervision?.unit, merged?.holder, ...(dispute?.rulers ?? [])];
  return named.includes(unit) ? "other" : null;
}
