/** What the sweep decides for a case whose clock is due to be looked at. */
import type { Decision } from "./case.ts";
import { decisionOf } from "./decision.ts";
import type { Found } from "./move.ts";
import { settle } from "./settle.ts";
import { notBefore, type World } from "./world.ts";

/**
 * Warnings, misses and whatever follows by itself, at their computed instants, however late the sweep comes. null when
 * nothing has rung.
 */
export function ringCase(found: Found, world: World): Decision | null {
  const settled = settle(found, notBefore(found.case.updatedAt, world));
  return settled.clocks.every((clock, index) => clock === found.clocks[index])
    ? null
    : decisionOf(found, settled);
}
