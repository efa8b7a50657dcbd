/** What calls are decided with: the world of cases, and who would hear. */
import type { Instant } from "../time.ts";
import type { World } from "../world.ts";
import type { CallNotice } from "./call.ts";

/** Accounts that are not disabled. */
export interface Ears {
  /** Somebody works for this unit and signs in. */
  readonly unit: (code: string) => boolean;
  /** Accounts of the township's head. */
  readonly heads: (township: string) => readonly string[];
  /** Accounts of the county's leaders. */
  readonly leaders: readonly string[];
}

export interface CallWorld extends World {
  readonly ears: Ears;
}

/** The code under which a missing leader stands among the unheard. */
export const LEADER = "leader";

export function toUnit(
  call: { readonly id: string },
  kind: string,
  unit: string,
  world: CallWorld,
): CallNotice {
  return { id: world.newId(), callId: call.id, kind, to: { kind: "unit", code: unit }, createdAt: world.now };
}

export function toAccounts(
  call: { readonly id: string },
  kind: string,
  ids: readonly string[],
  { now, newId }: { readonly now: Instant; readonly newId: () => string },
): readonly CallNotice[] {
  return ids.map((code) => ({
    id: newId(),
    callId: call.id,
    kind,
    to: { kind: "account", code },
    createdAt: now,
  }));
}
